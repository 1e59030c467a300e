// Messages as the chat APIs write them: `{role, content: text | parts | null, name?, tool_calls?, …}`, or with
// `from` and `value`.

import { compactJson, isObject, present, textOf } from '../fields';
import type { Foreign } from '../fields';
import type { Warning } from '../../model';
import { contentParts } from './contentParts';
import { roleOf } from './turn';
import type { Turn, TurnPart } from './turn';

/** Every entry is shown: one that is no message becomes a turn of its JSON. */
export function readMessages(messages: readonly unknown[]): { turns: Turn[]; warnings: Warning[] } {
  const warnings: Warning[] = [];
  const turns = messages.map((message): Turn => {
    if (!isObject(message)) {
      warnings.push({
        kind: 'not-a-message',
        reason: 'An entry of `messages` has no role; it is shown as it stands.',
      });
      return { role: 'system', parts: contentParts(message) };
    }
    const word = textOf(message['role'] ?? message['from']) ?? '';
    const role = roleOf(word);
    if (role === undefined)
      warnings.push({
        kind: 'unknown-role',
        reason: `The role "${word}" is not known; its turns are shown and hold no steps.`,
      });
    return {
      role: role ?? 'system',
      parts: [
        ...thinkingParts(message),
        ...contentParts(message['content'] ?? message['value']),
        ...callParts(message),
      ],
      ...present({ name: textOf(message['name']), callId: textOf(message['tool_call_id']) }),
    };
  });
  return { turns, warnings };
}

function thinkingParts(message: Foreign): TurnPart[] {
  const text = textOf(message['reasoning_content']) ?? textOf(message['reasoning']);
  return text === undefined ? [] : [{ kind: 'thinking', text }];
}

function callParts(message: Foreign): TurnPart[] {
  const calls = Array.isArray(message['tool_calls']) ? message['tool_calls'] : [];
  const legacy = message['function_call'];
  return (isObject(legacy) ? [...calls, { function: legacy }] : calls).map((call: unknown): TurnPart => {
    const called = isObject(call) && isObject(call['function']) ? call['function'] : call;
    // Inspect writes the name where others write the function.
    const name = isObject(called) ? textOf(called['name'] ?? called['function']) : undefined;
    if (!isObject(called) || name === undefined) return { kind: 'text', text: compactJson(call) };
    const given = called['arguments'];
    return {
      kind: 'call',
      name,
      text: given === undefined ? '' : typeof given === 'string' ? given : compactJson(given),
      callId: isObject(call) ? textOf(call['id']) : undefined,
    };
  });
}
