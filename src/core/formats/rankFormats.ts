import type { Guess, Sample, TraceFormat } from './format';

export interface RankedGuess extends Guess {
  id: string;
  title: string;
}

/** All formats that fit at least one sampled record, best first. Only content is looked at. */
export const rankFormats = (sample: Sample, formats: readonly TraceFormat[]): RankedGuess[] =>
  ranked(formats.map((format) => ({ id: format.id, title: format.title, ...format.guess(sample) })));

/** The same for files that were dropped together. */
export const rankGroups = (files: readonly Sample[], formats: readonly TraceFormat[]): RankedGuess[] =>
  ranked(
    formats.flatMap((format) => {
      const guess = format.guessGroup?.(files);
      return guess === undefined ? [] : [{ id: format.id, title: format.title, ...guess }];
    }),
  );

function ranked(guesses: readonly RankedGuess[]): RankedGuess[] {
  return guesses
    .filter(({ score }) => score > 0)
    .toSorted((a, b) => Number(b.certain) - Number(a.certain) || b.score - a.score || b.keys - a.keys);
}

/** No format certain, or two whose key sets are equally wide: a person should choose. */
export function mustAsk(guesses: readonly RankedGuess[]): boolean {
  const [best, second] = guesses;
  if (!best?.certain) return true;
  return second?.certain === true && second.keys === best.keys;
}
