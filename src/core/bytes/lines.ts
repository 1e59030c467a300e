import type { StopSignal } from './bytes';
import { CrlfCount, skipBlanks, slicesOf } from './byteReader';
import { bomBytes } from './parseRecord';
import type { Opened } from './recordBatches';
import { rangeOf } from './scanSlices';

export interface Line {
  /** Without its end, LF or CRLF. */
  startByte: number;
  sizeBytes: number;
  /** From 1. */
  line: number;
  /** `undefined`: too large. */
  bytes: Uint8Array | undefined;
}

/** The lines that end in one slice. U+2028 ends no line. A line begun in an earlier slice is read again, so
 *  nothing is ever carried along. */
export async function* linesOf(
  opened: Opened,
  fromByte: number,
  sliceBytes: number,
  stop?: StopSignal,
): AsyncGenerator<{ lines: Line[]; endByte: number }> {
  const crlf = new CrlfCount();
  let lineStart = fromByte;
  let line = 1;
  let endByte = fromByte;
  const cut = async (end: number): Promise<Line> =>
    lineFrom(lineStart, end, line, await rangeOf(opened, undefined, lineStart, end));
  for await (const slice of slicesOf(opened.reader, fromByte, sliceBytes, stop)) {
    crlf.push(slice.bytes);
    const lines: Line[] = [];
    for (let lf = slice.bytes.indexOf(10); lf >= 0; lf = slice.bytes.indexOf(10, lf + 1)) {
      const from = lineStart - slice.startByte;
      // Without waiting where the line lies in this slice, as nearly all do.
      const isHere = from >= 0 && lf - from <= opened.limits.maxRecordBytes;
      const end = slice.startByte + lf;
      lines.push(isHere ? lineFrom(lineStart, end, line, slice.bytes.subarray(from, lf)) : await cut(end));
      lineStart = slice.startByte + lf + 1;
      line += 1;
    }
    endByte = slice.startByte + slice.bytes.length;
    yield { lines, endByte };
  }
  if (stop?.aborted) return;
  if (crlf.count > 0) opened.container.crlf = crlf.count;
  if (lineStart < endByte) yield { lines: [await cut(endByte)], endByte };
}

function lineFrom(startByte: number, endByte: number, line: number, bytes: Uint8Array | undefined): Line {
  if (bytes === undefined || bytes[bytes.length - 1] !== 13)
    return { startByte, sizeBytes: endByte - startByte, line, bytes };
  return { startByte, sizeBytes: endByte - startByte - 1, line, bytes: bytes.subarray(0, -1) };
}

export function isBlankLine(line: Line): boolean {
  if (line.bytes === undefined) return false;
  const { bytes } = line;
  return skipBlanks(bytes, bomBytes(bytes)) >= bytes.length;
}
