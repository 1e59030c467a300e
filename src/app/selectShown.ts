// Where judgements show: on their own passage, else on the step they nearly equal, else in the tray.

import type { PassageId } from '../core/identity';
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

const idsOf = new WeakMap<readonly StepView[], ReadonlySet<PassageId>>();
function idsOfSteps(steps: readonly StepView[]): ReadonlySet<PassageId> {
  let ids = idsOf.get(steps);
  if (ids === undefined) idsOf.set(steps, (ids = new Set(steps.map(({ id }) => id))));
  return ids;
}

/** Every mounted row asks at each key, and nearly always all is in place: computed once per change. */
function compute(steps: readonly StepView[], trace: Trace, annotations: Annotations): Shown {
  const ids = idsOfSteps(steps);
  const keyAt = keyAtOf(trace);
  const strays = [...annotations.passages]
    .filter(([id, { at }]) => !ids.has(id) && at.end <= trace.raw.length)
    .sort(([, a], [, b]) => a.at.end - b.at.end)
    .filter(([, { at }]) => keyAt(at.end) === at.upTo);
  if (strays.length === 0) return ALL_IN_PLACE;
  const passages = steps.map(({ passage }) => passage);
  const { byStep, tray } = matchJudgements(passages, trace.raw.length, annotations, keyAt);
  const near = steps.flatMap(({ id, index }) => {
    const judged = byStep[index];
    return judged === undefined || annotations.passages.has(id) ? [] : [[id, judged] as const];
  });
  return { near: new Map(near), tray };
}

let known: { steps: readonly StepView[]; passages: Annotations['passages']; shown: Shown } | undefined;

export function selectShown({ reader, annotation }: AppState): Shown {
  if (reader === undefined) return ALL_IN_PLACE;
  const { annotations } = annotation;
  if (known?.steps !== reader.steps || known.passages !== annotations.passages) {
    const shown = compute(reader.steps, reader.open.trace, annotations);
    known = { steps: reader.steps, passages: annotations.passages, shown };
  }
  return known.shown;
}

/** What is said about the step with this passage, as it is shown. */
export function shownAt(state: AppState, id: PassageId): { at: Passage; judgement: Judgement } | undefined {
  return state.annotation.annotations.passages.get(id) ?? selectShown(state).near.get(id);
}

export function shownVerdicts(state: AppState): (Verdict | undefined)[] {
  return (state.reader?.steps ?? []).map(({ id }) => shownAt(state, id)?.judgement.verdict);
}
