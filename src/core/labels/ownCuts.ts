import type { Cuts, Passage, TextKey } from '../model';
import type { Annotations } from './annotations';

/** A person's cuts that lie in this text: those whose passage begins with its very words. `keyAt` is `prefixKeys`
 *  of the text. */
export function ownCuts(
  annotations: Annotations,
  textLength: number,
  keyAt: (end: number) => TextKey,
): { at: Passage; cuts: Cuts }[] {
  if (annotations.cuts.size === 0) return [];
  return [...annotations.cuts.values()]
    .filter(({ at }) => at.end <= textLength)
    .sort((a, b) => a.at.end - b.at.end)
    .filter(({ at }) => keyAt(at.end) === at.upTo);
}
