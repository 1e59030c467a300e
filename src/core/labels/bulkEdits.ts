import { passageId } from '../identity';
import type { Passage, Protocol, Verdict } from '../model';
import type { Annotations } from './annotations';
import { ALL_ASKED, type Asked } from './asked';
import { judge } from './edits';
import type { PassageEdit } from './edits';
import { firstErrorIndex, verdictsOf } from './progress';
import { stopsAtFirstError } from './protocols';

/** Verdicts by step as the person sees them: where splitting changed, a judgement of a nearly equal passage
 *  counts (`matchJudgements`). */
type Shown = readonly (Verdict | undefined)[];

const before = (at: Passage, annotations: Annotations) => annotations.passages.get(passageId(at))?.judgement;

const unjudgedCorrect = (
  steps: readonly Passage[],
  annotations: Annotations,
  shown: Shown,
  afterReveal: boolean,
  { inScope }: Asked = ALL_ASKED,
): PassageEdit[] =>
  steps
    .filter((_, i) => shown[i] === undefined && (inScope === undefined || inScope[i] === 1))
    .map((at) => judge(at, before(at, annotations), 'correct', 'bulk', afterReveal))
    .filter((edit) => edit !== undefined);

/** `F`: step `index` is erroneous, steps before it without a verdict are correct (marked bulk), but for those
 *  out of scope. No other verdict changes: one that stands before `index`, an erroneous one too, stays. */
export function firstErrorHere(
  steps: readonly Passage[],
  index: number,
  annotations: Annotations,
  afterReveal = false,
  shown: Shown = verdictsOf(steps, annotations),
  asked: Asked = ALL_ASKED,
): PassageEdit[] {
  const here = steps[index];
  if (here === undefined) return [];
  const own = judge(here, before(here, annotations), 'erroneous', 'key', afterReveal);
  return [
    ...unjudgedCorrect(steps.slice(0, index), annotations, shown, afterReveal, asked),
    ...(own === undefined ? [] : [own]),
  ];
}

/** `A`: steps in scope without a verdict are correct (marked bulk); where the protocol stops, only those before
 *  the first error. */
export function restCorrect(
  steps: readonly Passage[],
  annotations: Annotations,
  protocol: Protocol,
  afterReveal = false,
  shown: Shown = verdictsOf(steps, annotations),
  asked: Asked = ALL_ASKED,
): PassageEdit[] {
  if (!protocol.bulk) return [];
  const end = stopsAtFirstError(protocol) ? firstErrorIndex(shown, asked.cleared) : undefined;
  return unjudgedCorrect(steps.slice(0, end), annotations, shown, afterReveal, asked);
}

/** A step of a tree that is judged correct carries those it goes on from, root first: without a verdict they are
 *  correct too (marked bulk); where the protocol stops, only those before the first error among them. */
export function carryAncestors(
  ancestors: readonly Passage[],
  annotations: Annotations,
  protocol: Protocol,
  afterReveal = false,
): PassageEdit[] {
  if (!protocol.carryAncestors) return [];
  return restCorrect(ancestors, annotations, { ...protocol, bulk: true }, afterReveal);
}
