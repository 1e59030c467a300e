import { passageId, PrefixHash } from '../identity';
import type { Judgement, Passage, ProblemKey, TextKey } from '../model';
import type { Annotations } from './annotations';

export interface Judged {
  at: Passage;
  judgement: Judgement;
}
export interface MatchedJudgements {
  /** By step: the judgement of exactly this passage, or of one it nearly equals, then with `review`. `at` is
   *  the passage that was judged. */
  byStep: (Judged | undefined)[];
  /** Judgements of this text that no step shows, in the order of the text. */
  tray: Judged[];
}

/** Of the union of both passages. */
const NEARLY_EQUAL = 0.8;

/** Keys of a text's prefixes by their end, each end hashed once; asked in ascending order it is one pass. The
 *  same keys as `passagesOf`. */
export function prefixKeys(problem: ProblemKey, raw: string): (end: number) => TextKey {
  const known = new Map<number, TextKey>();
  let run = new PrefixHash().update(problem);
  let fedTo = 0;
  return (end) => {
    const before = known.get(end);
    if (before !== undefined) return before;
    if (end < fedTo) {
      run = new PrefixHash().update(problem);
      fedTo = 0;
    }
    const key = run.update(raw, fedTo, end).key() as TextKey;
    fedTo = end;
    known.set(end, key);
    return key;
  };
}

function overlapShare(a: Passage, b: Passage): number {
  const shared = Math.min(a.end, b.end) - Math.max(a.start, b.start);
  return shared <= 0 ? 0 : shared / (Math.max(a.end, b.end) - Math.min(a.start, b.start));
}

/** The first step that ends behind `at.start`, and on: where the share is largest. */
function nearestStep(steps: readonly Passage[], at: Passage): { index: number; share: number } {
  let [low, high] = [0, steps.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (steps[middle]!.end <= at.start) low = middle + 1;
    else high = middle;
  }
  let best = { index: -1, share: 0 };
  for (let index = low; index < steps.length && steps[index]!.start < at.end; index++) {
    const share = overlapShare(steps[index]!, at);
    if (share > best.share) best = { index, share };
  }
  return best;
}

/** Judgements of this very text whose passage is no step: annotations hold other texts' too, so a passage
 *  counts only if its key is the key of this raw text at that end. */
function strays(
  steps: readonly Passage[],
  textLength: number,
  annotations: Annotations,
  keyAt: (end: number) => TextKey,
): Judged[] {
  const exact = new Set(steps.map(passageId));
  const found: Judged[] = [];
  for (const [id, judged] of annotations.passages) {
    if (!exact.has(id) && judged.at.end <= textLength) found.push(judged);
  }
  return found
    .sort((a, b) => a.at.end - b.at.end || a.at.start - b.at.start)
    .filter(({ at }) => keyAt(at.end) === at.upTo);
}

/** Where judgements show under the current steps (design.md §6): on exactly their passage; else on the step
 *  they overlap by at least 80 % of the union, marked *review*, the larger share first; else in the tray.
 *  Nothing is rewritten. `keyAt` is `prefixKeys` of the text: keep it while the text is open. */
export function matchJudgements(
  steps: readonly Passage[],
  textLength: number,
  annotations: Annotations,
  keyAt: (end: number) => TextKey,
): MatchedJudgements {
  const byStep: (Judged | undefined)[] = steps.map((step) => annotations.passages.get(passageId(step)));
  const tray: Judged[] = [];
  const placed = strays(steps, textLength, annotations, keyAt).map((judged) => ({
    judged,
    ...nearestStep(steps, judged.at),
  }));
  const best = placed.toSorted((a, b) => b.share - a.share);
  for (const { judged, index, share } of best) {
    if (share < NEARLY_EQUAL || byStep[index] !== undefined) continue;
    byStep[index] = { at: judged.at, judgement: { ...judged.judgement, review: true } };
  }
  const shownAt = new Set(byStep.map((one) => one?.at));
  for (const { judged } of placed) if (!shownAt.has(judged.at)) tray.push(judged);
  return { byStep, tray };
}
