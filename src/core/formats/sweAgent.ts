// SWE-agent trajectories: an entry is a thought, the action taken and what was observed. `response` repeats thought and
// action; `exit_status` says how the run ended, not whether it succeeded. The problem is the first user message of
// `history` that is no demonstration.
// Source: https://swe-agent.com/latest/usage/trajectories/

import * as v from 'valibot';
import { isObject, metaOf, present, textOf } from './fields';
import type { Foreign } from './fields';
import { recordFormat } from './recordFormat';
import { projectTurns, readMessages, turnRanges } from './turns';
import type { Turn, TurnPart } from './turns';

const Row = v.looseObject({ trajectory: v.array(v.unknown()), history: v.array(v.unknown()) });

function entryTurn(entry: Foreign): Turn {
  const thought = textOf(entry['thought']) ?? textOf(entry['response']) ?? '';
  const parts: TurnPart[] = [
    { kind: 'thinking', text: thought },
    { kind: 'call', name: '', text: textOf(entry['action']) ?? '' },
    { kind: 'result', text: textOf(entry['observation']) ?? '' },
  ];
  return { role: 'assistant', parts: parts.filter((part) => 'text' in part && part.text.trim() !== '') };
}

/** System prompt and problem, demonstrations left out. */
function headOf(history: readonly unknown[]): unknown[] {
  const own = history.filter(isObject).filter((message) => message['is_demo'] !== true);
  const problem = own.find(({ role }) => role === 'user');
  return [...own.filter(({ role }) => role === 'system'), ...(problem ? [problem] : [])];
}

export const sweAgent = recordFormat({
  id: 'swe-agent',
  title: 'SWE-agent trajectory',
  sign: v.looseObject({
    trajectory: v.looseTuple([v.looseObject({ action: v.string(), observation: v.unknown() })]),
    history: v.array(v.unknown()),
  }),
  signs: '`trajectory` of actions and `history`',
  keys: 4,
  row: Row,
  read(row) {
    const head = readMessages(headOf(row.history));
    const turns = [...head.turns, ...row.trajectory.filter(isObject).map(entryTurn)];
    const { problem, attempt, warnings } = projectTurns(turns);
    const info: Foreign = isObject(row['info']) ? row['info'] : {};
    return {
      problem,
      attempts: [
        {
          ...attempt,
          given: turnRanges(attempt, turns, ({ role }) => role === 'assistant'),
          turns: row.history.length,
          meta: {
            ...metaOf(row, ['replay_config']),
            ...present({ exit_status: textOf(info['exit_status']) }),
          },
        },
      ],
      warnings: [...head.warnings, ...warnings],
    };
  },
});
