import type { BufferPool } from './bufferPool';
import type { ByteRun } from './bytes';

/** Whole lines that lie together. */
export interface Cut {
  /** Begins where a line begins; ends with a line end, or with the file. Its own buffer, to be sent away. */
  bytes: Uint8Array<ArrayBuffer>;
  startByte: number;
  /** Stands for one line that is too large, its end left out: `bytes` are empty. */
  tooLargeBytes?: number;
}

/** The first one is read before anything can be shown. */
const FIRST_PIECE_BYTES = 128 << 10;
const LF = 10;

/** Bytes that were read and not yet handed on: what follows the last line end goes into the next buffer. */
export class LineBuffer {
  /** Of the first byte held. */
  startByte: number;
  private readonly buffers: BufferPool;
  private readonly maxBytes: number;
  private buffer: ArrayBuffer;
  private sizeBytes = 0;
  /** Of a line that is too large: what was let go. */
  private droppedBytes = 0;

  constructor(startByte: number, buffers: BufferPool, maxBytes: number) {
    this.startByte = startByte;
    this.buffers = buffers;
    this.maxBytes = maxBytes;
    this.buffer = buffers.take(Math.min(FIRST_PIECE_BYTES, buffers.sizeBytes));
  }

  /** The bytes that are new; the last ones when the run is at its end. */
  async fill(run: ByteRun): Promise<{ bytes: Uint8Array; isLast: boolean }> {
    this.makeRoom();
    const from = this.sizeBytes;
    const { buffer, end } = await run.fill(this.buffer, from);
    this.buffer = buffer;
    this.sizeBytes = end;
    return { bytes: new Uint8Array(buffer, from, end - from), isLast: end < buffer.byteLength };
  }

  /** The whole lines, or all that is left; none: the line at hand is longer than the buffer. */
  cutWhole(isLast: boolean): Cut | undefined {
    const held = this.held();
    const end = isLast ? this.sizeBytes : held.lastIndexOf(LF) + 1;
    if (end === 0) return undefined;
    const { startByte, buffer } = this;
    const rest = held.subarray(end);
    this.buffer = this.buffers.take(Math.max(this.buffers.sizeBytes, 2 * rest.length));
    new Uint8Array(this.buffer).set(rest);
    this.startByte += end;
    this.sizeBytes = rest.length;
    return { bytes: new Uint8Array(buffer, 0, end), startByte };
  }

  /** The line at hand once its end is met, if it is too large to be held. */
  cutTooLarge(isLast: boolean): Cut | undefined {
    const held = this.held();
    const isTooLarge = this.droppedBytes > 0 || (this.sizeBytes > this.maxBytes && !held.includes(LF));
    if (!isTooLarge) return undefined;
    const lf = held.indexOf(LF);
    const end = lf < 0 ? this.sizeBytes : lf;
    const [startByte, tooLargeBytes] = [this.startByte - this.droppedBytes, this.droppedBytes + end];
    this.drop(lf < 0 ? end : end + 1);
    if (lf >= 0 || isLast) {
      this.droppedBytes = 0;
      return { bytes: new Uint8Array(0), startByte, tooLargeBytes };
    }
    this.droppedBytes = tooLargeBytes;
    return undefined;
  }

  private held(): Uint8Array<ArrayBuffer> {
    return new Uint8Array(this.buffer, 0, this.sizeBytes);
  }

  private drop(count: number): void {
    this.held().copyWithin(0, count);
    this.startByte += count;
    this.sizeBytes -= count;
  }

  /** A line longer than the buffer gets a larger one. */
  private makeRoom(): void {
    const { byteLength } = this.buffer;
    if (this.sizeBytes < byteLength) return;
    const larger = this.buffers.take(
      Math.max(this.buffers.sizeBytes, Math.min(2 * byteLength, this.maxBytes + 1)),
    );
    new Uint8Array(larger).set(this.held());
    this.buffer = larger;
  }
}
