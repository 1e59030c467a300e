// Scores by machines that stand apart from the texts they belong to. ReasonEval's triples and PRMBench's validities name
// only the id of a row elsewhere, so they open as problems without a trace; OVM's values come with responses, but belong
// to tokens whose texts are not in the file: only the last one, on the whole response, has a place.
// Sources: https://github.com/GAIR-NLP/ReasonEval, https://github.com/ssmisya/PRMBench, https://github.com/FreedomIntelligence/OVM

import * as v from 'valibot';
import { booleanOf, isObject, numberOf, present, textOf } from './fields';
import type { Foreign } from './fields';
import type { AttemptDraft, Reading } from './format';
import { recordFormat } from './recordFormat';

const waiting = (fileId: string | undefined, steps: number): Reading => ({
  problem: { prompt: '', ...present({ fileId }) },
  attempts: [],
  warnings: [
    {
      kind: 'scores-without-text',
      reason: `The scores of ${steps} steps name a row whose text is in another file.`,
    },
  ],
});

const Triple = v.tuple([v.number(), v.number(), v.number()]);
export const reasonevalScores = recordFormat({
  id: 'reasoneval-scores',
  title: 'ReasonEval scores',
  sign: v.looseObject({ id: v.unknown(), scores: v.pipe(v.array(Triple), v.minLength(1)) }),
  signs: '`scores` of three numbers per step',
  keys: 2,
  row: v.looseObject({ id: v.unknown(), scores: v.array(v.unknown()) }),
  read: ({ id, scores }) => waiting(textOf(id), scores.length),
});

const Validities = v.looseObject({ step_level_validity_scores: v.array(v.unknown()) });
export const prmbenchScores = recordFormat({
  id: 'prmbench-scores',
  title: 'PRMBench scores',
  sign: v.looseObject({ idx: v.unknown(), scores: Validities }),
  signs: '`scores.step_level_validity_scores`',
  keys: 3,
  row: v.looseObject({ idx: v.unknown(), scores: Validities }),
  read: ({ idx, scores }) => waiting(textOf(idx), scores.step_level_validity_scores.length),
});

function ovmAttempt(output: Foreign): AttemptDraft {
  const values: unknown[] = Array.isArray(output['vscores']) ? output['vscores'] : [];
  const last = numberOf(values.at(-1));
  return {
    raw: textOf(output['response']) ?? '',
    projection: 'plain@1',
    scores: last === undefined ? [] : [{ source: 'vscores (last)', on: 'trace', value: last }],
    ...present({ outcome: booleanOf(output['label']) }),
  };
}

const Outputs = v.looseObject({ question: v.string(), outputs: v.array(v.unknown()) });
export const ovmTokenValues = recordFormat({
  id: 'ovm-token-values',
  title: 'OVM token values',
  sign: v.looseObject({
    ...Outputs.entries,
    outputs: v.looseTuple([v.looseObject({ response: v.string(), vscores: v.array(v.unknown()) })]),
  }),
  signs: '`outputs` of `response` and `vscores`',
  keys: 4,
  row: Outputs,
  read: (row) => ({
    problem: { prompt: row.question, ...present({ fileId: textOf(row['idx']) }) },
    attempts: row.outputs.filter(isObject).map(ovmAttempt),
  }),
});
