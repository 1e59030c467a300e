import { passageId } from '../identity';
import type { Passage, Protocol, Verdict } from '../model';
import type { Annotations } from './annotations';
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
): PassageEdit[] =>
  steps
    .filter((_, i) => shown[i] === undefined)
    .map((at) => judge(at, before(at, annotations), 'correct', 'bulk', afterReveal))
    .filter((edit) => edit !== undefined);

/** `F`: step `index` is erroneous, steps before it without a verdict are correct (marked bulk). No other
 *  verdict changes: one that stands before `index`, an erroneous one too, stays. */
export function firstErrorHere(
  steps: readonly Passage[],
  index: number,
  annotations: Annotations,
  afterReveal = false,
  shown: Shown = verdictsOf(steps, annotations),
): PassageEdit[] {
  const here = steps[index];
  if (here === undefined) return [];
  const own = judge(here, before(here, annotations), 'erroneous', 'key', afterReveal);
  return [
    ...unjudgedCorrect(steps.slice(0, index), annotations, shown, afterReveal),
    ...(own === undefined ? [] : [own]),
  ];
}

/** `A`: steps without a verdict are correct (marked bulk); where the protocol stops, only those before the
 *  first error. */
export function restCorrect(
  steps: readonly Passage[],
  annotations: Annotations,
  protocol: Protocol,
  afterReveal = false,
  shown: Shown = verdictsOf(steps, annotations),
): PassageEdit[] {
  if (!protocol.bulk) return [];
  const end = stopsAtFirstError(protocol) ? firstErrorIndex(shown) : undefined;
  return unjudgedCorrect(steps.slice(0, end), annotations, shown, afterReveal);
}
