import type { Category, LabelPack, Verdict } from '../model';

/** The categories a step with this verdict can have: those with a key first, in the order of keys. */
export function categoriesFor(pack: LabelPack, verdict: Verdict): Category[] {
  return pack.categories
    .filter((one) => one.under === verdict)
    .sort((a, b) => (a.key ?? '9').localeCompare(b.key ?? '9'));
}
