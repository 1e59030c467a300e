// OpenHands event streams: a file is one trace, its steps are the agent's actions. An observation belongs to the action
// that caused it. Changes of state and `null` observations say nothing of the trace.
// Source: https://docs.all-hands.dev/openhands/usage/developers (events)

import { compactJson, isObject, present, textOf } from './fields';
import type { Foreign } from './fields';
import type { TraceFormat } from './format';
import { guessByShare } from './recordFormat';
import { projectTurns, turnRanges } from './turns';
import type { Turn, TurnPart } from './turns';

const SOURCES = new Set<unknown>(['agent', 'user', 'environment']);
const SILENT = new Set<unknown>(['null', 'agent_state_changed', 'change_agent_state']);

const isEvent = (event: unknown): event is Foreign =>
  isObject(event) &&
  SOURCES.has(event['source']) &&
  (typeof event['action'] === 'string' || typeof event['observation'] === 'string');

/** The argument that says most, by action; else all of them. */
const MAIN_ARGUMENT = new Map([
  ['run', 'command'],
  ['run_ipython', 'code'],
  ['browse', 'url'],
  ['browse_interactive', 'browser_actions'],
]);

function argumentsText(action: string, args: Foreign): string {
  const main = textOf(args[MAIN_ARGUMENT.get(action) ?? '']);
  if (main !== undefined) return main;
  const told = Object.entries(args).filter(
    ([name, value]) => name !== 'thought' && value !== '' && value !== null,
  );
  return told.length === 0 ? '' : compactJson(Object.fromEntries(told));
}

function actionParts(action: string, event: Foreign): TurnPart[] {
  const args: Foreign = isObject(event['args']) ? event['args'] : {};
  const thought = textOf(args['thought']) ?? '';
  const said = textOf(args['content']) ?? textOf(event['message']) ?? '';
  const thinking: TurnPart[] = [{ kind: 'thinking', text: thought }];
  if (action === 'think') return thinking;
  if (action === 'message' || action === 'system') return [...thinking, { kind: 'text', text: said }];
  if (action === 'finish') {
    const last = textOf(args['final_thought']) ?? textOf(args['message']) ?? textOf(event['message']) ?? '';
    return [...thinking, { kind: 'text', text: last }];
  }
  const callId = textOf(event['id']);
  return [...thinking, { kind: 'call', name: action, text: argumentsText(action, args), callId }];
}

function roleOf(event: Foreign): Turn['role'] {
  if (event['action'] === 'system') return 'system';
  if (event['source'] === 'agent') return 'assistant';
  return event['source'] === 'user' && event['action'] === 'message' ? 'user' : 'tool';
}

function turnsOf(events: readonly Foreign[]): Turn[] {
  const turns: Turn[] = [];
  const byId = new Map<unknown, Turn>();
  for (const event of events) {
    const { action, observation, cause, id } = event;
    if (SILENT.has(action ?? observation)) continue;
    if (typeof action === 'string') {
      const turn = { role: roleOf(event), parts: actionParts(action, event) };
      turns.push(turn);
      byId.set(id, turn);
      continue;
    }
    const text = textOf(event['content']) ?? textOf(event['message']) ?? '';
    const causing = byId.get(cause);
    const result: TurnPart = { kind: 'result', text, name: textOf(observation), callId: textOf(cause) };
    if (causing?.role === 'assistant') causing.parts.push(result);
    else turns.push({ role: 'tool', parts: [result] });
  }
  return turns;
}

const readAll: NonNullable<TraceFormat['readAll']> = (records) => {
  const turns = turnsOf(records.filter(isEvent));
  const { problem, attempt, warnings } = projectTurns(turns);
  const model = records
    .filter(isObject)
    .map(({ tool_call_metadata: call }) =>
      isObject(call) && isObject(call['model_response']) ? call['model_response'] : {},
    )
    .map((response) => textOf(response['model']))
    .find((name) => name !== undefined);
  const strange = records.filter((record) => !isEvent(record)).length;
  const reason = `${strange} entries are neither an action nor an observation and are left out.`;
  return {
    ok: true,
    value: [
      {
        problem,
        attempts: [
          {
            ...attempt,
            given: turnRanges(attempt, turns, ({ role }) => role === 'assistant'),
            ...present({ generator: model }),
          },
        ],
        warnings: [...warnings, ...(strange > 0 ? [{ kind: 'not-an-event', reason }] : [])],
      },
    ],
  };
};

export const openhands: TraceFormat = {
  id: 'openhands',
  title: 'OpenHands events',
  guess: (sample) =>
    guessByShare(sample, isEvent, { signs: '`source` and an `action` or `observation`', keys: 2 }),
  read: (record, around) => readAll([record], around),
  readAll,
};
