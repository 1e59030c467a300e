// Bytes by position, whether they lie in a file or come out of a decompressor, and the one loop that reads them
// from front to back.

import type { Fault } from '../model';
import type { ByteRun, ByteSource, StopSignal } from './bytes';

export interface ByteReader {
  /** Fewer bytes than asked for only at the end. */
  read(startByte: number, endByte: number): Promise<Uint8Array>;
  /** Where the source has it; rejects as `read` does. */
  run?(startByte: number): ByteRun;
  /** How far the dropped file was read when these inner bytes were. */
  consumedAt(innerByte: number): number;
  /** Reading is waiting: the next slice may be asked for while this one is worked on. */
  readonly isWaiting?: true;
  /** What stopped the bytes before their end, once it was met. */
  damage(): Fault | undefined;
}

/** The platform could not give the bytes: deleted, changed, a directory. Becomes a fault at the door. */
export class Unreadable extends Error {}

export async function readSource(
  source: ByteSource,
  startByte: number,
  endByte: number,
): Promise<Uint8Array<ArrayBuffer>> {
  const end = Math.min(endByte, source.size);
  if (startByte >= end) return new Uint8Array(0);
  let buffer: ArrayBuffer;
  try {
    buffer = await source.slice(startByte, end).arrayBuffer();
  } catch (cause) {
    throw unreadable(cause);
  }
  if (buffer.byteLength !== end - startByte) throw new Unreadable('it is shorter than it was');
  return new Uint8Array(buffer);
}

const unreadable = (cause: unknown) =>
  new Unreadable(cause instanceof Error ? cause.message : String(cause), { cause });

export function readerOf(source: ByteSource): ByteReader {
  const reader: ByteReader = {
    isWaiting: true,
    read: (startByte, endByte) => readSource(source, startByte, endByte),
    consumedAt: (innerByte) => Math.min(innerByte, source.size),
    damage: () => undefined,
  };
  if (source.run !== undefined) reader.run = (startByte) => guardedRun(source.run!(startByte));
  return reader;
}

const guardedRun = (run: ByteRun): ByteRun => ({
  async fill(buffer, from) {
    try {
      return await run.fill(buffer, from);
    } catch (cause) {
      throw unreadable(cause);
    }
  },
  close: () => run.close(),
});

export const unreadableFault = (cause: Unreadable): Fault => ({
  position: '$',
  kind: 'unreadable',
  reason: `The bytes can not be read: ${cause.message}.`,
  remedy: 'The file was changed, moved or deleted since, or it is a folder. Choose it again.',
});

export interface Slice {
  startByte: number;
  bytes: Uint8Array;
}

/** Recognising a file asks for its first bytes again and again. */
const FIRST_SLICE_BYTES = 64 << 10;

/** Slices from `startByte` to the end, each twice as large as the one before until they have `sliceBytes`; ends early
 *  when stopped. */
export async function* slicesOf(
  reader: ByteReader,
  startByte: number,
  sliceBytes: number,
  stop?: StopSignal,
): AsyncGenerator<Slice> {
  let ahead: Promise<Uint8Array> | undefined;
  let size = Math.min(FIRST_SLICE_BYTES, sliceBytes);
  for (let at = startByte; !stop?.aborted;) {
    const bytes = await (ahead ?? reader.read(at, at + size));
    const isLast = bytes.length < size;
    const next = at + size;
    size = Math.min(2 * size, sliceBytes);
    // Who looks at the beginning alone does not wait for more.
    const isAhead = reader.isWaiting && !isLast && at > startByte;
    ahead = isAhead ? reader.read(next, next + size) : undefined;
    // It is waited for in the next round, which may not come.
    ahead?.catch(() => undefined);
    if (bytes.length > 0) yield { startByte: at, bytes };
    if (isLast) return;
    at = next;
  }
}

/** Counts CRLF over slices given in order. */
export class CrlfCount {
  count = 0;
  private afterCr = false;

  push(bytes: Uint8Array): void {
    if (bytes.length === 0) return;
    if (this.afterCr && bytes[0] === 10) this.count += 1;
    for (let at = bytes.indexOf(13); at >= 0; at = bytes.indexOf(13, at + 1))
      if (bytes[at + 1] === 10) this.count += 1;
    this.afterCr = bytes[bytes.length - 1] === 13;
  }
}

/** White space of JSON. */
export const isBlank = (byte: number | undefined) => byte === 32 || byte === 10 || byte === 13 || byte === 9;

/** The first byte from `at` on that is not white space, or the end. One loop without calls: files of a GB of spaces
 *  exist. */
export function skipBlanks(bytes: Uint8Array, at: number): number {
  const end = bytes.length;
  for (let i = at; i < end; i += 1) {
    const byte = bytes[i]!;
    if (byte !== 32 && byte !== 10 && byte !== 13 && byte !== 9) return i;
  }
  return end;
}

/** JSON white space off both ends, as offsets into `bytes`. */
export function trimmed(bytes: Uint8Array): [start: number, end: number] {
  const start = skipBlanks(bytes, 0);
  let end = bytes.length;
  while (end > start && isBlank(bytes[end - 1])) end -= 1;
  return [start, end];
}
