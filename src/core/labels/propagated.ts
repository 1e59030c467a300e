// Errors that follow from an earlier one, where the protocol gives them a flag of their own: the step stays
// erroneous, and whoever trains on it can leave it out.

import type { Judgement, LabelPack, Passage, Protocol } from '../model';
import { judge, toggleCategory, type PassageEdit } from './edits';
import { category } from './packs/category';

/** The category that is the flag, in every pack. */
export const PROPAGATED = 'propagated';
const FLAG = category('erroneous', PROPAGATED, 'follows from an earlier error');

const flagged = new WeakMap<LabelPack, LabelPack>();

/** The pack with what the protocol adds to it. */
export function packUnder({ flagPropagated }: Protocol, pack: LabelPack): LabelPack {
  if (!flagPropagated || pack.categories.some(({ id }) => id === PROPAGATED)) return pack;
  const known = flagged.get(pack) ?? { ...pack, categories: [...pack.categories, FLAG] };
  flagged.set(pack, known);
  return known;
}

export function isPropagated(judgement: Judgement | undefined): boolean {
  return judgement?.verdict === 'erroneous' && judgement.categories.includes(PROPAGATED);
}

/** Erroneous and flagged, in one; said again the flag is taken away and the verdict stays. */
export function judgePropagated(
  at: Passage,
  before: Judgement | undefined,
  afterReveal: boolean,
  pack: LabelPack,
): PassageEdit | undefined {
  if (isPropagated(before)) return toggleCategory(at, before, PROPAGATED);
  const judged = judge(at, before, 'erroneous', 'key', afterReveal, pack)?.after ?? before;
  const edit = toggleCategory(at, judged, PROPAGATED);
  return edit && { ...edit, before };
}

/** Steps with the flag, where the protocol has one. */
export function propagatedSteps(
  { flagPropagated }: Protocol,
  judgements: readonly (Judgement | undefined)[],
): ReadonlySet<number> {
  return new Set(flagPropagated ? judgements.flatMap((one, i) => (isPropagated(one) ? [i] : [])) : []);
}
