// GSM8K solutions of several models: every field whose value has `is_correct` and `solution` is a generator's.
// `is_correct` is an automatic check of the answer: an outcome. The last line of `ground_truth`, "A: 18", is the
// reference answer. Source: https://github.com/openai/grade-school-math (example_model_solutions.jsonl)

import * as v from 'valibot';
import { booleanOf, metaOf, present, textOf } from './fields';
import type { Reading } from './format';
import { recordFormat } from './recordFormat';

const Solution = v.looseObject({ is_correct: v.unknown(), solution: v.string() });
const Row = v.looseObject({ question: v.string() });

const generatorsOf = (row: Record<string, unknown>) =>
  Object.entries(row).flatMap(([name, value]) => (v.is(Solution, value) ? [{ name, ...value }] : []));

function read(row: v.InferOutput<typeof Row>): Reading {
  const reference = textOf(row['ground_truth']);
  return {
    problem: {
      prompt: row.question,
      ...present({ solution: reference, answer: reference && /^A: (.*)$/m.exec(lastLine(reference))?.[1] }),
    },
    attempts: generatorsOf(row).map(({ name, solution, is_correct }) => ({
      raw: solution,
      projection: 'plain@1',
      generator: name,
      meta: metaOf(row, ['question', 'ground_truth']),
      ...present({ outcome: booleanOf(is_correct) }),
    })),
  };
}

const lastLine = (text: string) => text.slice(text.trimEnd().lastIndexOf('\n') + 1);

export const gsm8kSolutions = recordFormat({
  id: 'gsm8k-solutions',
  title: 'GSM8K solutions by model',
  sign: v.pipe(
    Row,
    v.check((row) => generatorsOf(row).length >= 2),
  ),
  signs: '`question` and two or more fields with `is_correct` and `solution`',
  keys: 3,
  row: Row,
  read,
});
