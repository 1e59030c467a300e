// ProcessBench: steps with the index of the first wrong one, judged by people. `label` counts from 0, -1 means
// no error. Spec: https://huggingface.co/datasets/Qwen/ProcessBench

import * as v from 'valibot';
import { booleanOf, metaOf, present, textOf } from './fields';
import { firstErrorLabels, unknownValue } from './givenLabels';
import { joinSteps } from './givenSteps';
import { recordFormat } from './recordFormat';

export const processbench = recordFormat({
  id: 'processbench',
  title: 'ProcessBench',
  sign: v.looseObject({
    steps: v.array(v.string()),
    label: v.pipe(v.number(), v.integer()),
    final_answer_correct: v.boolean(),
  }),
  signs: '`steps`, a whole number `label` and `final_answer_correct`',
  keys: 4,
  row: v.looseObject({ problem: v.string(), steps: v.array(v.string()) }),
  read(row) {
    const { raw, given } = joinSteps(row.steps);
    const label = row['label'];
    const isIndex = typeof label === 'number' && Number.isInteger(label);
    const { labels, warnings } = isIndex
      ? firstErrorLabels({ source: 'label', origin: 'human' }, given, label === -1 ? 'none' : label, label)
      : { labels: [], warnings: [unknownValue('label', label)] };
    return {
      problem: { prompt: row.problem },
      attempts: [
        {
          raw,
          projection: 'steps@1',
          given,
          labels,
          meta: metaOf(row, ['problem', 'steps', 'label', 'generator', 'final_answer_correct']),
          ...present({
            generator: textOf(row['generator']),
            outcome: booleanOf(row['final_answer_correct']),
          }),
        },
      ],
      warnings,
    };
  },
});
