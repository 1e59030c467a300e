// Inside, offsets are UTF-16 code units; in a Stepmark file those of trace and tree lines are code points, which
// is what Python counts. A lone surrogate counts as one.

const SURROGATE = /[\uD800-\uDFFF]/;
const same = (offset: number) => offset;

/** Offsets of `text` from UTF-16 to code points. Made for one text, so that many offsets cost one pass. */
export function codePointOffsets(text: string): (utf16: number) => number {
  if (!SURROGATE.test(text)) return same;
  const points = new Uint32Array(text.length + 1);
  let count = 0;
  let at = 0;
  for (const point of text) {
    for (let i = 0; i < point.length; i++) points[at + i] = count;
    at += point.length;
    count++;
  }
  points[at] = count;
  return (utf16) => points[utf16] ?? count;
}

/** And back. undefined: past the end, or no offset at all. */
export function utf16Offsets(text: string): (codePoint: number) => number | undefined {
  if (!SURROGATE.test(text)) return (offset) => (offset <= text.length ? offset : undefined);
  const starts: number[] = [];
  let at = 0;
  for (const point of text) {
    starts.push(at);
    at += point.length;
  }
  starts.push(at);
  return (offset) => starts[offset];
}
