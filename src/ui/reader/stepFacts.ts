// What the rows of the list ask of the state: per step, and cheap, since every mounted row asks at each key.

import { isInScope, selectAsked } from '../../app/selectAsked';
import { selectProgress } from '../../app/selectProgress';
import { indexOfPassage, shownAt } from '../../app/selectShown';
import type { AppState, ReaderSlice, StepView } from '../../app/state';
import { passageId } from '../../core/identity';
import type { PassageId } from '../../core/identity';
import { protocolById, stopsAtFirstError } from '../../core/labels';
import type { Asset, GivenLabel, Judgement, Row, Score, Trace } from '../../core/model';

export function judgementOf(state: AppState, id: PassageId): Judgement | undefined {
  return shownAt(state, id)?.judgement;
}

/** The step whose categories 4–9 toggle, if it is named in the foot of step `index`; else -1. It is named
 *  above the active step; while it is active, and above the first step, in the active foot itself. */
export function lastNamedAt(reader: ReaderSlice | undefined, index: number): number {
  if (reader?.last === undefined) return -1;
  const last = indexOfPassage(reader.steps, reader.last);
  if (last < 0) return -1;
  const at = reader.active === last || reader.active === 0 ? reader.active : reader.active - 1;
  return at === index ? last : -1;
}

function isAfterFirstError(state: AppState, index: number): boolean {
  const { reader } = state;
  if (reader === undefined || !stopsAtFirstError(protocolById(state.settings.protocol))) return false;
  const first = selectProgress(state)?.firstErrorFrom0;
  return first !== undefined && index > first;
}

/** The mark of a step without a verdict: behind the first error under *stop*, or out of scope, it needs none. */
export function markWithout(state: AppState, index: number): 'unjudged' | 'after' | 'outside' {
  if (isAfterFirstError(state, index)) return 'after';
  return isInScope(state, index) ? 'unjudged' : 'outside';
}

/** A later step corrects it, and under the protocol in use that clears the error. */
export function isCleared(state: AppState, index: number): boolean {
  return selectAsked(state).cleared.has(index);
}

/** Whether scores and given labels of a step are shown now. */
export function hintsShown(state: AppState, isJudged: boolean): boolean {
  const { hints } = protocolById(state.settings.protocol);
  return state.reader?.revealed === true || hints === 'shown' || (hints === 'afterVerdict' && isJudged);
}
/** What is about the whole trace (reference, outcomes) is shown only when the person or the protocol says so. */
export function traceHintsShown(state: AppState): boolean {
  return state.reader?.revealed === true || protocolById(state.settings.protocol).hints === 'shown';
}

export interface StepHints {
  scores: Score[];
  given: GivenLabel[];
}
const NO_HINTS: StepHints = { scores: [], given: [] };
const hintsOf = new WeakMap<readonly StepView[], ReadonlyMap<number, StepHints>>();

/** Scores whose range ends in the step, and labels of the file on its passage. */
export function stepHints(row: Row, steps: readonly StepView[], index: number): StepHints {
  let known = hintsOf.get(steps);
  if (known === undefined) hintsOf.set(steps, (known = collectHints(row, steps)));
  return known.get(index) ?? NO_HINTS;
}

function collectHints(row: Row, steps: readonly StepView[]): ReadonlyMap<number, StepHints> {
  const found = new Map<number, StepHints>();
  const at = (index: number) => {
    let hints = found.get(index);
    if (hints === undefined) found.set(index, (hints = { scores: [], given: [] }));
    return hints;
  };
  for (const score of row.scores) {
    if (score.on === 'trace') continue;
    const index = stepEndingAt(steps, score.on.end);
    if (index >= 0) at(index).scores.push(score);
  }
  for (const label of row.given) {
    if (label.on === 'text') continue;
    const index = indexOfPassage(steps, passageId(label.on));
    if (index >= 0) at(index).given.push(label);
  }
  return found;
}

/** The step in which the unit before `end` lies, else the nearest before it. */
function stepEndingAt(steps: readonly StepView[], end: number): number {
  let low = 0;
  let high = steps.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    if (steps[middle]!.start < end) low = middle + 1;
    else high = middle - 1;
  }
  return high;
}

/** The asset of each U+FFFC in raw[start, end); undefined when the trace has no images. */
export function imagesIn(
  { raw, assets }: Trace,
  start: number,
  end: number,
): (Asset | undefined)[] | undefined {
  if (assets.length === 0) return undefined;
  const images: (Asset | undefined)[] = [];
  for (let at = raw.indexOf('\uFFFC', start); at >= 0 && at < end; at = raw.indexOf('\uFFFC', at + 1)) {
    images.push(assets.find((asset) => asset.atUtf16 === at));
  }
  return images;
}
