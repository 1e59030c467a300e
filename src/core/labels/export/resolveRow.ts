import type { Passage, Verdict } from '../../model';
import { firstErrorIndex } from '../progress';
import { refusalOf, verdictsOfRow } from './exportRow';
import type { ExportRow } from './exportRow';
import type { Policies } from './policies';

export type StepLabel = 'positive' | 'negative' | 'masked';
export type ResolvedRow = { ok: true; steps: Passage[]; labels: StepLabel[] } | { ok: false; reason: string };

/** A label for every step that is written, by the answers a person gave. An unjudged step is never positive; a
 *  row on which nothing was said is never written, else every trace of the file would be, all masked. */
export function resolveRow(row: ExportRow, policies: Policies): ResolvedRow {
  const reason = refusalOf(row);
  if (reason !== undefined) return { ok: false, reason };
  const verdicts = verdictsOfRow(row);
  const firstError = firstErrorIndex(verdicts, row.cleared);
  const lastOwn =
    firstError === undefined || policies.afterFirstError === 'own' ? verdicts.length - 1 : firstError;

  const isOpen = verdicts.slice(0, lastOwn + 1).includes(undefined);
  if (isOpen && policies.unjudged === 'refused') return { ok: false, reason: 'a step was not judged' };
  if (verdicts.every((verdict) => verdict === undefined)) return { ok: false, reason: 'no step was judged' };

  const isDropped = (i: number) => i > lastOwn && policies.afterFirstError === 'dropped';
  const labelOf = (verdict: Verdict | undefined, i: number): StepLabel => {
    if (i > lastOwn) return policies.afterFirstError === 'negative' ? 'negative' : 'masked';
    if (row.propagated?.has(i) === true) return 'masked';
    return verdict === undefined ? 'masked' : resolveVerdict(verdict, policies);
  };
  return {
    ok: true,
    steps: row.steps.filter((_, i) => !isDropped(i)),
    labels: verdicts.map(labelOf).filter((_, i) => !isDropped(i)),
  };
}

function resolveVerdict(verdict: Verdict, { redundant }: Policies): StepLabel {
  switch (verdict) {
    case 'correct':
      return 'positive';
    case 'redundant':
      return redundant;
    case 'erroneous':
      return 'negative';
  }
}
