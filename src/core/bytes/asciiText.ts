// Text from bytes of ASCII without a decoder: the browser's puts every text it makes into new memory outside the heap,
// which costs more than parsing it.

/** Each byte is an argument of one call, and those lie on the stack. */
const MAX_BYTES = 32 << 10;
/** The high bits of four bytes. */
const NOT_ASCII = 0x80808080 | 0;

/** Whether `asciiText` can be used for `bytes[start, end)`. */
export function isShortAscii(bytes: Uint8Array, start: number, end: number): boolean {
  if (end - start > MAX_BYTES) return false;
  let seen = 0;
  let at = start;
  for (; at < end && ((bytes.byteOffset + at) & 3) !== 0; at += 1) seen |= bytes[at]!;
  if (end - at >= 4) {
    const words = new Int32Array(bytes.buffer, bytes.byteOffset + at, (end - at) >> 2);
    let high = 0;
    for (let i = 0; i < words.length; i += 1) high |= words[i]!;
    if ((high & NOT_ASCII) !== 0) return false;
    at += words.length * 4;
  }
  for (; at < end; at += 1) seen |= bytes[at]!;
  return seen < 0x80;
}

export const asciiText = (bytes: Uint8Array, start: number, end: number): string =>
  // The type asks for an array; a typed one is as good and is not copied.
  String.fromCharCode.apply(undefined, bytes.subarray(start, end) as unknown as number[]);
