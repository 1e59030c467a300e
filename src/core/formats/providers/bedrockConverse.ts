// Amazon Bedrock's Converse and ConverseStream: blocks named by their only field.
// Source: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_Converse.html

import { compactJson, isObject, numberOf, textOf } from '../fields';
import type { Foreign } from '../fields';
import { contentParts } from '../turns';
import type { TurnPart } from '../turns';
import { joinRuns, providerFormat } from './providerFormat';
import type { ProviderResponse } from './providerFormat';

function messageOf(record: unknown): Foreign | undefined {
  const output = isObject(record) ? record['output'] : undefined;
  const message = isObject(output) ? output['message'] : undefined;
  return isObject(message) && Array.isArray(message['content']) ? message : undefined;
}

function blockParts(block: Foreign): TurnPart[] {
  const { reasoningContent: reasoning, toolUse: call, toolResult: result } = block;
  if (isObject(reasoning)) {
    const said = isObject(reasoning['reasoningText'])
      ? textOf(reasoning['reasoningText']['text'])
      : undefined;
    return said === undefined ? [] : [{ kind: 'thinking', text: said }];
  }
  if (isObject(call)) {
    const input = call['input'] ?? {};
    return [
      {
        kind: 'call',
        name: textOf(call['name']) ?? '',
        text: textOf(input) ?? compactJson(input),
        callId: textOf(call['toolUseId']),
      },
    ];
  }
  if (isObject(result)) {
    const callId = textOf(result['toolUseId']);
    return contentParts(result['content']).map((part) =>
      part.kind === 'image' ? part : { kind: 'result', text: part.text, callId },
    );
  }
  return contentParts([block]);
}

const isHidden = (block: Foreign) =>
  isObject(block['reasoningContent']) && blockParts(block).every((part) => !('text' in part && part.text));

function responseOf(
  blocks: readonly unknown[],
  finish: string | undefined,
  isCutOff: boolean,
): ProviderResponse {
  const known = blocks.filter(isObject);
  return {
    candidates: [{ parts: joinRuns(known.flatMap(blockParts)), finish }],
    hidden: known.filter(isHidden).length,
    ...(isCutOff && { isCutOff: true }),
  };
}

/** What a stream says of one block. */
interface BlockDraft {
  text: string;
  thinking: string;
  input: string;
  call?: Foreign;
}

function blockOf({ text, thinking, input, call }: BlockDraft): Foreign {
  if (call) return { toolUse: { ...call, input } };
  return thinking === '' ? { text } : { reasoningContent: { reasoningText: { text: thinking } } };
}

function addDelta(draft: BlockDraft, delta: Foreign): void {
  const { reasoningContent: reasoning, toolUse: call } = delta;
  draft.text += textOf(delta['text']) ?? '';
  if (isObject(reasoning)) draft.thinking += textOf(reasoning['text']) ?? '';
  if (isObject(call)) draft.input += textOf(call['input']) ?? '';
}

function readMessageStream(events: readonly Foreign[]): ProviderResponse {
  const drafts = new Map<number, BlockDraft>();
  let finish: string | undefined;
  for (const event of events) {
    const { contentBlockStart: start, contentBlockDelta: step, messageStop: stop } = event;
    if (isObject(stop)) finish = textOf(stop['stopReason']) ?? 'end_turn';
    const at = isObject(start) ? start : isObject(step) ? step : undefined;
    if (!at) continue;
    const index = numberOf(at['contentBlockIndex']) ?? 0;
    const draft = drafts.get(index) ?? { text: '', thinking: '', input: '' };
    drafts.set(index, draft);
    if (isObject(at['start']) && isObject(at['start']['toolUse'])) draft.call = at['start']['toolUse'];
    if (isObject(at['delta'])) addDelta(draft, at['delta']);
  }
  const blocks = [...drafts].toSorted(([a], [b]) => a - b).map(([, draft]) => blockOf(draft));
  return responseOf(blocks, finish, finish === undefined);
}

function readStream(events: readonly unknown[]): ProviderResponse[] {
  const messages: Foreign[][] = [];
  for (const event of events.filter(isObject)) {
    if (isObject(event['messageStart']) || messages.length === 0) messages.push([]);
    messages.at(-1)?.push(event);
  }
  return messages.map(readMessageStream);
}

const EVENTS = ['messageStart', 'contentBlockStart', 'contentBlockDelta', 'contentBlockStop', 'messageStop'];

export const bedrockConverse = providerFormat({
  id: 'bedrock-converse',
  title: 'Response (Bedrock Converse)',
  signs: '`output.message.content` and `stopReason`, or its events',
  keys: 4,
  isResponse: (record) => messageOf(record) !== undefined && isObject(record) && 'stopReason' in record,
  isEvent: (record) => isObject(record) && EVENTS.some((name) => isObject(record[name])),
  readResponse(record) {
    const content = messageOf(record)?.['content'];
    if (!isObject(record) || !Array.isArray(content)) return undefined;
    return responseOf(content, textOf(record['stopReason']), false);
  },
  readStream,
});
