// Prompts with reference answers for reinforcement learning: problems without a single trace.
// Spec: https://verl.readthedocs.io (prepare data)

import * as v from 'valibot';
import { present, textOf } from './fields';
import { recordFormat } from './recordFormat';
import { promptProblem } from './turns';

const Row = v.looseObject({
  data_source: v.string(),
  prompt: v.array(v.looseObject({ role: v.string() })),
  reward_model: v.looseObject({ ground_truth: v.unknown() }),
});

export const verlPrompts = recordFormat({
  id: 'verl-prompts',
  title: 'verl prompts',
  sign: Row,
  signs: '`data_source`, `prompt` and `reward_model.ground_truth`',
  keys: 4,
  row: Row,
  read: (row) => ({
    problem: { ...promptProblem(row.prompt), ...present({ answer: textOf(row.reward_model.ground_truth) }) },
    attempts: [],
    warnings: [{ kind: 'no-trace', reason: 'The file holds problems with reference answers and no traces.' }],
  }),
});
