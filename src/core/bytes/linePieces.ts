// JSON Lines for several threads: whole lines that lie together are handed on as they are, so that finding them is
// shared as well. What reads them counts lines from the beginning of its piece.

import type { Fault } from '../model';
import { asciiText, isShortAscii } from './asciiText';
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
/** Where the lines of a piece are that are not blank. */
export interface PieceLines {
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

/** The lines that are not blank go to `onLine` one after the other: a value that nobody keeps costs the collector
 *  nothing, all values of a piece at once cost more than parsing them. */
export function parsePiece(
  piece: LinePiece,
  platform: Platform,
  onLine: (parsed: Parsed) => void,
): PieceLines {
  const { bytes, startByte, maxRecordBytes } = piece;
  if (piece.tooLargeBytes !== undefined) return tooLargeLine(piece, piece.tooLargeBytes, onLine);
  const { starts, ends, lines, lineCount } = findLines(bytes, maxRecordBytes);
  const textOf = lineTexts(bytes, platform);
  for (const [i, start] of starts.entries()) {
    const end = ends[i]!;
    if (end - start > maxRecordBytes) {
      onLine(tooLarge(end - start, maxRecordBytes));
      continue;
    }
    const text = textOf(start, end, lines[i]!);
    const simple = text === undefined ? undefined : parseText(text);
    onLine(simple ?? parseRecord(bytes.subarray(start, end), startByte + start, platform));
  }
  return {
    startBytes: Float64Array.from(starts, (start) => startByte + start),
    sizeBytes: Float64Array.from(starts, (start, i) => ends[i]! - start),
    lines: Uint32Array.from(lines),
    lineCount,
  };
}

function tooLargeLine(
  { startByte, maxRecordBytes }: LinePiece,
  sizeBytes: number,
  onLine: (parsed: Parsed) => void,
): PieceLines {
  onLine(tooLarge(sizeBytes, maxRecordBytes));
  return {
    startBytes: Float64Array.of(startByte),
    sizeBytes: Float64Array.of(sizeBytes),
    lines: Uint32Array.of(0),
    lineCount: 1,
  };
}

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

/** The text of a line; `undefined`: a byte of the piece was bad, and its place is to be named. A line of ASCII is
 *  made into text here; for the first other one the whole piece is decoded. */
function lineTexts(
  bytes: Uint8Array,
  platform: Platform,
): (start: number, end: number, line: number) => string | undefined {
  let lines: string[] | undefined;
  const decoded = (line: number) => {
    lines ??= linesOfText(platform.decodeUtf8(bytes));
    return lines[line];
  };
  return (start, end, line) =>
    lines === undefined && isShortAscii(bytes, start, end) ? asciiText(bytes, start, end) : decoded(line);
}

const linesOfText = (text: string) => (text.includes('\uFFFD') ? [] : text.split('\n'));
