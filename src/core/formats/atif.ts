// ATIF, the Agent Trajectory Interchange Format: steps by the system, the user or the agent; the agent's are the given
// steps, each with its reasoning, message, calls and what was observed.
// Source: https://github.com/laude-institute/harbor (docs/rfcs/0001-trajectory-format.md)

import * as v from 'valibot';
import { compactJson, isObject, present, textOf } from './fields';
import type { Foreign } from './fields';
import { recordFormat } from './recordFormat';
import { contentParts, projectTurns, turnRanges } from './turns';
import type { Turn, TurnPart } from './turns';

const Row = v.looseObject({ schema_version: v.string(), steps: v.array(v.unknown()) });

function callPart(call: Foreign): TurnPart {
  const given = call['arguments'];
  return {
    kind: 'call',
    name: textOf(call['function_name']) ?? '',
    text: given === undefined ? '' : (textOf(given) ?? compactJson(given)),
    callId: textOf(call['tool_call_id']),
  };
}

function observedParts(observation: unknown): TurnPart[] {
  const results = isObject(observation) ? observation['results'] : undefined;
  if (!Array.isArray(results)) return [];
  return results.filter(isObject).flatMap((result) =>
    contentParts(result['content']).map((part): TurnPart => {
      if (part.kind === 'image') return part;
      return { kind: 'result', text: part.text, callId: textOf(result['source_call_id']) };
    }),
  );
}

function turnOf(step: unknown): Turn {
  if (!isObject(step)) return { role: 'system', parts: contentParts(step) };
  const { source, tool_calls: calls } = step;
  const reasoning = textOf(step['reasoning_content']);
  return {
    role: source === 'agent' ? 'assistant' : source === 'user' ? 'user' : 'system',
    parts: [
      ...(reasoning === undefined ? [] : [{ kind: 'thinking' as const, text: reasoning }]),
      ...contentParts(step['message']),
      ...(Array.isArray(calls) ? calls.filter(isObject).map(callPart) : []),
      ...observedParts(step['observation']),
    ],
  };
}

export const atif = recordFormat({
  id: 'atif',
  title: 'ATIF trajectory',
  sign: v.looseObject({ ...Row.entries, schema_version: v.pipe(v.string(), v.startsWith('ATIF')) }),
  signs: 'a `schema_version` of ATIF and `steps`',
  keys: 3,
  row: Row,
  read(row) {
    const turns = row.steps.map(turnOf);
    const { problem, attempt, warnings } = projectTurns(turns);
    const agent: Foreign = isObject(row['agent']) ? row['agent'] : {};
    return {
      problem,
      attempts: [
        {
          ...attempt,
          given: turnRanges(attempt, turns, ({ role }) => role === 'assistant'),
          meta: present({ session_id: textOf(row['session_id']), agent: textOf(agent['name']) }),
          ...present({ generator: textOf(agent['model_name']) ?? textOf(agent['name']) }),
        },
      ],
      warnings,
    };
  },
});
