// The mapping editor: a draft from the first records, and those records as a mapping reads them.

import type { Fault, Mapping, Verdict } from '../../core/model';
import type { FileSummary } from './files';
import type { RecordPreview } from './opening';

/** A field of the sampled records, by the path a mapping names it with. */
export interface MappingField {
  path: string;
  /** `text`, `number`, `list of texts`, … */
  type: string;
  /** 0–1: the share of records that have it. */
  share: number;
  /** A value, cut short. */
  example: string;
}

/** Why a field of the mapping was guessed. */
export interface MappingReason {
  /** Its place in the mapping: `problem.text`, `labels.path`. */
  field: string;
  because: string;
  /** The sample does not settle it: a person should look. */
  ask?: true;
}

export interface MappingDraft {
  /** The saved mapping for these fields, or a guess. */
  mapping: Mapping;
  reasons: MappingReason[];
  fields: MappingField[];
  /** Records the draft and its previews look at. */
  records: number;
  keySet?: string;
}

export interface MappingPreview {
  /** The mapping itself is wrong: nothing was read. */
  wrong?: string;
  records: RecordPreview[];
  sampled: number;
  problems: number;
  traces: number;
  steps: number;
  verdicts: Record<Verdict, number>;
  /** Values of the field of labels, most frequent first; without a verdict: not in the table. */
  values: { value: string; count: number; verdict?: Verdict | 'unjudged' }[];
  faultCount: number;
  /** The first of them. */
  faults: Fault[];
  warnings: FileSummary['warnings'];
}
