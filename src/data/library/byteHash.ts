// The key of a file: a 128-bit hash over all its bytes, fed slice by slice. MurmurHash3_x86_128 (Austin
// Appleby, public domain) with its mixing constants; about 1 GB/s, synchronous and incremental, which
// crypto.subtle is not. Not cryptographic: it tells files apart, it proves nothing.

const rotate = (x: number, bits: number) => (x << bits) | (x >>> (32 - bits));
const hex8 = (n: number) => (n >>> 0).toString(16).padStart(8, '0');

function finalMix(h: number): number {
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return h ^ (h >>> 16);
}

const BLOCK_BYTES = 16;

export class ByteHash {
  private a = 0;
  private b = 0;
  private c = 0;
  private d = 0;
  private readonly rest = new Uint8Array(BLOCK_BYTES);
  private restBytes = 0;
  /** Bytes fed so far. */
  sizeBytes = 0;

  update(bytes: Uint8Array): this {
    this.sizeBytes += bytes.length;
    let at = 0;
    if (this.restBytes > 0) {
      at = Math.min(bytes.length, BLOCK_BYTES - this.restBytes);
      this.rest.set(bytes.subarray(0, at), this.restBytes);
      this.restBytes += at;
      if (this.restBytes < BLOCK_BYTES) return this;
      this.mix(new DataView(this.rest.buffer), 0, BLOCK_BYTES);
      this.restBytes = 0;
    }
    const whole = at + Math.floor((bytes.length - at) / BLOCK_BYTES) * BLOCK_BYTES;
    this.mix(new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength), at, whole);
    this.rest.set(bytes.subarray(whole));
    this.restBytes = bytes.length - whole;
    return this;
  }

  /** 32 hex digits for everything fed so far; the run can go on afterwards. */
  key(): string {
    const last = new ByteHash();
    [last.a, last.b, last.c, last.d] = [this.a, this.b, this.c, this.d];
    const padded = new Uint8Array(BLOCK_BYTES);
    padded.set(this.rest.subarray(0, this.restBytes));
    last.mix(new DataView(padded.buffer), 0, BLOCK_BYTES);
    let { a, b, c, d } = last;
    const low = this.sizeBytes | 0;
    const high = Math.floor(this.sizeBytes / 0x1_0000_0000) | 0;
    a = finalMix(a ^ low ^ high);
    b = finalMix((b + a) ^ low);
    c = finalMix((c + b) ^ low);
    d = finalMix((d + c) ^ low);
    a = (a + b + c + d) | 0;
    return hex8(a) + hex8((b + a) | 0) + hex8((c + a) | 0) + hex8((d + a) | 0);
  }

  private mix(view: DataView, from: number, to: number): void {
    let { a, b, c, d } = this;
    for (let i = from; i < to; i += BLOCK_BYTES) {
      a ^= Math.imul(rotate(Math.imul(view.getInt32(i, true), 0x239b961b), 15), 0xab0e9789);
      a = (Math.imul((rotate(a, 19) + b) | 0, 5) + 0x561ccd1b) | 0;
      b ^= Math.imul(rotate(Math.imul(view.getInt32(i + 4, true), 0xab0e9789), 16), 0x38b34ae5);
      b = (Math.imul((rotate(b, 17) + c) | 0, 5) + 0x0bcaa747) | 0;
      c ^= Math.imul(rotate(Math.imul(view.getInt32(i + 8, true), 0x38b34ae5), 17), 0xa1e38b93);
      c = (Math.imul((rotate(c, 15) + d) | 0, 5) + 0x96cd1c35) | 0;
      d ^= Math.imul(rotate(Math.imul(view.getInt32(i + 12, true), 0xa1e38b93), 18), 0x239b961b);
      d = (Math.imul((rotate(d, 13) + a) | 0, 5) + 0x32ac3b17) | 0;
    }
    this.a = a;
    this.b = b;
    this.c = c;
    this.d = d;
  }
}
