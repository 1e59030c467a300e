import type { PolicyId } from '../core/labels/export';

/** A shape the labels can leave in. `asks`: what its format cannot say and a person must. */
export interface ExportTarget {
  id: string;
  title: string;
  says: string;
  group: 'Everything' | 'Process reward training' | 'Benchmarks';
  asks: readonly PolicyId[];
}

export const EXPORT_TARGETS: readonly ExportTarget[] = [
  {
    id: 'stepmark',
    title: 'Stepmark JSONL',
    says: 'lossless, opens again here',
    group: 'Everything',
    asks: [],
  },
  {
    id: 'trl-stepwise',
    title: 'TRL stepwise',
    says: 'prompt, completions, labels',
    group: 'Process reward training',
    asks: ['redundant', 'afterFirstError', 'unjudged'],
  },
  {
    id: 'processbench',
    title: 'ProcessBench',
    says: 'first error, counts from 0',
    group: 'Benchmarks',
    asks: [],
  },
];
