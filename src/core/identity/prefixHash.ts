// Incremental 128-bit hash over UTF-16 code units, MurmurHash3_x86_128 with 8 units (16 bytes) a block
// (Austin Appleby, public domain). Its state can be read at every boundary without disturbing the run, so one
// pass over a trace gives the keys of all its passages. Not cryptographic: quotes of both ends are kept beside
// a key where a collision would matter.

const C1 = 0x239b961b;
const C2 = 0xab0e9789 | 0;
const C3 = 0x38b34ae5;
const C4 = 0xa1e38b93 | 0;

const rotate = (x: number, bits: number) => (x << bits) | (x >>> (32 - bits));
const mixK1 = (k: number) => Math.imul(rotate(Math.imul(k, C1), 15), C2);
const mixK2 = (k: number) => Math.imul(rotate(Math.imul(k, C2), 16), C3);
const mixK3 = (k: number) => Math.imul(rotate(Math.imul(k, C3), 17), C4);
const mixK4 = (k: number) => Math.imul(rotate(Math.imul(k, C4), 18), C1);

const CODES: number[] = Array.from({ length: 32 }, () => 0);
const DIGITS = Uint8Array.from('0123456789abcdef', (digit) => digit.charCodeAt(0));
/** Digits made at once: a trace may have 400,000 steps, and joining eight of `toString(16)` takes three times as long. */
function hexOf(numbers: Uint32Array): string {
  for (let i = 0; i < CODES.length; i++) CODES[i] = DIGITS[(numbers[i >> 3]! >>> (28 - 4 * (i & 7))) & 15]!;
  return String.fromCharCode(...CODES);
}

function finalMix(h: number): number {
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return h ^ (h >>> 16);
}

const DIGEST = new Uint32Array(4);

/** A run over one text. Feeding it in pieces gives the same keys as feeding it whole. */
export class PrefixHash {
  private a = 0;
  private b = 0;
  private c = 0;
  private d = 0;
  private readonly pending = new Uint16Array(8);
  private pendingCount = 0;
  private unitCount = 0;

  /** Begins anew. */
  reset(): this {
    this.a = this.b = this.c = this.d = this.pendingCount = this.unitCount = 0;
    return this;
  }

  /** Feeds the code units `text[from, to)`. */
  update(text: string, from = 0, to = text.length): this {
    let i = from;
    while (this.pendingCount !== 0 && i < to) this.push(text.charCodeAt(i++));
    let { a, b, c, d } = this;
    for (const stop = to - 7; i < stop; i += 8) {
      a ^= mixK1(text.charCodeAt(i) | (text.charCodeAt(i + 1) << 16));
      a = (Math.imul((rotate(a, 19) + b) | 0, 5) + 0x561ccd1b) | 0;
      b ^= mixK2(text.charCodeAt(i + 2) | (text.charCodeAt(i + 3) << 16));
      b = (Math.imul((rotate(b, 17) + c) | 0, 5) + 0x0bcaa747) | 0;
      c ^= mixK3(text.charCodeAt(i + 4) | (text.charCodeAt(i + 5) << 16));
      c = (Math.imul((rotate(c, 15) + d) | 0, 5) + 0x96cd1c35) | 0;
      d ^= mixK4(text.charCodeAt(i + 6) | (text.charCodeAt(i + 7) << 16));
      d = (Math.imul((rotate(d, 13) + a) | 0, 5) + 0x32ac3b17) | 0;
    }
    this.a = a;
    this.b = b;
    this.c = c;
    this.d = d;
    while (i < to) this.push(text.charCodeAt(i++));
    this.unitCount += to - from;
    return this;
  }

  /** 32 hex digits for everything fed so far; the run can go on afterwards. */
  key(): string {
    this.digest(DIGEST, 0);
    return hexOf(DIGEST);
  }

  /** The key as four numbers, written to `into[at…at + 3]`. */
  digest(into: Uint32Array, at: number): void {
    let { a, b, c, d } = this;
    const { pending, pendingCount, unitCount } = this;
    const tail = (pair: number) => {
      const first = pair * 2;
      if (first >= pendingCount) return 0;
      return pending[first]! | (first + 1 < pendingCount ? pending[first + 1]! << 16 : 0);
    };
    d ^= mixK4(tail(3)) ^ unitCount;
    c ^= mixK3(tail(2)) ^ unitCount;
    b ^= mixK2(tail(1)) ^ unitCount;
    a ^= mixK1(tail(0)) ^ unitCount;
    a = (a + b + c + d) | 0;
    b = finalMix((b + a) | 0);
    c = finalMix((c + a) | 0);
    d = finalMix((d + a) | 0);
    a = finalMix(a);
    a = (a + b + c + d) | 0;
    into[at] = a;
    into[at + 1] = b + a;
    into[at + 2] = c + a;
    into[at + 3] = d + a;
  }

  private push(unit: number): void {
    this.pending[this.pendingCount++] = unit;
    if (this.pendingCount < 8) return;
    this.pendingCount = 0;
    const p = this.pending;
    let { a, b, c, d } = this;
    a ^= mixK1(p[0]! | (p[1]! << 16));
    a = (Math.imul((rotate(a, 19) + b) | 0, 5) + 0x561ccd1b) | 0;
    b ^= mixK2(p[2]! | (p[3]! << 16));
    b = (Math.imul((rotate(b, 17) + c) | 0, 5) + 0x0bcaa747) | 0;
    c ^= mixK3(p[4]! | (p[5]! << 16));
    c = (Math.imul((rotate(c, 15) + d) | 0, 5) + 0x96cd1c35) | 0;
    d ^= mixK4(p[6]! | (p[7]! << 16));
    d = (Math.imul((rotate(d, 13) + a) | 0, 5) + 0x32ac3b17) | 0;
    this.a = a;
    this.b = b;
    this.c = c;
    this.d = d;
  }
}
