// ReasonEval, perturbations: a program spoiled a good solution; `tags` says where (from 0), by `error_type`. A
// removed step is an index of the reference and a swapped solution a row: neither is a step of this trace.
// Spec: https://github.com/GAIR-NLP/ReasonEval (dataset/perturbation.json)

import * as v from 'valibot';
import type { Range, Warning } from '../model';
import { metaOf, present, textOf } from './fields';
import type { LabelDraft } from './format';
import { givenLabel, unknownValue } from './givenLabels';
import { joinSteps } from './givenSteps';
import { recordFormat } from './recordFormat';

const Row = v.looseObject({
  question: v.string(),
  reference_steps: v.array(v.string()),
  hypothesis_steps: v.array(v.string()),
  error_type: v.string(),
});
const FROM = { source: 'error_type', origin: 'rule' as const };

/** The spoiled steps by the kind of error; undefined: the kind names no step of the trace. */
function spoiledSteps(type: string, tags: unknown): { indices: unknown[]; redundant: boolean } | undefined {
  if (/random (number|operation)/.test(type)) return { indices: [tags], redundant: false };
  if (type.includes('swap step')) return { indices: Array.isArray(tags) ? tags : [tags], redundant: false };
  if (type.includes('repeat step')) return { indices: [Number(tags) + 1], redundant: true };
  return undefined;
}

function perturbationLabels(type: string, tags: unknown, given: Range[]) {
  const spoiled = spoiledSteps(type, tags);
  const labels: LabelDraft[] = [];
  const warnings: Warning[] = [];
  if (!spoiled) return { labels, warnings };
  const indices = new Set(spoiled.indices);
  const known = spoiled.indices.filter((index) => Number.isInteger(index) && given[Number(index)]);
  if (known.length < indices.size) warnings.push(unknownValue('tags', tags));
  const first = Math.min(...known.map(Number));
  given.forEach((range, i) => {
    if (indices.has(i))
      labels.push(
        givenLabel(FROM, range, spoiled.redundant ? 'redundant' : 'erroneous', type, { categories: [type] }),
      );
    else if (i < first && known.length > 0) labels.push(givenLabel(FROM, range, 'correct', type));
  });
  return { labels, warnings };
}

export const reasonevalPerturbation = recordFormat({
  id: 'reasoneval-perturbation',
  title: 'ReasonEval, perturbations',
  sign: Row,
  signs: '`reference_steps`, `hypothesis_steps` and `error_type`',
  keys: 4,
  row: Row,
  read(row) {
    const { raw, given } = joinSteps(row.hypothesis_steps);
    const { labels, warnings } = perturbationLabels(row.error_type, row['tags'], given);
    return {
      problem: {
        prompt: row.question,
        solution: joinSteps(row.reference_steps).raw,
        ...present({ answer: textOf(row['ground_truth_answer']) }),
      },
      attempts: [
        { raw, projection: 'steps@1', given, labels, meta: metaOf(row, ['question', 'ground_truth_answer']) },
      ],
      warnings,
    };
  },
});
