// What the first lines say: JSON Lines, a stream of events, or neither.

import { isBlankLine, linesOf } from './lines';
import type { Line } from './lines';
import { bomBytes } from './parseRecord';
import type { Opened } from './recordBatches';

export interface FirstLines {
  /** Non-empty ones. */
  total: number;
  /** How many parse alone, and how many of those are objects. */
  parsed: number;
  objects: number;
  isEventStream: boolean;
}

const MAX_LINES = 200;
const MAX_BYTES = 4 << 20;

/** Looks at the first 200 non-empty lines, at most 4 MB (a longer first line counts as none). */
export async function firstLines(opened: Opened, fromByte: number): Promise<FirstLines> {
  const lines: Line[] = [];
  const stop = { aborted: false };
  const sliceBytes = Math.min(opened.limits.sliceBytes, MAX_BYTES);
  for await (const { lines: more, endByte } of linesOf(opened, fromByte, sliceBytes, stop)) {
    lines.push(...more.filter((line) => !isBlankLine(line)));
    if (lines.length >= MAX_LINES || endByte - fromByte >= MAX_BYTES) stop.aborted = true;
  }
  delete opened.container.crlf;
  return judge(lines.slice(0, MAX_LINES).map((line) => textOf(opened, line)));
}

const textOf = (opened: Opened, line: Line) =>
  line.bytes === undefined ? '' : opened.platform.decodeUtf8(line.bytes.subarray(bomBytes(line.bytes)));

function judge(lines: string[]): FirstLines {
  const values = lines.map(parse).filter((value) => value !== undefined);
  const objects = values.filter(
    (value) => typeof value === 'object' && value !== null && !Array.isArray(value),
  );
  return {
    total: lines.length,
    parsed: values.length,
    objects: objects.length,
    isEventStream: isServerSentEvents(lines) || areStreamEvents(lines, objects as Record<string, unknown>[]),
  };
}

function parse(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

/** Fields of https://html.spec.whatwg.org/multipage/server-sent-events.html, data being JSON. */
function isServerSentEvents(lines: string[]): boolean {
  const fields = lines.filter((line) => /^(data|event|id|retry)?:/.test(line)).length;
  const data = lines.filter((line) => /^data: ?([{[]|\[DONE\])/.test(line)).length;
  return data > 0 && fields > 0.9 * lines.length;
}

const ANTHROPIC_EVENT = /^(message_(start|delta|stop)|content_block_(start|delta|stop)|ping|error)$/;

/** The payloads of a stream as JSON Lines. Whole Gemini responses look the same as their parts, but a part
 *  shares its responseId with the next. */
function areStreamEvents(lines: string[], objects: Record<string, unknown>[]): boolean {
  const events = objects.filter(isStreamEvent).length;
  if (events > 0 && events >= 0.9 * lines.length) return true;
  const parts = objects.filter(
    (object) => Array.isArray(object['candidates']) && typeof object['responseId'] === 'string',
  );
  return (
    parts.length > 1 &&
    parts.length >= 0.9 * lines.length &&
    parts[0]?.['responseId'] === parts[1]?.['responseId']
  );
}

function isStreamEvent({ object, type }: Record<string, unknown>): boolean {
  if (object === 'chat.completion.chunk') return true;
  return typeof type === 'string' && (ANTHROPIC_EVENT.test(type) || type.startsWith('response.'));
}
