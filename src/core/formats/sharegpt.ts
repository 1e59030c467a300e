// ShareGPT conversations: turns of `from` and `value`. A `function_call` turn holds its call as JSON in a string.
// Source: https://llamafactory.readthedocs.io (data preparation)

import * as v from 'valibot';
import { isObject, metaOf, present, textOf } from './fields';
import { recordFormat } from './recordFormat';
import { projectTurns, readMessages } from './turns';

const Turn = v.looseObject({ from: v.string(), value: v.unknown() });
const Row = v.looseObject({ conversations: v.array(v.unknown()) });

/** As the chat APIs write it; a value that is no call stays a text of the model. */
function messageOf(turn: unknown): unknown {
  if (!isObject(turn) || turn['from'] !== 'function_call') return turn;
  const calls = callsIn(textOf(turn['value']) ?? '');
  return calls === undefined
    ? { ...turn, from: 'assistant' }
    : { role: 'assistant', tool_calls: calls.map((call) => ({ function: call })) };
}

function callsIn(json: string): unknown[] | undefined {
  try {
    const parsed: unknown = JSON.parse(json);
    const calls: unknown[] = Array.isArray(parsed) ? parsed : [parsed];
    return calls.every((call) => isObject(call) && 'name' in call) ? calls : undefined;
  } catch {
    return undefined;
  }
}

export const sharegpt = recordFormat({
  id: 'sharegpt',
  title: 'ShareGPT',
  sign: v.looseObject({ conversations: v.pipe(v.array(Turn), v.minLength(1)) }),
  signs: '`conversations` of `from` and `value`',
  keys: 2,
  row: Row,
  read(row) {
    const { turns, warnings } = readMessages(row.conversations.map(messageOf));
    const { problem, attempt, warnings: lost } = projectTurns(turns);
    return {
      problem: {
        ...problem,
        ...present({ system: textOf(row['system']) ?? problem.system, tools: textOf(row['tools']) }),
      },
      attempts: [{ ...attempt, meta: metaOf(row, ['system', 'tools']) }],
      warnings: [...warnings, ...lost],
    };
  },
});
