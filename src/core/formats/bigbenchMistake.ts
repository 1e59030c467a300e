// BIG-Bench Mistake: reasoning steps with the index (from 0) of the first mistake, null = none. People judged all
// tasks but Dyck languages, whose inputs are brackets alone. Whether the answer is right is derived from the target.
// Spec: https://github.com/WHGTyen/BIG-Bench-Mistake

import * as v from 'valibot';
import { metaOf, present, textOf } from './fields';
import { firstErrorLabels, unknownValue } from './givenLabels';
import { joinSteps } from './givenSteps';
import { recordFormat } from './recordFormat';

const BRACKETS_ALONE = /^[\s()[\]{}<>]+$/;

export const bigbenchMistake = recordFormat({
  id: 'bigbench-mistake',
  title: 'BIG-Bench Mistake',
  sign: v.looseObject({
    steps: v.array(v.string()),
    mistake_index: v.nullable(v.pipe(v.number(), v.integer())),
  }),
  signs: '`steps` and `mistake_index`',
  keys: 3,
  row: v.looseObject({ input: v.string(), steps: v.array(v.string()) }),
  read(row) {
    const { raw, given } = joinSteps(row.steps);
    const [target, answer] = [textOf(row['target']), textOf(row['answer'])];
    const mistake = row['mistake_index'];
    const from = {
      source: 'mistake_index',
      origin: BRACKETS_ALONE.test(row.input) ? ('rule' as const) : ('human' as const),
    };
    const { labels, warnings } =
      mistake === null || Number.isInteger(mistake)
        ? firstErrorLabels(from, given, mistake === null ? 'none' : Number(mistake), mistake)
        : { labels: [], warnings: [unknownValue('mistake_index', mistake)] };
    const outcome = target === undefined || answer === undefined ? undefined : answer === target;
    const meta = metaOf(row, ['input', 'steps', 'target', 'answer', 'mistake_index']);
    return {
      problem: { prompt: row.input, ...present({ answer: target }) },
      attempts: [
        {
          raw,
          projection: 'steps@1',
          given,
          labels,
          meta: outcome === undefined ? meta : { ...meta, outcome: 'derived: answer equals target' },
          ...present({ ownAnswer: answer, outcome }),
        },
      ],
      warnings,
    };
  },
});
