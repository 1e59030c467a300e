import { passageId } from '../identity';
import type { LabelPack, Passage, Protocol, Verdict } from '../model';
import type { Annotations } from './annotations';
import { judge } from './edits';
import type { PassageEdit } from './edits';
import { firstErrorIndex, verdictsOf } from './progress';
import { stopsAtFirstError } from './protocols';

/** Verdicts by step as the person sees them: where splitting changed, a judgement of a nearly equal passage
 *  counts (`matchJudgements`). */
type Shown = readonly (Verdict | undefined)[];
type Options = { afterReveal?: boolean; pack?: LabelPack };

const before = (at: Passage, annotations: Annotations) => annotations.passages.get(passageId(at))?.judgement;

const unjudgedCorrect = (
  steps: readonly Passage[],
  annotations: Annotations,
  shown: Shown,
  options: Options,
): PassageEdit[] =>
  steps
    .filter((_, i) => shown[i] === undefined)
    .map((at) => judge(at, before(at, annotations), 'correct', 'bulk', options));

/** `F`: step `index` is erroneous, steps before it without a verdict are correct (marked bulk). No other
 *  verdict changes: one that stands before `index`, an erroneous one too, stays. */
export function firstErrorHere(
  steps: readonly Passage[],
  index: number,
  annotations: Annotations,
  shown: Shown = verdictsOf(steps, annotations),
  options: Options = {},
): PassageEdit[] {
  const here = steps[index];
  if (here === undefined) return [];
  return [
    ...unjudgedCorrect(steps.slice(0, index), annotations, shown, options),
    judge(here, before(here, annotations), 'erroneous', 'key', options),
  ];
}

/** `A`: steps without a verdict are correct (marked bulk); where the protocol stops, only those before the
 *  first error. */
export function restCorrect(
  steps: readonly Passage[],
  annotations: Annotations,
  protocol: Protocol,
  shown: Shown = verdictsOf(steps, annotations),
  options: Options = {},
): PassageEdit[] {
  if (!protocol.bulk) return [];
  const end = stopsAtFirstError(protocol) ? firstErrorIndex(shown) : undefined;
  return unjudgedCorrect(steps.slice(0, end), annotations, shown, options);
}
