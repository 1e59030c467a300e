// Chat completions, by OpenAI and those who speak its language (DeepSeek: `reasoning_content`, Groq: `reasoning`,
// Mistral: parts of type `thinking`). Several choices are rollouts. Chunks of a stream are joined by response, choice
// and, for calls, by `index`.
// Source: https://platform.openai.com/docs/api-reference/chat/object

import { isObject, numberOf, textOf } from '../fields';
import type { Foreign } from '../fields';
import { readMessages } from '../turns';
import type { TurnPart } from '../turns';
import { providerFormat } from './providerFormat';
import type { ProviderResponse } from './providerFormat';

const choicesOf = (record: unknown): Foreign[] =>
  isObject(record) && Array.isArray(record['choices']) ? record['choices'].filter(isObject) : [];

const partsOf = (message: unknown): TurnPart[] => readMessages([message]).turns[0]?.parts ?? [];

class ChoiceStream {
  readonly message = { role: 'assistant', reasoning_content: '', content: '' };
  readonly calls: { id: string; name: string; arguments: string }[] = [];
  finish: string | undefined;

  add({ delta, finish_reason: finish }: Foreign): void {
    this.finish = textOf(finish) ?? this.finish;
    if (!isObject(delta)) return;
    const parts = Array.isArray(delta['content']) ? partsOf({ role: 'assistant', ...delta }) : [];
    for (const part of parts) {
      if (part.kind === 'thinking') this.message.reasoning_content += part.text;
      else if (part.kind === 'text') this.message.content += part.text;
    }
    this.message.reasoning_content += textOf(delta['reasoning_content'] ?? delta['reasoning']) ?? '';
    this.message.content += textOf(delta['content']) ?? '';
    for (const call of Array.isArray(delta['tool_calls']) ? delta['tool_calls'] : []) this.addCall(call);
  }

  parts(): TurnPart[] {
    return partsOf({
      ...this.message,
      tool_calls: this.calls.map(({ id, ...called }) => ({ id, function: called })),
    });
  }

  private addCall(call: unknown): void {
    if (!isObject(call)) return;
    const index = numberOf(call['index']) ?? this.calls.length;
    const at = (this.calls[Math.min(index, this.calls.length)] ??= { id: '', name: '', arguments: '' });
    at.id += textOf(call['id']) ?? '';
    if (!isObject(call['function'])) return;
    at.name += textOf(call['function']['name']) ?? '';
    at.arguments += textOf(call['function']['arguments']) ?? '';
  }
}

function readStream(events: readonly unknown[]): ProviderResponse[] {
  const responses = new Map<string, { model: string | undefined; choices: Map<number, ChoiceStream> }>();
  for (const event of events) {
    if (!isObject(event)) continue;
    const id = textOf(event['id']) ?? '';
    const response = responses.get(id) ?? { model: textOf(event['model']), choices: new Map() };
    responses.set(id, response);
    for (const choice of choicesOf(event)) {
      const index = numberOf(choice['index']) ?? 0;
      const stream = response.choices.get(index) ?? new ChoiceStream();
      response.choices.set(index, stream);
      stream.add(choice);
    }
  }
  return [...responses].map(([id, { model, choices }]) => {
    const streams = [...choices].toSorted(([a], [b]) => a - b).map(([, stream]) => stream);
    return {
      id: id === '' ? undefined : id,
      model,
      candidates: streams.map((stream) => ({ parts: stream.parts(), finish: stream.finish })),
      hidden: 0,
      ...(streams.every(({ finish }) => finish === undefined) && { isCutOff: true }),
    };
  });
}

export const openaiChat = providerFormat({
  id: 'openai-chat',
  title: 'Chat completion (OpenAI and compatible)',
  signs: '`object: "chat.completion"` with `choices`',
  keys: 3,
  isResponse: (record) => choicesOf(record).some(({ message }) => isObject(message)),
  isEvent: (record) =>
    isObject(record) &&
    Array.isArray(record['choices']) &&
    (record['object'] === 'chat.completion.chunk' || choicesOf(record).some(({ delta }) => isObject(delta))),
  readResponse: (record) =>
    isObject(record)
      ? {
          id: textOf(record['id']),
          model: textOf(record['model']),
          candidates: choicesOf(record).map((choice) => ({
            parts: partsOf(choice['message']),
            finish: textOf(choice['finish_reason']),
          })),
          hidden: 0,
        }
      : undefined,
  readStream,
});
