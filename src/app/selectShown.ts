// Where judgements show: on their own passage, else on the step they nearly equal, else in the tray.

import { passageId, startOfPassage, type PassageId } from '../core/identity';
import { matchJudgements, prefixKeys, type Annotations } from '../core/labels';
import type { Judgement, Passage, TextKey, Trace, Verdict } from '../core/model';
import type { AppState, StepView } from './state';

export interface Shown {
  /** By step: judgements of passages that are no steps now but nearly equal one; marked *review*. */
  near: ReadonlyMap<PassageId, { at: Passage; judgement: Judgement }>;
  /** What no step shows, in the order of the text. */
  tray: readonly { at: Passage; judgement: Judgement }[];
}
const ALL_IN_PLACE: Shown = { near: new Map(), tray: [] };

const keysOf = new WeakMap<Trace, (end: number) => TextKey>();
/** Keys of the trace's prefixes; each is hashed once while the trace is open. */
export function keyAtOf(trace: Trace): (end: number) => TextKey {
  let keyAt = keysOf.get(trace);
  if (keyAt === undefined) keysOf.set(trace, (keyAt = prefixKeys(trace.problem, trace.raw)));
  return keyAt;
}

/** -1 where the passage is no step. Looked for by its start: a map of 400,000 steps takes a second to build. */
export function indexOfPassage(steps: readonly StepView[], id: PassageId): number {
  const start = startOfPassage(id);
  let [low, high] = [0, steps.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (steps[middle]!.start < start) low = middle + 1;
    else high = middle;
  }
  return steps[low]?.id === id ? low : -1;
}

/** Every mounted row asks at each key, and nearly always all is in place: computed once per change. */
function compute(
  steps: readonly StepView[],
  trace: Trace,
  annotations: Annotations,
  lengthUtf16: number,
): Shown {
  const keyAt = keyAtOf(trace);
  const strays = [...annotations.passages]
    .filter(([id, { at }]) => at.end <= lengthUtf16 && indexOfPassage(steps, id) < 0)
    .sort(([, a], [, b]) => a.at.end - b.at.end)
    .filter(([, { at }]) => keyAt(at.end) === at.upTo);
  if (strays.length === 0) return ALL_IN_PLACE;
  const passages = steps.map(({ passage }) => passage);
  const { byStep, tray } = matchJudgements(passages, lengthUtf16, annotations, keyAt);
  const near = steps.flatMap(({ id, index }) => {
    const judged = byStep[index];
    return judged === undefined || annotations.passages.has(id) ? [] : [[id, judged] as const];
  });
  return { near: new Map(near), tray };
}

interface Known {
  steps: readonly StepView[];
  passages: Annotations['passages'];
  shown: Shown;
}
let known: Known | undefined;

/** A verdict on a step, given while all was in place, leaves all in place. */
function isStillInPlace(before: Known | undefined, { reader, annotation }: AppState): boolean {
  const { touched, annotations } = annotation;
  if (before === undefined || before.shown !== ALL_IN_PLACE || before.steps !== reader?.steps) return false;
  if (touched?.from !== before.passages || touched.to !== annotations.passages) return false;
  return touched.ids.every((id) => indexOfPassage(before.steps, id) >= 0);
}

export function selectShown(state: AppState): Shown {
  const { reader, annotation } = state;
  if (reader === undefined) return ALL_IN_PLACE;
  const { annotations } = annotation;
  const { steps, open, splitTo } = reader;
  if (known?.steps !== steps || known.passages !== annotations.passages) {
    // What lies behind the steps that are there so far is not looked for yet.
    const shown = isStillInPlace(known, state)
      ? ALL_IN_PLACE
      : compute(steps, open.trace, annotations, splitTo ?? open.trace.raw.length);
    known = { steps, passages: annotations.passages, shown };
  }
  return known.shown;
}

/** What is said about the step with this passage, as it is shown. */
export function shownAt(state: AppState, id: PassageId): { at: Passage; judgement: Judgement } | undefined {
  return state.annotation.annotations.passages.get(id) ?? selectShown(state).near.get(id);
}

export const judgementAt = (state: AppState, id: PassageId): Judgement | undefined =>
  state.annotation.annotations.passages.get(id)?.judgement;

/** What a key adds to or takes from: the step's own judgement, else the one that shows there, where it stands. */
export function saidAt(
  state: AppState,
  { at, id }: { at: Passage; id: PassageId },
): { at: Passage; before: Judgement | undefined } {
  const near = judgementAt(state, id) === undefined ? shownAt(state, id)?.at : undefined;
  const place = near ?? at;
  return { at: place, before: judgementAt(state, passageId(place)) };
}

type Verdicts = readonly (Verdict | undefined)[];
let shownBefore: (Known & { verdicts: Verdicts }) | undefined;

/** By step of the open trace. After a key press the one verdict is put in its place: looking 10,000 passages up
 *  costs a third of what a key press may. */
export function shownVerdicts(state: AppState): Verdicts {
  const { reader, annotation } = state;
  const steps = reader?.steps ?? NO_STEPS;
  const { passages } = annotation.annotations;
  const shown = selectShown(state);
  const before = shownBefore?.steps === steps && shownBefore.shown === shown ? shownBefore : undefined;
  if (before?.passages === passages) return before.verdicts;
  const { touched } = annotation;
  let verdicts: Verdicts;
  if (before !== undefined && touched?.from === before.passages && touched.to === passages) {
    const next = before.verdicts.slice();
    for (const id of touched.ids) {
      const index = indexOfPassage(steps, id);
      if (index >= 0) next[index] = shownAt(state, id)?.judgement.verdict;
    }
    verdicts = next;
  } else {
    const next: (Verdict | undefined)[] = Array.from(steps, () => undefined);
    for (const id of [...shown.near.keys(), ...passages.keys()]) {
      const index = indexOfPassage(steps, id);
      if (index >= 0) next[index] = shownAt(state, id)?.judgement.verdict;
    }
    verdicts = next;
  }
  shownBefore = { steps, passages, shown, verdicts };
  return verdicts;
}
const NO_STEPS: readonly StepView[] = [];
