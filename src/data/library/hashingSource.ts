import type { ByteRun, ByteSource } from '../../core/bytes';
import { blobRun, canRun } from './blobRun';
import { ByteHash } from './byteHash';
import type { FileKey } from '../../core/model';

const SLICE_BYTES = 8 << 20;

/** A source that hashes what is read through it in order; reading from front to back costs no second pass. */
export class HashingSource implements ByteSource {
  readonly size: number;
  readonly run?: (startByte: number) => ByteRun;
  private readonly source: Blob;
  private readonly hash = new ByteHash();

  constructor(source: Blob) {
    this.source = source;
    this.size = source.size;
    if (canRun()) this.run = (startByte) => this.hashingRun(startByte);
  }

  slice(startByte: number, endByte: number): { arrayBuffer(): Promise<ArrayBuffer> } {
    return {
      arrayBuffer: async () => {
        const buffer = await this.source.slice(startByte, endByte).arrayBuffer();
        this.see(startByte, new Uint8Array(buffer));
        return buffer;
      },
    };
  }

  private hashingRun(startByte: number): ByteRun {
    const run = blobRun(this.source, startByte);
    let at = startByte;
    return {
      fill: async (given, from) => {
        const { buffer, end } = await run.fill(given, from);
        this.see(at, new Uint8Array(buffer, from, end - from));
        at += end - from;
        return { buffer, end };
      },
      close: () => run.close(),
    };
  }

  private see(startByte: number, bytes: Uint8Array): void {
    const known = this.hash.sizeBytes - startByte;
    if (known >= 0 && known < bytes.length) this.hash.update(bytes.subarray(known));
  }

  /** Hash of all bytes: reads those that were not read yet. */
  async key(): Promise<FileKey> {
    for (let at = this.hash.sizeBytes; at < this.size; at = this.hash.sizeBytes) {
      const { byteLength } = await this.slice(at, Math.min(this.size, at + SLICE_BYTES)).arrayBuffer();
      if (byteLength === 0) break;
    }
    return this.hash.key() as FileKey;
  }
}
