// Gemini: parts of candidates, thoughts among them (`thought: true`). A thought signature without a thought stands for
// thinking that is hidden. Chunks of a stream have the shape of responses: they belong together up to the one that says
// why it finished.
// Source: https://ai.google.dev/api/generate-content

import { compactJson, isObject, numberOf, textOf } from '../fields';
import type { Foreign } from '../fields';
import type { TurnPart } from '../turns';
import { joinRuns, providerFormat } from './providerFormat';
import type { Candidate, ProviderResponse } from './providerFormat';

const candidatesOf = (record: unknown): Foreign[] =>
  isObject(record) && Array.isArray(record['candidates']) ? record['candidates'].filter(isObject) : [];

function piecesOf({ content }: Foreign): Foreign[] {
  const parts = isObject(content) ? content['parts'] : undefined;
  return Array.isArray(parts) ? parts.filter(isObject) : [];
}

const jsonOf = (value: unknown) => (value === undefined ? '' : compactJson(value));

function partOf(piece: Foreign): TurnPart {
  const { functionCall: call, functionResponse: response, executableCode: code } = piece;
  const ran = piece['codeExecutionResult'];
  if (isObject(call))
    return {
      kind: 'call',
      name: textOf(call['name']) ?? '',
      text: jsonOf(call['args']),
      callId: textOf(call['id']),
    };
  if (isObject(response))
    return { kind: 'result', name: textOf(response['name']), text: jsonOf(response['response']) };
  if (isObject(code)) return { kind: 'call', name: 'code', text: textOf(code['code']) ?? '' };
  if (isObject(ran)) return { kind: 'result', name: 'code', text: textOf(ran['output']) ?? '' };
  const image = imageOf(piece);
  if (image !== undefined) return image;
  const text = textOf(piece['text']) ?? '';
  return { kind: piece['thought'] === true ? 'thinking' : 'text', text };
}

/** Data in the file, or the address of a file elsewhere; the Python client writes the names with underscores. */
function imageOf(piece: Foreign): TurnPart | undefined {
  const data = piece['inlineData'] ?? piece['inline_data'];
  if (isObject(data))
    return {
      kind: 'image',
      url: `data:${mimeOf(data) ?? 'image/*'};base64,${textOf(data['data']) ?? ''}`,
    };
  const file = piece['fileData'] ?? piece['file_data'];
  const url = isObject(file) ? textOf(file['fileUri'] ?? file['file_uri']) : undefined;
  return isObject(file) && url !== undefined ? { kind: 'image', url, mime: mimeOf(file) } : undefined;
}
const mimeOf = (data: Foreign) => textOf(data['mimeType'] ?? data['mime_type']);

const finishOf = (record: unknown): string | undefined =>
  candidatesOf(record)
    .map((candidate) => textOf(candidate['finishReason']))
    .find((finish) => finish !== undefined);

/** Records that are one response: all chunks of it, or itself alone. */
function groupsOf(records: readonly unknown[]): unknown[][] {
  const groups: unknown[][] = [];
  let isOpen = false;
  let lastId: string | undefined;
  for (const record of records) {
    const id = isObject(record) ? textOf(record['responseId']) : undefined;
    const goesOn = isOpen && (id === undefined || id === lastId);
    if (goesOn) groups.at(-1)?.push(record);
    else groups.push([record]);
    lastId = id;
    isOpen = finishOf(record) === undefined;
  }
  return groups;
}

function responseOf(records: readonly unknown[]): ProviderResponse {
  const candidates = new Map<number, Candidate & { hasSignature: boolean }>();
  for (const given of records.flatMap(candidatesOf)) {
    const index = numberOf(given['index']) ?? 0;
    const candidate = candidates.get(index) ?? { parts: [], hasSignature: false };
    candidates.set(index, candidate);
    candidate.finish = textOf(given['finishReason']) ?? candidate.finish;
    for (const piece of piecesOf(given)) {
      candidate.parts.push(partOf(piece));
      candidate.hasSignature ||= piece['thoughtSignature'] !== undefined;
    }
  }
  const [first] = records.filter(isObject);
  const all = [...candidates].toSorted(([a], [b]) => a - b).map(([, candidate]) => candidate);
  const isHidden = ({ parts, hasSignature }: { parts: TurnPart[]; hasSignature: boolean }) =>
    hasSignature && !parts.some(({ kind }) => kind === 'thinking');
  return {
    id: textOf(first?.['responseId']),
    model: textOf(first?.['modelVersion']),
    candidates: all.map(({ parts, finish }) => ({ parts: joinRuns(parts), finish })),
    hidden: all.filter(isHidden).length,
    ...(finishOf(records.at(-1)) === undefined && { isCutOff: true }),
  };
}

const isChunk = (record: unknown) =>
  candidatesOf(record).some(({ content, finishReason }) => isObject(content) || finishReason !== undefined);

export const googleGemini = providerFormat({
  id: 'google-gemini',
  title: 'Response (Gemini)',
  signs: '`candidates[].content.parts`',
  keys: 3,
  isResponse: (record) => candidatesOf(record).some((candidate) => piecesOf(candidate).length > 0),
  isEvent: isChunk,
  isStream: (records) => records.length > 1 && records.some((record) => finishOf(record) === undefined),
  readResponse: (record) => responseOf([record]),
  readStream: (events) => groupsOf(events).map(responseOf),
});
