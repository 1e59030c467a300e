// Messages as the chat APIs write them: `{role, content: text | parts | null, name?, tool_calls?, …}`, or with
// `from` and `value`.

import { compactJson, isObject, present, textOf } from '../fields';
import type { Foreign } from '../fields';
import type { Warning } from '../../model';
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

export function contentParts(content: unknown): TurnPart[] {
  if (content === null || content === undefined) return [];
  if (Array.isArray(content)) return content.map(contentPart);
  return [{ kind: 'text', text: textOf(content) ?? compactJson(content) }];
}

function contentPart(part: unknown): TurnPart {
  if (!isObject(part)) return { kind: 'text', text: textOf(part) ?? compactJson(part) };
  const image = imageUrl(part);
  if (image !== undefined) return { kind: 'image', url: image };
  const type = part['type'];
  const thinking =
    type === 'thinking' || type === 'reasoning'
      ? textOf(part['thinking'] ?? part['text'] ?? part['reasoning'])
      : undefined;
  if (thinking !== undefined) return { kind: 'thinking', text: thinking };
  const text = TEXT_TYPES.has(type) ? textOf(part['text']) : undefined;
  return { kind: 'text', text: text ?? compactJson(part) };
}
const TEXT_TYPES = new Set<unknown>(['text', 'input_text', 'output_text', undefined]);

/** `{image_url: {url} | url}`, `{image: url}`, `{source: {type: 'base64', media_type, data} | {url}}`. */
function imageUrl(part: Foreign): string | undefined {
  const type = textOf(part['type']) ?? '';
  if (!type.includes('image')) return undefined;
  const at = part['image_url'] ?? part['image'] ?? part['source'] ?? part['url'];
  if (typeof at === 'string') return at;
  if (!isObject(at)) return undefined;
  const data = textOf(at['data']);
  return data === undefined
    ? textOf(at['url'])
    : `data:${textOf(at['media_type']) ?? 'image/png'};base64,${data}`;
}

function callParts(message: Foreign): TurnPart[] {
  const calls = Array.isArray(message['tool_calls']) ? message['tool_calls'] : [];
  const legacy = message['function_call'];
  return (isObject(legacy) ? [...calls, { function: legacy }] : calls).map((call: unknown): TurnPart => {
    const called = isObject(call) && isObject(call['function']) ? call['function'] : call;
    const name = isObject(called) ? textOf(called['name']) : undefined;
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
