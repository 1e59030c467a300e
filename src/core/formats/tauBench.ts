// tau-bench: an agent's conversation with a simulated user. The problem is the user's instruction, which the agent never
// saw; reward 1 is success; trials of a task are rollouts.
// Source: https://github.com/sierra-research/tau-bench

import * as v from 'valibot';
import { compactJson, isObject, metaOf, numberOf, present, textOf } from './fields';
import { recordFormat } from './recordFormat';
import { projectTurns, readMessages } from './turns';

const Row = v.looseObject({ task_id: v.unknown(), traj: v.array(v.unknown()) });

/** The calls that would have been right, one a line. */
function referenceActions(actions: unknown): string | undefined {
  if (!Array.isArray(actions) || actions.length === 0) return undefined;
  return actions
    .map((action: unknown) =>
      isObject(action) && 'name' in action
        ? `${textOf(action['name']) ?? ''}(${compactJson(action['kwargs'] ?? action['arguments'] ?? {})})`
        : compactJson(action),
    )
    .join('\n');
}

export const tauBench = recordFormat({
  id: 'tau-bench',
  title: 'tau-bench',
  sign: v.looseObject({ ...Row.entries, reward: v.number() }),
  signs: '`traj`, `task_id` and `reward`',
  keys: 3,
  row: Row,
  read(row) {
    const info = isObject(row['info']) ? row['info'] : {};
    const task = isObject(info['task']) ? info['task'] : {};
    const instruction = textOf(task['instruction']);
    const { turns, warnings } = readMessages(row.traj);
    const { problem, attempt, warnings: lost } = projectTurns(turns, instruction);
    const reward = numberOf(row['reward']);
    const isOutcome = reward === 0 || reward === 1;
    const reason = "The problem is the simulated user's instruction; the agent never saw it.";
    return {
      problem: {
        ...problem,
        ...present({ fileId: textOf(row.task_id), solution: referenceActions(task['actions']) }),
      },
      attempts: [
        {
          ...attempt,
          meta: metaOf(row, ['task_id', 'reward']),
          ...(isOutcome && { outcome: reward === 1 }),
          ...(reward !== undefined &&
            !isOutcome && { scores: [{ source: 'reward', on: 'trace', value: reward }] }),
        },
      ],
      warnings: [
        ...warnings,
        ...lost,
        ...(instruction === undefined ? [] : [{ kind: 'problem-unseen', reason }]),
      ],
    };
  },
});
