// The content of a message: a text, or parts `{type, …}` in the words of OpenAI, Anthropic and Mistral. A part that
// is not known is shown as its JSON.

import { compactJson, isObject, textOf } from '../fields';
import type { Foreign } from '../fields';
import type { TurnPart } from './turn';

export function contentParts(content: unknown): TurnPart[] {
  if (content === null || content === undefined) return [];
  if (Array.isArray(content)) return content.flatMap(partsOf);
  return [{ kind: 'text', text: textOf(content) ?? compactJson(content) }];
}

const TEXT_TYPES = new Set<unknown>(['text', 'input_text', 'output_text', undefined]);

function partsOf(part: unknown): TurnPart[] {
  if (!isObject(part)) return [{ kind: 'text', text: textOf(part) ?? compactJson(part) }];
  const image = imageUrl(part);
  if (image !== undefined) return [{ kind: 'image', url: image }];
  const type = textOf(part['type']);
  if (type === 'thinking' || type === 'reasoning') {
    const text = thinkingText(part['thinking'] ?? part['text'] ?? part['reasoning']);
    if (text !== undefined) return [{ kind: 'thinking', text }];
  }
  if (type === 'tool_use' || type === 'server_tool_use') return [callPart(part)];
  if (type?.endsWith('tool_result')) return resultParts(part);
  const text = TEXT_TYPES.has(type) ? textOf(part['text']) : undefined;
  return [{ kind: 'text', text: text ?? compactJson(part) }];
}

/** A string, or a list of `{text}`. */
function thinkingText(value: unknown): string | undefined {
  if (!Array.isArray(value)) return textOf(value);
  return value.map((part: unknown) => (isObject(part) ? (textOf(part['text']) ?? '') : '')).join('');
}

function callPart(part: Foreign): TurnPart {
  const input = part['input'] ?? {};
  return {
    kind: 'call',
    name: textOf(part['name']) ?? '',
    text: textOf(input) ?? compactJson(input),
    callId: textOf(part['id']),
  };
}

/** Of a web search's results the encrypted copies are left out: nobody can read them. */
function resultParts(part: Foreign): TurnPart[] {
  const content = part['content'];
  const callId = textOf(part['tool_use_id']);
  const inner = Array.isArray(content)
    ? content.flatMap((entry) => partsOf(withoutEncrypted(entry)))
    : contentParts(content);
  return inner.map((piece) =>
    piece.kind === 'image' ? piece : { kind: 'result', text: piece.text, callId },
  );
}

function withoutEncrypted(entry: unknown): unknown {
  if (!isObject(entry)) return entry;
  return Object.fromEntries(Object.entries(entry).filter(([name]) => !name.startsWith('encrypted_')));
}

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
