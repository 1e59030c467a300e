// Cohere's chat, version 2: parts of thinking and text, calls as OpenAI writes them. `tool_plan` is what the model
// thought before calling.
// Source: https://docs.cohere.com/reference/chat

import { isObject, numberOf, textOf } from '../fields';
import type { Foreign } from '../fields';
import { readMessages } from '../turns';
import type { TurnPart } from '../turns';
import { providerFormat } from './providerFormat';
import type { ProviderResponse } from './providerFormat';

const hasTokens = ({ usage }: Foreign) => isObject(usage) && isObject(usage['tokens']);

function messageParts(message: Foreign): TurnPart[] {
  const plan = textOf(message['tool_plan']);
  const [turn] = readMessages([{ ...message, role: 'assistant' }]).turns;
  return [...(plan === undefined ? [] : [{ kind: 'thinking' as const, text: plan }]), ...(turn?.parts ?? [])];
}

class MessageStream {
  private plan = '';
  private finish: string | undefined;
  private readonly content = new Map<number, { type: string; thinking?: string; text?: string }>();
  private readonly calls = new Map<number, { id?: unknown; name: string; arguments: string }>();
  private readonly id: string | undefined;

  constructor({ id }: Foreign) {
    this.id = textOf(id);
  }

  add({ type, index, delta }: Foreign): void {
    const message = isObject(delta) && isObject(delta['message']) ? delta['message'] : {};
    const at = numberOf(index) ?? 0;
    this.plan += textOf(message['tool_plan']) ?? '';
    if (isObject(message['content'])) this.addContent(at, message['content']);
    if (isObject(message['tool_calls'])) this.addCall(at, message['tool_calls']);
    if (type === 'message-end' && isObject(delta)) this.finish = textOf(delta['finish_reason']) ?? 'COMPLETE';
  }

  response(): ProviderResponse {
    const inOrder = <T>(pieces: ReadonlyMap<number, T>): T[] =>
      [...pieces].toSorted(([a], [b]) => a - b).map(([, piece]) => piece);
    const parts = messageParts({
      tool_plan: this.plan,
      content: inOrder(this.content),
      tool_calls: inOrder(this.calls).map(({ id, ...called }) => ({ id, function: called })),
    });
    return {
      id: this.id,
      candidates: [{ parts, finish: this.finish }],
      hidden: 0,
      ...(this.finish === undefined && { isCutOff: true }),
    };
  }

  private addContent(at: number, { thinking, text }: Foreign): void {
    const part = this.content.get(at) ?? { type: thinking === undefined ? 'text' : 'thinking' };
    if (part.type === 'thinking') part.thinking = (part.thinking ?? '') + (textOf(thinking) ?? '');
    else part.text = (part.text ?? '') + (textOf(text) ?? '');
    this.content.set(at, part);
  }

  private addCall(at: number, { id, function: called }: Foreign): void {
    const call = this.calls.get(at) ?? { id, name: '', arguments: '' };
    if (isObject(called)) {
      call.name += textOf(called['name']) ?? '';
      call.arguments += textOf(called['arguments']) ?? '';
    }
    this.calls.set(at, call);
  }
}

function readStream(events: readonly unknown[]): ProviderResponse[] {
  const streams: MessageStream[] = [];
  for (const event of events.filter(isObject)) {
    if (event['type'] === 'message-start' || streams.length === 0) streams.push(new MessageStream(event));
    streams.at(-1)?.add(event);
  }
  return streams.map((stream) => stream.response());
}

const EVENT =
  /^(?:message-(?:start|end)|content-(?:start|delta|end)|tool-plan-delta|tool-call-(?:start|delta|end))$/;

export const cohereChat = providerFormat({
  id: 'cohere-chat',
  title: 'Response (Cohere)',
  signs: '`message.content`, `finish_reason` and `usage.tokens`, or its events',
  keys: 4,
  isResponse: (record) =>
    isObject(record) && isObject(record['message']) && 'finish_reason' in record && hasTokens(record),
  isEvent: (record) => isObject(record) && EVENT.test(textOf(record['type']) ?? ''),
  readResponse(record) {
    if (!isObject(record) || !isObject(record['message'])) return undefined;
    const parts = messageParts(record['message']);
    return {
      id: textOf(record['id']),
      candidates: [{ parts, finish: textOf(record['finish_reason']) }],
      hidden: 0,
    };
  },
  readStream,
});
