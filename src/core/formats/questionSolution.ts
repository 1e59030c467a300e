// Nothing but a question and its solution (SRA-MCTS code plans among others): the splitter finds the steps.

import * as v from 'valibot';
import { recordFormat } from './recordFormat';

const Row = v.strictObject({ question: v.string(), solution: v.string() });

export const questionSolution = recordFormat({
  id: 'question-solution',
  title: 'Question and solution',
  sign: Row,
  signs: '`question` and `solution` alone',
  keys: 2,
  row: Row,
  read: ({ question, solution }) => ({
    problem: { prompt: question },
    attempts: [{ raw: solution, projection: 'plain@1' }],
  }),
});
