// Offsets inside Stepmark are UTF-16 code units; files written for others count Unicode code points.

const CHUNK = 1024;

export interface CodePoints {
  /** Of a code unit offset. One that lies inside a surrogate pair counts as behind it. */
  fromUnits(offset: number): number;
  /** The code unit offset where the code point with this index begins. */
  toUnits(offset: number): number;
}

const IDENTITY: CodePoints = { fromUnits: (offset) => offset, toUnits: (offset) => offset };

const isHigh = (unit: number) => unit >= 0xd800 && unit <= 0xdbff;
const isLow = (unit: number) => unit >= 0xdc00 && unit <= 0xdfff;
/** Whether the unit at `i` is the second of a pair; a lone surrogate is a code point of its own. */
const endsPair = (text: string, i: number) =>
  i > 0 && isLow(text.charCodeAt(i)) && isHigh(text.charCodeAt(i - 1));

/** The two ways of counting in one text. Built in one pass; each question looks at no more than 1,024 units. */
export function codePoints(text: string): CodePoints {
  if (!/[\uD800-\uDBFF]/.test(text)) return IDENTITY;
  // pairsBefore[k]: pairs whose second unit lies before unit k * CHUNK.
  const pairsBefore = new Uint32Array(Math.ceil(text.length / CHUNK) + 1);
  let pairs = 0;
  for (let i = 0; i < text.length; i++) {
    if (i % CHUNK === 0) pairsBefore[i / CHUNK] = pairs;
    if (endsPair(text, i)) pairs++;
  }
  pairsBefore[pairsBefore.length - 1] = pairs;

  const fromUnits = (offset: number) => {
    const chunk = Math.min(Math.floor(offset / CHUNK), pairsBefore.length - 1);
    let before = pairsBefore[chunk]!;
    for (let i = chunk * CHUNK; i < offset; i++) if (endsPair(text, i)) before++;
    return offset - before;
  };
  const toUnits = (offset: number) => {
    let [low, high] = [0, pairsBefore.length - 1];
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (middle * CHUNK - pairsBefore[middle]! <= offset) low = middle;
      else high = middle - 1;
    }
    let unit = low * CHUNK;
    let point = unit - pairsBefore[low]!;
    while (unit < text.length && (point < offset || endsPair(text, unit))) {
      unit++;
      if (!endsPair(text, unit)) point++;
    }
    return unit;
  };
  return { fromUnits, toUnits };
}
