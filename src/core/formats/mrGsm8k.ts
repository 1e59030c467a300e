// MR-GSM8K, and the files of ReasonEval in its manner: steps with the first error counted from 1, "N/A" for none.
// Solution correctness, step and reason are people's; the correctness of the answer was checked by a program and is
// the outcome. `<judge>_eval_output` is what a model judged: evidence, no label.
// Specs: https://github.com/dvlab-research/MR-GSM8K, https://github.com/GAIR-NLP/ReasonEval

import * as v from 'valibot';
import { isObject, metaOf, present, textOf } from './fields';
import type { Foreign } from './fields';
import type { Reading } from './format';
import { firstErrorLabels, unknownValue } from './givenLabels';
import { joinSteps } from './givenSteps';
import { recordFormat } from './recordFormat';

const ERROR_STEP = 'model_output_solution_first_error_step';
const USED = [
  'uuid',
  'question',
  'ground_truth_solution',
  'ground_truth_answer',
  'model_output_answer_correctness',
  'model_output',
  ERROR_STEP,
  'model_output_solution_first_error_reason',
  'generator',
];

function errorIndex(value: unknown): number | 'none' | undefined {
  if (typeof value === 'string' && /^\s*n\/?a\s*$/i.test(value)) return 'none';
  const number = typeof value === 'string' && /^\d+$/.test(value) ? Number(value) : value;
  return typeof number === 'number' && Number.isInteger(number) ? number - 1 : undefined;
}

function judgePredictions(row: Foreign): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(row).flatMap(([name, value]) => {
      const judge = /^(.*)_eval_output$/.exec(name)?.[1];
      const step = judge !== undefined && isObject(value) ? textOf(value['error_step_pred']) : undefined;
      return step === undefined ? [] : [[`${judge} error_step_pred`, step]];
    }),
  );
}

function readRow(row: Foreign & { question: string }, steps: readonly string[]): Reading {
  const { raw, given } = joinSteps(steps);
  const value = row[ERROR_STEP];
  const index = errorIndex(value);
  const isWrong = row['model_output_solution_correctness'] === 'wrong';
  const comment = textOf(row['model_output_solution_first_error_reason']);
  const { labels, warnings } =
    index === undefined || (index === 'none' && isWrong)
      ? { labels: [], warnings: [unknownValue(ERROR_STEP, value)] }
      : firstErrorLabels({ source: ERROR_STEP, origin: 'human' }, given, index, value, { comment });
  const answered = row['model_output_answer_correctness'];
  const outcome = answered === 'correct' ? true : answered === 'wrong' ? false : undefined;
  return {
    problem: {
      prompt: row.question,
      ...present({
        answer: textOf(row['ground_truth_answer']),
        solution: textOf(row['ground_truth_solution']),
        fileId: textOf(row['uuid']),
      }),
    },
    attempts: [
      {
        raw,
        projection: 'steps@1',
        given,
        labels,
        meta: { ...metaOf(row, USED), ...judgePredictions(row) },
        ...present({ generator: textOf(row['generator']), outcome }),
      },
    ],
    warnings,
  };
}

const Steps = v.array(v.string());
export const mrGsm8k = recordFormat({
  id: 'mr-gsm8k',
  title: 'MR-GSM8K',
  sign: v.looseObject({ model_output_steps: Steps, [ERROR_STEP]: v.unknown() }),
  signs: `\`model_output_steps\` and \`${ERROR_STEP}\``,
  keys: 2,
  row: v.looseObject({ question: v.string(), model_output_steps: Steps }),
  read: (row) => readRow(row, row.model_output_steps),
});

/** A step is a list of lines. */
export const LinesOfSteps = v.array(v.array(v.string()));
export const reasonevalFirstError = recordFormat({
  id: 'reasoneval-first-error',
  title: 'ReasonEval, first error',
  sign: v.looseObject({ model_output_step_format: LinesOfSteps, [ERROR_STEP]: v.unknown() }),
  signs: `\`model_output_step_format\` and \`${ERROR_STEP}\``,
  keys: 2,
  row: v.looseObject({ question: v.string(), model_output_step_format: LinesOfSteps }),
  read: (row) =>
    readRow(
      row,
      row.model_output_step_format.map((lines) => lines.join('\n')),
    ),
});
