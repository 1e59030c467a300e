// JSON Lines for several threads: whole lines that lie together are handed on as they are, so that finding them is
// shared as well. What reads them counts lines from the beginning of its piece.

import type { Fault } from '../model';
import type { BufferPool } from './bufferPool';
import { CrlfCount, isBlank } from './byteReader';
import { runOf } from './byteRun';
import type { Platform, StopSignal } from './bytes';
import { LineBuffer } from './lineBuffer';
import type { Cut } from './lineBuffer';
import { bomBytes, parseRecord, parseText, tooLarge } from './parseRecord';
import type { Parsed } from './parseRecord';
import type { Opened } from './recordBatches';

export interface LinePiece extends Cut {
  /** A line longer than this is a fault. */
  maxRecordBytes: number;
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

/** The buffer of a piece is its reader's own: it goes back into `buffers` when the lines are read. */
export async function* linePieces(
  opened: Opened,
  fromByte: number,
  buffers: BufferPool,
  stop?: StopSignal,
): AsyncGenerator<LinePiece> {
  const { maxRecordBytes, sliceBytes } = opened.limits;
  const crlf = new CrlfCount();
  const run = runOf(opened.reader, fromByte, sliceBytes);
  const lines = new LineBuffer(fromByte, buffers, maxRecordBytes);
  const pieceOf = (cut: Cut): LinePiece => ({
    ...cut,
    maxRecordBytes,
    bytesRead: opened.reader.consumedAt(lines.startByte),
  });
  try {
    for (let isLast = false; !isLast;) {
      const filled = await lines.fill(run);
      isLast = filled.isLast;
      crlf.push(filled.bytes);
      const long = lines.cutTooLarge(isLast);
      if (long !== undefined) yield pieceOf(long);
      if (stop?.aborted) return;
      const whole = lines.cutWhole(isLast);
      if (whole !== undefined) yield pieceOf(whole);
      if (stop?.aborted) return;
    }
  } finally {
    run.close();
  }
  if (crlf.count > 0) opened.container.crlf = crlf.count;
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
