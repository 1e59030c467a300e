// LATS on HumanEval: the programs it tried for a task, the last one being its solution, with the test output each got.
// `acc` is the file's running accuracy and no score of the row; reflections name no program they belong to.
// Source: https://github.com/lapisrocks/LanguageAgentTreeSearch (programming)

import * as v from 'valibot';
import { booleanOf, metaOf, present, textOf } from './fields';
import type { AttemptDraft } from './format';
import { recordFormat } from './recordFormat';

const Row = v.looseObject({ prompt: v.string(), entry_point: v.string(), test: v.string() });
const USED = ['prompt', 'test', 'solution', 'is_solved', 'acc', 'original', 'doctests', 'prompt_terminology'];

/** What the tests said follows the program, as a result. */
function tried(program: string, feedback: string | undefined): AttemptDraft {
  if (feedback === undefined || feedback === '') return { raw: program, projection: 'plain@1' };
  const start = program.length + 2;
  return {
    raw: `${program}\n\n${feedback}`,
    projection: 'messages@1',
    zones: [
      { start: 0, end: program.length, kind: 'response' },
      { start, end: start + feedback.length, kind: 'result', name: 'tests' },
    ],
  };
}

const textsOf = (value: unknown): string[] =>
  Array.isArray(value) ? value.map((text) => textOf(text) ?? '') : [];

export const latsHumaneval = recordFormat({
  id: 'lats-humaneval',
  title: 'LATS on HumanEval',
  sign: v.looseObject({ ...Row.entries, acc: v.number() }),
  signs: '`entry_point`, `test` and `acc`',
  keys: 4,
  row: Row,
  read(row) {
    const programs = textsOf(row['implementations']);
    const feedback = textsOf(row['test_feedback']);
    const meta = metaOf(row, USED);
    return {
      problem: { prompt: row.prompt, ...present({ fileId: textOf(row['name']) }) },
      attempts: programs.map((program, i) => ({
        ...tried(program, feedback[i]),
        meta,
        ...present({ outcome: i === programs.length - 1 ? booleanOf(row['is_solved']) : undefined }),
      })),
    };
  },
});
