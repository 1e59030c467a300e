// White space and grapheme edges. A cut is only ever made beside white space, a tag, or punctuation, so a few
// character classes tell whether it would fall inside a grapheme (UAX #29); `Intl.Segmenter` would cost a
// hundred times more over a whole trace.

import type { Range } from '../model';

const LINE_FEED = 10;
const RETURN = 13;

/** What `trim` removes, and the two invisible characters it leaves (zero-width space, word joiner). */
function isWhiteUnit(unit: number): boolean {
  if (unit <= 32) return unit === 32 || (unit >= 9 && unit <= 13);
  if (unit < 0xa0) return false;
  if (unit === 0xa0 || unit === 0x1680 || unit === 0xfeff || unit === 0x3000) return true;
  if (unit < 0x2000 || unit > 0x2060) return false;
  return unit <= 0x200b || unit === 0x2028 || unit === 0x2029 || unit === 0x202f || unit >= 0x205f;
}

// Grapheme_Cluster_Break = Extend, ZWJ, SpacingMark; \p{M} is a little wider, which only forbids more cuts.
const EXTENDS =
  /^(?:\p{M}|[\u0e33\u0eb3]|[\u200c\uff9e\uff9f]|\u200d|\p{Emoji_Modifier}|[\u{e0020}-\u{e007f}])/u;
// Grapheme_Cluster_Break = Prepend (Unicode 16): what follows belongs to it.
const PREPENDS =
  /^[\u0600-\u0605\u06dd\u070f\u0890\u0891\u08e2\u0d4e\u{110bd}\u{110cd}\u{111c2}\u{111c3}\u{113d1}\u{1193f}\u{11941}\u{11a3a}\u{11a84}-\u{11a89}\u{11d46}\u{11f02}]$/u;

/** The character at `at` belongs to the one before it (a combining mark, a variation selector, a joiner). */
function extendsPrevious(raw: string, at: number): boolean {
  const unit = raw.charCodeAt(at);
  return unit >= 0x300 && EXTENDS.test(raw.slice(at, at + 2));
}

function belongsToNext(raw: string, at: number): boolean {
  const unit = raw.charCodeAt(at - 1);
  if (unit < 0x600) return false;
  if (unit === 0x200d) return true;
  return PREPENDS.test(unit >= 0xdc00 && unit < 0xe000 ? raw.slice(at - 2, at) : raw[at - 1]!);
}

/** A cut at `at`, beside white space, punctuation or a tag, splits neither a grapheme nor a line break. */
export function isLegalCut(raw: string, at: number): boolean {
  if (at <= 0 || at >= raw.length) return true;
  const before = raw.charCodeAt(at - 1);
  const after = raw.charCodeAt(at);
  if (before === RETURN && after === LINE_FEED) return false;
  if (before <= 32) return before !== 32 || !extendsPrevious(raw, at);
  if (before >= 0xd800 && before < 0xdc00 && after >= 0xdc00 && after < 0xe000) return false;
  return after <= 31 || !(extendsPrevious(raw, at) || belongsToNext(raw, at));
}

/** White space that stands for itself: a space under a combining mark or after a prepended sign is text. */
export function isWhiteAt(raw: string, at: number): boolean {
  const unit = raw.charCodeAt(at);
  if (!isWhiteUnit(unit)) return false;
  if (unit < 32) return true;
  if (at + 1 < raw.length && raw.charCodeAt(at + 1) >= 0x300 && extendsPrevious(raw, at + 1)) return false;
  return at === 0 || !belongsToNext(raw, at) || isWhiteUnit(raw.charCodeAt(at - 1));
}

/** The line break at `at` ends there: a return before a line feed is half of one. */
export function endsLine(raw: string, at: number): boolean {
  const unit = raw.charCodeAt(at);
  return unit === LINE_FEED || (unit === RETURN && raw.charCodeAt(at + 1) !== LINE_FEED);
}

/** raw[start, end) without the white space at both ends; `undefined` where nothing else is there. */
export function trimmed(raw: string, start: number, end: number): Range | undefined {
  let first = start;
  while (first < end && isWhiteAt(raw, first)) first++;
  if (first >= end) return undefined;
  let last = end;
  while (last > first && isWhiteAt(raw, last - 1)) last--;
  return { start: first, end: last };
}
