// Which container the bytes are, by their content alone (formats.md §2).

import { skipBlanks, slicesOf } from './byteReader';
import { openEventLines } from './eventLines';
import { openJsonArray } from './jsonArray';
import { openJsonConcatenated } from './jsonConcatenated';
import { openJsonDict, openJsonObject } from './jsonObject';
import { openJsonLines } from './jsonLines';
import { objectShape } from './objectShape';
import { memberPath } from './positions';
import { firstLines } from './recogniseLines';
import type { FirstLines } from './recogniseLines';
import type { Opened, RecordReader } from './recordBatches';
import { outlineObject } from './topValue';
import type { TopValue } from './topValue';

const BRACE = 123;
const BRACKET = 91;
/** An array that ends within these may be the first of several values. */
const FIRST_BYTES = 1 << 20;

/** `undefined`: no JSON and no stream of events. Sets the container's id and detail. */
export async function recogniseJson(opened: Opened, fromByte: number): Promise<RecordReader | undefined> {
  const start = await firstVisible(opened, fromByte);
  if (start === undefined) return undefined;
  const lines = await firstLines(opened, fromByte);
  if (lines.isEventStream) return named(opened, 'event-lines', openEventLines(opened, fromByte));
  if (areJsonLines(lines)) return named(opened, 'jsonl', openJsonLines(opened, fromByte));
  if (start.byte === BRACKET) return recogniseArray(opened, start.atByte);
  if (start.byte === BRACE)
    return recogniseObject(opened, fromByte, await outlineObject(opened, start.atByte));
  return undefined;
}

/** One line is no lines: its value decides. Lines of bare numbers or strings are text. */
function areJsonLines({ total, parsed, objects }: FirstLines): boolean {
  if (total < 2 || parsed < total / 2) return false;
  return objects >= total / 2 || (parsed >= 0.9 * total && objects > 0);
}

function named(
  opened: Opened,
  id: string,
  reader: RecordReader,
  detail: Record<string, unknown> = {},
): RecordReader {
  opened.container.id = id;
  opened.container.detail = { ...opened.container.detail, ...detail };
  return reader;
}

async function recogniseArray(opened: Opened, startByte: number): Promise<RecordReader> {
  const array = openJsonArray(opened, startByte);
  const sliceBytes = Math.min(opened.limits.sliceBytes, FIRST_BYTES);
  for await (const { faults, bytesRead } of array.records(undefined, sliceBytes)) {
    const trailing = faults.find((fault) => fault.kind === 'trailing')?.at;
    if (trailing !== undefined && 'startByte' in trailing && (await isOpener(opened, trailing.startByte)))
      return named(opened, 'json-concatenated', openJsonConcatenated(opened, startByte));
    if (bytesRead >= FIRST_BYTES) break;
  }
  return named(opened, 'json-array', array);
}

async function isOpener(opened: Opened, atByte: number): Promise<boolean> {
  const [byte] = await opened.reader.read(atByte, atByte + 1);
  return byte === BRACE || byte === BRACKET;
}

async function recogniseObject(opened: Opened, fromByte: number, top: TopValue): Promise<RecordReader> {
  const { startByte, endByte } = top;
  if (top.next !== 'nothing' && endByte !== undefined) {
    // Lines too long to have been seen above.
    const isOneLine = !(await holdsLineEnd(opened, startByte, endByte)) && (await endsLine(opened, endByte));
    if (isOneLine) return named(opened, 'jsonl', openJsonLines(opened, fromByte));
    return named(opened, 'json-concatenated', openJsonConcatenated(opened, startByte));
  }
  const shape = await objectShape(opened, top);
  if (shape.id === 'json-dict') return named(opened, shape.id, openJsonDict(opened, startByte));
  if (shape.id === 'json-object-rows') {
    const { rowsKey, rowsByte, header } = shape;
    return named(opened, shape.id, openJsonArray(opened, rowsByte, memberPath(rowsKey)), { rowsKey, header });
  }
  return named(
    opened,
    'json-object',
    openJsonObject(opened, startByte, endByte ?? (await endOf(opened, startByte))),
  );
}

async function holdsLineEnd(opened: Opened, startByte: number, endByte: number): Promise<boolean> {
  for await (const slice of slicesOf(opened.reader, startByte, opened.limits.sliceBytes)) {
    const at = slice.bytes.indexOf(10);
    if (at >= 0) return slice.startByte + at < endByte;
    if (slice.startByte >= endByte) break;
  }
  return false;
}

async function endsLine(opened: Opened, endByte: number): Promise<boolean> {
  const after = await opened.reader.read(endByte, endByte + 64);
  for (const byte of after) {
    if (byte === 10) return true;
    if (byte !== 32 && byte !== 13 && byte !== 9) return false;
  }
  return false;
}

async function endOf(opened: Opened, startByte: number): Promise<number> {
  let endByte = startByte;
  for await (const slice of slicesOf(opened.reader, startByte, opened.limits.sliceBytes))
    endByte = slice.startByte + slice.bytes.length;
  return endByte;
}

/** The first byte that is not white space. */
export async function firstVisible(
  opened: Opened,
  fromByte: number,
): Promise<{ byte: number; atByte: number } | undefined> {
  for await (const { startByte, bytes } of slicesOf(opened.reader, fromByte, opened.limits.sliceBytes)) {
    const at = skipBlanks(bytes, 0);
    if (at < bytes.length) return { byte: bytes[at]!, atByte: startByte + at };
  }
  return undefined;
}

/** `{"`, `[{`, `["`, `[[`, white space aside: no text begins like this by chance. */
export async function beginsLikeJson(opened: Opened, fromByte: number): Promise<boolean> {
  const first = await firstVisible(opened, fromByte);
  if (first === undefined || (first.byte !== BRACE && first.byte !== BRACKET)) return false;
  const second = await firstVisible(opened, first.atByte + 1);
  if (first.byte === BRACE) return second?.byte === 34;
  return second?.byte === 34 || second?.byte === BRACE || second?.byte === BRACKET;
}
