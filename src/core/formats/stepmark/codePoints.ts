// Inside, offsets are UTF-16 code units; in a Stepmark file those of trace and tree lines are code points, which
// is what Python counts. A lone surrogate counts as one.

const SURROGATE = /[\uD800-\uDFFF]/;

/** From code points of `text` to UTF-16, in one pass for many offsets. undefined: past its end. */
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
