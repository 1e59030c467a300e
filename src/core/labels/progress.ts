import { passageId } from '../identity';
import type { Passage, Protocol, Verdict } from '../model';
import type { Annotations } from './annotations';
import { ALL_ASKED, type Asked } from './asked';
import { stopsAtFirstError } from './protocols';

/** By step; undefined is unjudged. */
export function verdictsOf(steps: readonly Passage[], annotations: Annotations): (Verdict | undefined)[] {
  return steps.map((step) => annotations.passages.get(passageId(step))?.judgement.verdict);
}

/** Index from 0 of the first erroneous step that is not cleared. */
export function firstErrorIndex(
  verdicts: readonly (Verdict | undefined)[],
  cleared: Asked['cleared'] = ALL_ASKED.cleared,
): number | undefined {
  let index = verdicts.indexOf('erroneous');
  while (cleared.has(index)) index = verdicts.indexOf('erroneous', index + 1);
  return index === -1 ? undefined : index;
}

export interface Progress {
  judged: number;
  /** Steps that need a verdict: those in scope, and where the protocol stops, up to the first error. */
  total: number;
  isComplete: boolean;
  firstErrorFrom0: number | undefined;
}

/** Progress of a text by its verdicts as shown (`verdictsOf`, `matchJudgements`, a file's given labels). A text
 *  without steps is never complete. */
export function verdictProgress(
  verdicts: readonly (Verdict | undefined)[],
  protocol: Protocol,
  { inScope, cleared }: Asked = ALL_ASKED,
): Progress {
  const firstErrorFrom0 = firstErrorIndex(verdicts, cleared);
  const stops = firstErrorFrom0 !== undefined && stopsAtFirstError(protocol);
  const end = stops ? firstErrorFrom0 + 1 : verdicts.length;
  let total = 0;
  let judged = 0;
  // A loop, since this is asked after every key: 10,000 steps are counted without a copy of them.
  for (let i = 0; i < end; i++) {
    if (inScope !== undefined && inScope[i] !== 1) continue;
    total++;
    if (verdicts[i] !== undefined) judged++;
  }
  return { judged, total, isComplete: total > 0 && judged === total, firstErrorFrom0 };
}

export function progressOf(
  steps: readonly Passage[],
  annotations: Annotations,
  protocol: Protocol,
): Progress {
  return verdictProgress(verdictsOf(steps, annotations), protocol);
}

export type VerdictMark = 'c' | 'r' | 'e' | 'u';
const MARKS: Record<Verdict, VerdictMark> = { correct: 'c', redundant: 'r', erroneous: 'e' };

/** One mark per step, `u` where it is unjudged. */
export function verdictStrip(verdicts: readonly (Verdict | undefined)[]): VerdictMark[] {
  return verdicts.map((verdict) => (verdict === undefined ? 'u' : MARKS[verdict]));
}

export function stripOf(steps: readonly Passage[], annotations: Annotations): VerdictMark[] {
  return verdictStrip(verdictsOf(steps, annotations));
}
