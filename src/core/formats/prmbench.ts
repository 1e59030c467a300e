// PRMBench: a model planted errors into good solutions; `error_steps` counts from 1 and steps it does not name are
// correct. "redundency" (as spelt) means redundant steps, every other class, circular too, erroneous ones.
// `modified_steps` differs from `error_steps` and is no label. Spec: https://huggingface.co/datasets/hitsmy/PRMBench_Preview

import * as v from 'valibot';
import type { Warning } from '../model';
import { metaOf, present, textOf } from './fields';
import { givenLabel } from './givenLabels';
import { joinSteps } from './givenSteps';
import { recordFormat } from './recordFormat';

const FROM = { source: 'error_steps', origin: 'model' as const };
const USED = [
  'original_question',
  'modified_question',
  'question',
  'reason',
  'ground_truth',
  'original_response',
];

export const prmbench = recordFormat({
  id: 'prmbench',
  title: 'PRMBench',
  sign: v.looseObject({ modified_process: v.array(v.string()), error_steps: v.array(v.number()) }),
  signs: '`modified_process` and `error_steps`',
  keys: 2,
  row: v.looseObject({
    modified_question: v.string(),
    modified_process: v.array(v.string()),
    error_steps: v.array(v.unknown()),
  }),
  read(row) {
    const { raw, given } = joinSteps(row.modified_process);
    const category = textOf(row['classification']);
    const wrong = category === 'redundency' ? 'redundant' : 'erroneous';
    const words = { comment: textOf(row['reason']), categories: category === undefined ? [] : [category] };
    const errors = new Set(row.error_steps);
    const labels = given.map((range, i) =>
      errors.has(i + 1)
        ? givenLabel(FROM, range, wrong, i + 1, words)
        : givenLabel(FROM, range, 'correct', null),
    );
    const outside = row.error_steps.filter((step) => !(Number.isInteger(step) && given[Number(step) - 1]));
    const reason = `\`error_steps\` names ${outside.join(', ')}, but there are ${given.length} steps; the others are read.`;
    const warnings: Warning[] = outside.length > 0 ? [{ kind: 'index-out-of-range', reason }] : [];
    const original = row['original_process'];
    return {
      problem: {
        prompt: row.modified_question,
        ...present({
          answer: textOf(row['ground_truth']),
          solution: Array.isArray(original)
            ? joinSteps(original.map((step) => textOf(step) ?? '')).raw
            : undefined,
        }),
      },
      attempts: [{ raw, projection: 'steps@1', given, labels, meta: metaOf(row, USED) }],
      warnings,
    };
  },
});
