// Anthropic's Messages API: content blocks in order; citations split a text into several blocks, which are one again
// here. `redacted_thinking` is hidden. A stream fills its blocks by `index`.
// Source: https://docs.anthropic.com/en/api/messages

import { isObject, numberOf, textOf } from '../fields';
import type { Foreign } from '../fields';
import { contentParts } from '../turns';
import { joinRuns, providerFormat } from './providerFormat';
import type { ProviderResponse } from './providerFormat';

const isHidden = (block: unknown) =>
  isObject(block) &&
  (block['type'] === 'redacted_thinking' || (block['type'] === 'thinking' && block['thinking'] === ''));

function responseOf(message: Foreign, blocks: readonly unknown[], isCutOff: boolean): ProviderResponse {
  return {
    id: textOf(message['id']),
    model: textOf(message['model']),
    candidates: [
      {
        parts: joinRuns(contentParts(blocks.filter((block) => !isHidden(block)))),
        finish: textOf(message['stop_reason']),
      },
    ],
    hidden: blocks.filter(isHidden).length,
    ...(isCutOff && { isCutOff: true }),
  };
}

/** The field of a block that a delta continues. */
const DELTAS = new Map([
  ['text_delta', 'text'],
  ['thinking_delta', 'thinking'],
]);

class MessageStream {
  private readonly message: Record<string, unknown>;
  private readonly blocks = new Map<number, Record<string, unknown>>();
  private readonly inputs = new Map<number, string>();
  private hasEnded = false;

  constructor(message: Foreign) {
    this.message = { ...message };
  }

  add(event: Foreign): void {
    const index = numberOf(event['index']) ?? 0;
    const { type, delta, content_block: block } = event;
    if (type === 'content_block_start' && isObject(block)) this.blocks.set(index, { ...block });
    else if (type === 'content_block_delta' && isObject(delta)) this.addDelta(index, delta);
    else if (type === 'message_delta' && isObject(delta)) Object.assign(this.message, delta);
    else if (type === 'message_stop') this.hasEnded = true;
  }

  finish(): ProviderResponse {
    for (const [index, input] of this.inputs) {
      const block = this.blocks.get(index);
      if (block && input !== '') block['input'] = input;
    }
    const blocks = [...this.blocks].toSorted(([a], [b]) => a - b).map(([, block]) => block);
    return responseOf(this.message, blocks, !this.hasEnded);
  }

  private addDelta(index: number, delta: Foreign): void {
    const type = textOf(delta['type']) ?? '';
    const field = DELTAS.get(type);
    if (field !== undefined) {
      const block = this.blocks.get(index) ?? { type: field };
      block[field] = (textOf(block[field]) ?? '') + (textOf(delta[field]) ?? '');
      this.blocks.set(index, block);
    } else if (type === 'input_json_delta')
      this.inputs.set(index, (this.inputs.get(index) ?? '') + (textOf(delta['partial_json']) ?? ''));
  }
}

function readStream(events: readonly unknown[]): ProviderResponse[] {
  const streams: MessageStream[] = [];
  for (const event of events.filter(isObject)) {
    if (event['type'] === 'message_start' || streams.length === 0)
      streams.push(new MessageStream(isObject(event['message']) ? event['message'] : {}));
    streams.at(-1)?.add(event);
  }
  return streams.map((stream) => stream.finish());
}

const EVENT = /^(?:message_(?:start|delta|stop)|content_block_(?:start|delta|stop)|ping)$/;

export const anthropicMessages = providerFormat({
  id: 'anthropic-messages',
  title: 'Message (Anthropic)',
  signs: '`type: "message"` with `content` blocks, or its events',
  keys: 2,
  isResponse: (record) =>
    isObject(record) && record['type'] === 'message' && Array.isArray(record['content']),
  isEvent: (record) => isObject(record) && EVENT.test(textOf(record['type']) ?? ''),
  readResponse: (record) =>
    isObject(record) && Array.isArray(record['content'])
      ? responseOf(record, record['content'], false)
      : undefined,
  readStream,
});
