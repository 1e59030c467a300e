// Judgements whose passage is no step now: moved to a step, shown again by cuts, or taken back. Never on their own.

import { passageId } from '../core/identity';
import { applyChange, type Annotations } from '../core/labels';
import * as segment from '../core/segment';
import type { Edit, Passage, Result } from '../core/model';
import type { AppActions } from './actions';
import type { Parts } from './parts';
import { planCut, planJoin } from './planCuts';
import type { ReaderOpener } from './readerSlice';
import { selectShown } from './selectShown';
import { splitOpen } from './splitOpen';
import type { ReaderSlice, StepView } from './state';

export type TrayActions = Pick<AppActions, 'placeJudgement' | 'cutForJudgements' | 'dropJudgement'>;

export function createTray({ store, recorder }: Parts, opener: ReaderOpener): TrayActions {
  const say = (message: string) => store.setState({ announcement: message, message });
  const waitingAt = (at: Passage) =>
    selectShown(store.getState()).tray.find((one) => passageId(one.at) === passageId(at));

  function record(command: string, { open }: ReaderSlice, edits: Edit[], announce: string): void {
    recorder.record({ command, edits, problems: [open.problem.key], raw: open.trace.raw, announce });
  }

  return {
    placeJudgement(at) {
      const { reader, annotation } = store.getState();
      const waiting = waitingAt(at);
      const step = reader?.steps[stepFor(reader, at)];
      if (reader === undefined || waiting === undefined || step === undefined) return;
      const there = annotation.annotations.passages.get(step.id)?.judgement;
      if (there !== undefined)
        return say(`Step ${step.index + 1} has a judgement of its own: clear it first.`);
      const edits: Edit[] = [
        { on: 'passage', at: step.passage, before: undefined, after: { ...waiting.judgement, review: true } },
        { on: 'passage', at: waiting.at, before: waiting.judgement, after: undefined },
      ];
      record('tray.place', reader, edits, `Moved to step ${step.index + 1}, saved.`);
      opener.activate(step.index);
    },
    cutForJudgements(places) {
      const { reader, annotation } = store.getState();
      if (reader === undefined) return;
      const planned = planPlaces(reader, annotation.annotations, places);
      if (!planned.ok) return say(planned.fault);
      const words = places.length === 1 ? 'Cut' : `${places.length} cuts`;
      record('tray.cut', reader, planned.value, `${words} so that the judgement shows, saved.`);
      const first = store.getState().reader?.steps.find(({ start }) => start === places[0]?.start);
      if (first !== undefined) opener.activate(first.index);
    },
    dropJudgement(at) {
      const { reader } = store.getState();
      const waiting = waitingAt(at);
      if (reader === undefined || waiting === undefined) return;
      const edits: Edit[] = [{ on: 'passage', at: waiting.at, before: waiting.judgement, after: undefined }];
      record('tray.drop', reader, edits, 'Judgement dropped; Z brings it back.');
    },
  };
}

/** The step that shares most with the passage. */
export function stepFor(reader: ReaderSlice | undefined, { start, end }: Passage): number {
  let best = { index: -1, shared: 0 };
  for (const step of reader?.steps ?? []) {
    const shared = Math.min(step.end, end) - Math.max(step.start, start);
    if (shared > best.shared) best = { index: step.index, shared };
  }
  return best.index;
}

/** How the passage lies to the step it touches most, in a sentence. */
export function placeInWords({ steps }: ReaderSlice, step: StepView | undefined, at: Passage): string {
  if (step === undefined) return 'Touches no step.';
  const number = step.index + 1;
  const [begins, ends] = [at.start === step.start, at.end === step.end];
  const last = steps.findLast(({ start }) => start < at.end);
  if (last !== undefined && last.index > step.index) return `Lies over steps ${number} to ${last.index + 1}.`;
  if (begins) return `Begins step ${number} and ends inside it.`;
  if (ends) return `Begins inside step ${number} and ends with it.`;
  const share = Math.round((100 * (at.end - at.start)) / (step.end - step.start));
  return share > 0 && share < 100
    ? `Inside step ${number}, ${share} % of it: from 80 % on it would show there by itself.`
    : `Touches step ${number}.`;
}

/** Cuts and joins, one after the other, until each passage is a step. */
function planPlaces(
  reader: ReaderSlice,
  annotations: Annotations,
  places: readonly Passage[],
): Result<Edit[], string> {
  const edits: Edit[] = [];
  let now = { reader, annotations };
  for (const at of places) {
    // Two cuts and a join for each step between.
    for (let left = reader.steps.length + 3; left > 0; left--) {
      const planned = nextTowards(now.reader, now.annotations, at);
      if (planned === undefined) break;
      if (!planned.ok) return planned;
      edits.push(...planned.value);
      const after = applyChange(now.annotations, { edits: planned.value });
      now = {
        reader: { ...reader, ...splitOpen(segment, reader.open, after, reader.strategy) },
        annotations: after,
      };
    }
  }
  return { ok: true, value: edits };
}

function nextTowards(
  reader: ReaderSlice,
  annotations: Annotations,
  at: Passage,
): Result<Edit[], string> | undefined {
  const { steps } = reader;
  const first = steps.find(({ end }) => end > at.start);
  if (first === undefined) return { ok: false, fault: 'No step holds this text now.' };
  if (first.start < at.start) return planCut(reader, annotations, first, at.start);
  if (first.end > at.end) {
    const { raw } = reader.open.trace;
    let next = at.end;
    while (next < first.end && /\s/.test(raw[next]!)) next++;
    return planCut(reader, annotations, first, next);
  }
  const second = steps[first.index + 1];
  if (first.end >= at.end || second === undefined || second.start >= at.end) return undefined;
  return planJoin(reader, annotations, first, second);
}
