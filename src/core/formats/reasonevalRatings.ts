// ReasonEval, redundant errors: one rating per step by people; 1 correct, 0 valid but of no use.
// Spec: https://github.com/GAIR-NLP/ReasonEval (dataset/mr-math_redundant_errors.json)

import * as v from 'valibot';
import type { Verdict } from '../model';
import { metaOf, present, textOf } from './fields';
import { tableLabels } from './givenLabels';
import { joinSteps } from './givenSteps';
import { LinesOfSteps } from './mrGsm8k';
import { labelCountFault, recordFormat } from './recordFormat';

const VERDICTS = new Map<unknown, Verdict>([
  [1, 'correct'],
  [0, 'redundant'],
]);
const Row = v.looseObject({
  question: v.string(),
  model_output_step_format: LinesOfSteps,
  rating: v.array(v.unknown()),
});

export const reasonevalRatings = recordFormat({
  id: 'reasoneval-ratings',
  title: 'ReasonEval, ratings',
  sign: v.looseObject({ model_output_step_format: LinesOfSteps, rating: v.array(v.number()) }),
  signs: '`rating` beside `model_output_step_format`',
  keys: 2,
  row: Row,
  faultOf: ({ model_output_step_format: steps, rating }) =>
    rating.length === steps.length ? undefined : labelCountFault(rating.length, steps.length),
  read(row) {
    const { raw, given } = joinSteps(row.model_output_step_format.map((lines) => lines.join('\n')));
    const { labels, warnings } = tableLabels(
      { source: 'rating', origin: 'human' },
      given,
      row.rating,
      VERDICTS,
    );
    return {
      problem: { prompt: row.question, ...present({ answer: textOf(row['ground_truth_answer']) }) },
      attempts: [
        {
          raw,
          projection: 'steps@1',
          given,
          labels,
          meta: metaOf(row, ['question', 'ground_truth_answer', 'generator']),
          ...present({ generator: textOf(row['generator']) }),
        },
      ],
      warnings,
    };
  },
});
