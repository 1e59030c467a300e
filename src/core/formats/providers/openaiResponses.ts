// OpenAI's Responses API: a list of output items in order. A reasoning item shows its summaries or its text; with
// `encrypted_content` alone it is hidden. Of a stream the finished response counts, else the items as they came.
// Source: https://platform.openai.com/docs/api-reference/responses/object

import { compactJson, isObject, numberOf, textOf } from '../fields';
import type { Foreign } from '../fields';
import { contentParts } from '../turns';
import type { TurnPart } from '../turns';
import { providerFormat } from './providerFormat';
import type { ProviderResponse } from './providerFormat';

const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? (value as unknown[]) : []);

const textsOf = (value: unknown): string[] =>
  listOf(value).flatMap((part) => (isObject(part) ? (textOf(part['text']) ?? []) : []));

/** The arguments of a call, whatever the tool calls them. */
const CALL_FIELDS = ['arguments', 'input', 'action', 'code', 'queries', 'operation'];
const RESULT_FIELDS = ['output', 'outputs', 'results', 'error'];

function firstOf(item: Foreign, names: readonly string[]): string | undefined {
  const value = names.map((name) => item[name]).find((given) => given !== undefined && given !== null);
  return value === undefined ? undefined : (textOf(value) ?? compactJson(value));
}

/** Every item is shown, one without a text by its type. */
function itemParts(item: unknown): TurnPart[] {
  if (!isObject(item)) return [];
  const type = textOf(item['type']) ?? '';
  if (type === 'reasoning')
    return [...textsOf(item['summary']), ...textsOf(item['content'])].map((text) => ({
      kind: 'thinking',
      text,
    }));
  if (type === 'message') {
    return listOf(item['content']).flatMap((part): TurnPart[] => {
      const refusal = isObject(part) ? textOf(part['refusal']) : undefined;
      return refusal === undefined ? contentParts([part]) : [{ kind: 'text', text: refusal }];
    });
  }
  const callId = textOf(item['call_id']) ?? textOf(item['id']);
  const result = firstOf(item, RESULT_FIELDS);
  const results: TurnPart[] = result === undefined ? [] : [{ kind: 'result', text: result, callId }];
  if (type.endsWith('_output')) return results;
  const name = textOf(item['name']) ?? type;
  return [{ kind: 'call', name, text: firstOf(item, CALL_FIELDS) ?? '', callId }, ...results];
}

const isHidden = (item: unknown) =>
  isObject(item) && item['type'] === 'reasoning' && itemParts(item).length === 0;

function responseOf(response: Foreign, items: readonly unknown[], isCutOff: boolean): ProviderResponse {
  return {
    id: textOf(response['id']),
    model: textOf(response['model']),
    candidates: [{ parts: items.flatMap(itemParts), finish: textOf(response['status']) }],
    hidden: items.filter(isHidden).length,
    ...(isCutOff && { isCutOff: true }),
  };
}

const ENDINGS = new Set(['response.completed', 'response.incomplete', 'response.failed']);
/** Deltas, and the field of their item that they fill. */
const DELTAS = new Map([
  ['response.reasoning_summary_text.delta', 'summary'],
  ['response.reasoning_text.delta', 'content'],
  ['response.output_text.delta', 'content'],
  ['response.refusal.delta', 'content'],
]);
const CALL_DELTA = /_call_(?:arguments|input|code)\.delta$|_call\.(?:arguments|input|code)\.delta$/;

class ResponseStream {
  private response: Foreign;
  private readonly items = new Map<number, Record<string, unknown>>();
  private hasEnded = false;

  constructor(response: Foreign) {
    this.response = response;
  }

  add(event: Foreign): void {
    const type = textOf(event['type']) ?? '';
    if (ENDINGS.has(type) && isObject(event['response'])) {
      this.response = event['response'];
      this.hasEnded = true;
    }
    const index = numberOf(event['output_index']);
    if (index === undefined) return;
    if (isObject(event['item'])) this.items.set(index, { ...event['item'] });
    else this.addDelta(type, index, event);
  }

  finish(): ProviderResponse {
    const output = listOf(this.response['output']);
    const came = [...this.items].toSorted(([a], [b]) => a - b).map(([, item]) => item);
    return responseOf(this.response, output.length > 0 ? output : came, !this.hasEnded);
  }

  private addDelta(type: string, index: number, event: Foreign): void {
    const delta = textOf(event['delta']);
    const item = this.items.get(index) ?? { type: 'message' };
    if (delta === undefined) return;
    this.items.set(index, item);
    const field = DELTAS.get(type);
    if (field !== undefined) {
      const parts = [...listOf(item[field])];
      const at = numberOf(event['summary_index'] ?? event['content_index']) ?? 0;
      const part = isObject(parts[at]) ? parts[at] : { type: 'output_text' };
      parts[Math.min(at, parts.length)] = { ...part, text: (textOf(part['text']) ?? '') + delta };
      item[field] = parts;
    } else if (CALL_DELTA.test(type)) item['arguments'] = (textOf(item['arguments']) ?? '') + delta;
  }
}

function readStream(events: readonly unknown[]): ProviderResponse[] {
  const streams: ResponseStream[] = [];
  for (const event of events.filter(isObject)) {
    const begins = event['type'] === 'response.created' || streams.length === 0;
    if (begins) streams.push(new ResponseStream(isObject(event['response']) ? event['response'] : {}));
    streams.at(-1)?.add(event);
  }
  return streams.map((stream) => stream.finish());
}

export const openaiResponses = providerFormat({
  id: 'openai-responses',
  title: 'Response (OpenAI)',
  signs: '`object: "response"` with `output`, or its events',
  keys: 2,
  isResponse: (record) =>
    isObject(record) && record['object'] === 'response' && Array.isArray(record['output']),
  isEvent: (record) =>
    isObject(record) && typeof record['type'] === 'string' && record['type'].startsWith('response.'),
  readResponse: (record) =>
    isObject(record) ? responseOf(record, listOf(record['output']), false) : undefined,
  readStream,
});
