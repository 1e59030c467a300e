// Buffers that are used again. Memory that is new has to be cleared and mapped by the system, which costs more than
// reading the bytes that go into it (docs/decisions.md).

const MAX_FREE = 16;

export class BufferPool {
  readonly sizeBytes: number;
  private readonly free: ArrayBuffer[] = [];

  /** Buffers of this size are kept; others are made when they are asked for and let go. */
  constructor(sizeBytes: number) {
    this.sizeBytes = sizeBytes;
  }

  /** What stands in it is of no meaning. */
  take(sizeBytes = this.sizeBytes): ArrayBuffer {
    const used = sizeBytes === this.sizeBytes ? this.free.pop() : undefined;
    return used ?? new ArrayBuffer(sizeBytes);
  }

  give(buffer: ArrayBuffer): void {
    if (buffer.byteLength === this.sizeBytes && this.free.length < MAX_FREE) this.free.push(buffer);
  }
}
