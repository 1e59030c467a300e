import type { Passage, Range } from '../model';

const QUOTED = 32;

/** First and last 32 code units of a passage (all of it up to 64): compared when labels are found again, so
 *  that a hash collision is seen. */
export function quoteOf(raw: string, { start, end }: Range): string {
  if (end - start <= 2 * QUOTED) return raw.slice(start, end);
  return raw.slice(start, start + QUOTED) + raw.slice(end - QUOTED, end);
}

/** The quotes of a change, by `upTo`. */
export function quotesFor(raw: string, passages: readonly Passage[]): Record<string, string> {
  return Object.fromEntries(passages.map((passage) => [passage.upTo, quoteOf(raw, passage)]));
}
