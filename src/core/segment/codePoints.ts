// Exports count Unicode code points, inside we count UTF-16 units. A lone surrogate is one code point.

const isPairAt = (raw: string, at: number) => {
  const unit = raw.charCodeAt(at);
  if (unit < 0xd800 || unit > 0xdbff) return false;
  const next = raw.charCodeAt(at + 1);
  return next >= 0xdc00 && next <= 0xdfff;
};

/** Ascending UTF-16 offsets of `raw` as code-point offsets. An offset inside a pair counts the pair. */
export function toCodePoints(raw: string, offsets: ArrayLike<number>): number[] {
  const points: number[] = [];
  let at = 0;
  let count = 0;
  for (let i = 0; i < offsets.length; i++) {
    for (const offset = offsets[i]!; at < offset && at < raw.length; count++) at += isPairAt(raw, at) ? 2 : 1;
    points.push(count);
  }
  return points;
}

/** Ascending code-point offsets of `raw` as UTF-16 offsets; past the end is the end. */
export function fromCodePoints(raw: string, points: ArrayLike<number>): number[] {
  const offsets: number[] = [];
  let at = 0;
  let count = 0;
  for (let i = 0; i < points.length; i++) {
    for (const point = points[i]!; count < point && at < raw.length; count++) at += isPairAt(raw, at) ? 2 : 1;
    offsets.push(at);
  }
  return offsets;
}
