import type { ByteSource } from '../../core/bytes';
import { ByteHash } from './byteHash';
import type { FileKey } from '../../core/model';

const SLICE_BYTES = 8 << 20;

/** A source that hashes what is read through it in order; reading from front to back costs no second pass. */
export class HashingSource implements ByteSource {
  readonly size: number;
  private readonly source: ByteSource;
  private readonly hash = new ByteHash();

  constructor(source: ByteSource) {
    this.source = source;
    this.size = source.size;
  }

  slice(startByte: number, endByte: number): { arrayBuffer(): Promise<ArrayBuffer> } {
    return {
      arrayBuffer: async () => {
        const buffer = await this.source.slice(startByte, endByte).arrayBuffer();
        const known = this.hash.sizeBytes - startByte;
        if (known >= 0 && known < buffer.byteLength) this.hash.update(new Uint8Array(buffer, known));
        return buffer;
      },
    };
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
