import { legalCuts } from '../core/segment';
import type { ReaderSlice } from './state';

/** Where the active step may be cut, ascending offsets in the raw text: before words, or at the ends of sentences
 *  and lines. */
export function cutPlaces(
  { open, steps, active }: Pick<ReaderSlice, 'open' | 'steps' | 'active'>,
  over: 'word' | 'sentence',
): number[] {
  const step = steps[active];
  if (step === undefined) return [];
  const { raw } = open.trace;
  if (over === 'word') return legalCuts(raw, step, 'word');
  const both = [...legalCuts(raw, step, 'sentence'), ...legalCuts(raw, step, 'line')];
  return [...new Set(both)].sort((a, b) => a - b);
}
