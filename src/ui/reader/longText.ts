// A long step is clamped so that its neighbours stay readable; what is clamped is not rendered either.

const LONGEST_OPEN = 3_000;
const MOST_LINES = 36;
/** Enough to fill the clamped height; the rest is drawn when the step is opened. */
const DRAWN_WHEN_CLAMPED = 4_000;

export function countLines(text: string): number {
  let lines = 1;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) lines++;
  return lines;
}

export function isLong(text: string): boolean {
  return text.length > LONGEST_OPEN || countLines(text) > MOST_LINES;
}

/** The beginning of a clamped text, cut at a line where there is one, never within a surrogate pair. */
export function clampedText(text: string): string {
  if (text.length <= DRAWN_WHEN_CLAMPED) return text;
  const line = text.lastIndexOf('\n', DRAWN_WHEN_CLAMPED);
  if (line > DRAWN_WHEN_CLAMPED / 2) return text.slice(0, line);
  const code = text.charCodeAt(DRAWN_WHEN_CLAMPED - 1);
  return text.slice(0, DRAWN_WHEN_CLAMPED - (code >= 0xd800 && code < 0xdc00 ? 1 : 0));
}
