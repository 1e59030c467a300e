// JSON Lines for several threads: whole lines that lie together are handed on as they are, so that finding them is
// shared as well. What reads them counts lines from the beginning of its piece.

import type { Fault } from '../model';
import { CrlfCount, isBlank, slicesOf } from './byteReader';
import type { Platform, StopSignal } from './bytes';
import { bomBytes, parseRecord, parseText, tooLarge } from './parseRecord';
import type { Parsed } from './parseRecord';
import type { Opened } from './recordBatches';

export interface LinePiece {
  /** Begins where a line begins; ends with a line end, or with the file. Its own buffer, to be sent away. */
  bytes: Uint8Array<ArrayBuffer>;
  startByte: number;
  /** A line longer than this is a fault. */
  maxRecordBytes: number;
  /** Stands for one line that is longer: `bytes` are empty. */
  tooLargeBytes?: number;
  /** Bytes of the dropped file consumed so far. */
  bytesRead: number;
  /** Met while reading; only the last piece has them. */
  faults?: Fault[];
  damage?: Fault;
}
/** The lines of a piece that are not blank. */
export interface PieceLines {
  parsed: Parsed[];
  startBytes: Float64Array<ArrayBuffer>;
  sizeBytes: Float64Array<ArrayBuffer>;
  /** From 0 in the piece. */
  lines: Uint32Array<ArrayBuffer>;
  /** Blank ones included. */
  lineCount: number;
}

const LF = 10;
const CR = 13;
const PIECE_BYTES = 2 << 20;
/** The first one is read before anything can be shown. */
const FIRST_PIECE_BYTES = 128 << 10;

export async function* linePieces(
  opened: Opened,
  fromByte: number,
  sliceBytes: number,
  stop?: StopSignal,
): AsyncGenerator<LinePiece> {
  const crlf = new CrlfCount();
  const held = new HeldLine(opened.limits.maxRecordBytes, fromByte);
  let pieceBytes = FIRST_PIECE_BYTES;
  const pieceOf = (part: Uint8Array, endByte: number): LinePiece => ({
    ...held.takeWith(part),
    maxRecordBytes: opened.limits.maxRecordBytes,
    bytesRead: opened.reader.consumedAt(endByte),
  });
  for await (const { startByte, bytes } of slicesOf(opened.reader, fromByte, sliceBytes, stop)) {
    crlf.push(bytes);
    let from = 0;
    for (const last = bytes.lastIndexOf(LF); from <= last;) {
      // A line too long to be held stands alone, since only its length is known.
      const near = held.isTooLarge ? -1 : bytes.lastIndexOf(LF, Math.min(from + pieceBytes, last));
      const end = near >= from ? near : bytes.indexOf(LF, from);
      yield pieceOf(bytes.subarray(from, end + 1), startByte + end + 1);
      if (stop?.aborted) return;
      from = end + 1;
      pieceBytes = PIECE_BYTES;
    }
    held.add(bytes.subarray(from));
  }
  if (stop?.aborted) return;
  if (crlf.count > 0) opened.container.crlf = crlf.count;
  if (held.sizeBytes > 0) yield pieceOf(new Uint8Array(0), held.startByte + held.sizeBytes);
}

/** The beginning of a line whose end was not met yet. */
class HeldLine {
  startByte: number;
  sizeBytes = 0;
  private parts: Uint8Array[] = [];
  private readonly maxBytes: number;

  constructor(maxBytes: number, startByte: number) {
    this.maxBytes = maxBytes;
    this.startByte = startByte;
  }

  get isTooLarge(): boolean {
    return this.sizeBytes > this.maxBytes;
  }

  /** A copy: the slice it comes from is let go. */
  add(part: Uint8Array): void {
    this.sizeBytes += part.length;
    if (this.isTooLarge) this.parts = [];
    else if (part.length > 0) this.parts.push(part.slice());
  }

  takeWith(part: Uint8Array): Pick<LinePiece, 'bytes' | 'startByte' | 'tooLargeBytes'> {
    const { startByte, parts, isTooLarge } = this;
    const sizeBytes = this.sizeBytes + part.length;
    this.startByte += sizeBytes;
    this.sizeBytes = 0;
    this.parts = [];
    if (isTooLarge)
      return {
        bytes: new Uint8Array(0),
        startByte,
        tooLargeBytes: part.length > 0 ? sizeBytes - 1 : sizeBytes,
      };
    const bytes = new Uint8Array(sizeBytes);
    let at = 0;
    for (const one of [...parts, part]) {
      bytes.set(one, at);
      at += one.length;
    }
    return { bytes, startByte };
  }
}

export function parsePiece(piece: LinePiece, platform: Platform): PieceLines {
  const { bytes, startByte, maxRecordBytes } = piece;
  if (piece.tooLargeBytes !== undefined) return tooLargeLine(piece, piece.tooLargeBytes);
  const { starts, ends, lines, lineCount } = findLines(bytes, maxRecordBytes);
  const textOf = lineTexts(platform.decodeUtf8(bytes), bytes.length);
  const parsed = starts.map((start, i): Parsed => {
    const end = ends[i]!;
    if (end - start > maxRecordBytes) return tooLarge(end - start, maxRecordBytes);
    const text = textOf?.(start, end, lines[i]!);
    const simple = text === undefined ? undefined : parseText(text);
    return simple ?? parseRecord(bytes.subarray(start, end), startByte + start, platform);
  });
  return {
    parsed,
    startBytes: Float64Array.from(starts, (start) => startByte + start),
    sizeBytes: Float64Array.from(starts, (start, i) => ends[i]! - start),
    lines: Uint32Array.from(lines),
    lineCount,
  };
}

const tooLargeLine = ({ startByte, maxRecordBytes }: LinePiece, sizeBytes: number): PieceLines => ({
  parsed: [tooLarge(sizeBytes, maxRecordBytes)],
  startBytes: Float64Array.of(startByte),
  sizeBytes: Float64Array.of(sizeBytes),
  lines: Uint32Array.of(0),
  lineCount: 1,
});

/** Lines without their ends, blank ones left out. Of a line that is too large not even its CR is looked at. */
function findLines(bytes: Uint8Array, maxRecordBytes: number) {
  const starts: number[] = [];
  const ends: number[] = [];
  const lines: number[] = [];
  let lineCount = 0;
  for (let start = 0; start < bytes.length; lineCount += 1) {
    const lf = bytes.indexOf(LF, start);
    const stop = lf < 0 ? bytes.length : lf;
    const isCut = stop > start && stop - start <= maxRecordBytes && bytes[stop - 1] === CR;
    const end = isCut ? stop - 1 : stop;
    if (!isBlankRange(bytes, start, end)) {
      starts.push(start);
      ends.push(end);
      lines.push(lineCount);
    }
    start = stop + 1;
  }
  return { starts, ends, lines, lineCount };
}

function isBlankRange(bytes: Uint8Array, start: number, end: number): boolean {
  let at = start;
  if (bytes[at] === 0xef) at += bomBytes(bytes.subarray(at, end));
  while (at < end && isBlank(bytes[at])) at += 1;
  return at >= end;
}

/** The text of a line from the text of all; `undefined`: a byte was bad, and its place is to be named. */
function lineTexts(
  text: string,
  sizeBytes: number,
): ((start: number, end: number, line: number) => string | undefined) | undefined {
  if (text.includes('\uFFFD')) return undefined;
  // One unit a byte: all of it is ASCII.
  if (text.length === sizeBytes) return (start, end) => text.slice(start, end);
  const lines = text.split('\n');
  return (_start, _end, line) => lines[line];
}
