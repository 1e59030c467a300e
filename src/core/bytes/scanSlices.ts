import type { StopSignal } from './bytes';
import { CrlfCount, slicesOf } from './byteReader';
import type { Slice } from './byteReader';
import type { JsonScanner } from './jsonScanner';
import type { Opened } from './recordBatches';

export interface ScannedPiece {
  slice: Slice;
  /** How far the scanner is. */
  endByte: number;
  events: readonly number[];
}

/** Many tiny values give many events: a piece bounds them, whatever the slice is. */
const PIECE_BYTES = 1 << 20;

export async function* scanSlices(
  opened: Opened,
  scanner: JsonScanner,
  fromByte: number,
  sliceBytes: number,
  stop?: StopSignal,
): AsyncGenerator<ScannedPiece> {
  const crlf = new CrlfCount();
  for await (const slice of slicesOf(opened.reader, fromByte, sliceBytes, stop)) {
    crlf.push(slice.bytes);
    for (let at = 0; at < slice.bytes.length; at += PIECE_BYTES) {
      const piece = slice.bytes.subarray(at, at + PIECE_BYTES);
      const startByte = slice.startByte + at;
      yield { slice, endByte: startByte + piece.length, events: scanner.scan(piece, startByte) };
    }
  }
  if (!stop?.aborted && crlf.count > 0) opened.container.crlf = crlf.count;
}

/** Bytes [start, end) from the slice at hand or, begun in an earlier one, read again; `undefined`: too large. */
export async function rangeOf(
  opened: Opened,
  slice: Slice | undefined,
  startByte: number,
  endByte: number,
): Promise<Uint8Array | undefined> {
  if (endByte - startByte > opened.limits.maxRecordBytes) return undefined;
  if (slice !== undefined && startByte >= slice.startByte)
    return slice.bytes.subarray(startByte - slice.startByte, endByte - slice.startByte);
  return opened.reader.read(startByte, endByte);
}
