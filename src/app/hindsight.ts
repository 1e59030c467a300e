// What is said of the trace as a whole, or of a step in the light of those behind it.

import { passageId } from '../core/identity';
import {
  rateStep,
  rateTrace,
  toggleCorrectedAt,
  toggleLedNowhere,
  toggleStopAt,
  toggleTag,
  toggleTraceVerdict,
} from '../core/labels';
import type { Edit, Hindsight, Judgement, Passage } from '../core/model';
import type { AppActions } from './actions';
import type { Parts } from './parts';
import type { ReaderOpener } from './readerSlice';
import { saidAt, shownAt } from './selectShown';
import type { AppState, ReaderSlice } from './state';

export type HindsightActions = Pick<
  AppActions,
  'startPicking' | 'pickHere' | 'toggleLedNowhere' | 'judgeTrace' | 'rateTrace' | 'rateStep' | 'toggleTag'
>;

/** The step that `R` finds the correction of: the active one if it is erroneous, else the last one so marked. */
export function selectWrongStep(state: AppState): number | undefined {
  const { reader } = state;
  if (reader === undefined) return undefined;
  const isWrong = (index: number) => {
    const id = reader.steps[index]?.id;
    return id !== undefined && shownAt(state, id)?.judgement.verdict === 'erroneous';
  };
  if (isWrong(reader.active)) return reader.active;
  const last = reader.last === undefined ? -1 : reader.steps.findIndex(({ id }) => id === reader.last);
  return last >= 0 && isWrong(last) ? last : undefined;
}

export function createHindsight(parts: Parts, opener: ReaderOpener): HindsightActions {
  const { store, recorder } = parts;
  const patch = (change: Partial<ReaderSlice>) =>
    store.setState(({ reader }) => (reader === undefined ? {} : { reader: { ...reader, ...change } }));

  function record(command: string, edit: Edit | undefined, announce: string): void {
    const { reader } = store.getState();
    if (reader === undefined || edit === undefined) return;
    const { problem, trace } = reader.open;
    recorder.record({ command, edits: [edit], problems: [problem.key], raw: trace.raw, announce });
  }

  function ofTrace():
    { at: ReaderSlice['open']['trace']['text']; before: Hindsight | undefined } | undefined {
    const { reader, annotation } = store.getState();
    if (reader === undefined) return undefined;
    const at = reader.open.trace.text;
    return { at, before: annotation.annotations.texts.get(at) };
  }

  function changeStep(
    command: string,
    announce: string,
    make: (at: Passage, before: Judgement | undefined) => Edit | undefined,
  ): void {
    const state = store.getState();
    const step = state.reader?.steps[state.reader.active];
    if (step === undefined) return;
    const { at, before } = saidAt(state, { at: step.passage, id: step.id });
    record(command, make(at, before), announce);
  }

  function pick(reader: ReaderSlice): void {
    const said = ofTrace();
    const step = reader.steps[reader.active];
    const wrong = reader.picking && reader.steps[reader.picking.wrong];
    if (said === undefined || step === undefined || wrong === undefined) return;
    const number = step.index + 1;
    if (reader.picking?.what === 'stopAt') {
      const edit = toggleStopAt(said.at, said.before, step.passage);
      record('trace.stopAt', edit, `Could have stopped at step ${number}, saved.`);
    } else {
      const edit = toggleCorrectedAt(said.at, said.before, wrong.passage, step.passage);
      record('trace.correctedAt', edit, `Step ${wrong.index + 1} is corrected at step ${number}, saved.`);
    }
  }

  return {
    startPicking(what) {
      const state = store.getState();
      const { reader } = state;
      if (reader === undefined) return;
      const wrong = what === 'correctedAt' ? selectWrongStep(state) : reader.active;
      if (wrong === undefined) return;
      const first = what === 'correctedAt' ? wrong + 1 : reader.active;
      if (reader.steps[first] === undefined) {
        const message = 'This is the last step: nothing behind it can correct it.';
        store.setState({ announcement: message, message });
        return;
      }
      patch({ mode: 'pick', picking: { what, from: reader.active, wrong } });
      if (what === 'correctedAt') opener.activate(Math.max(first, reader.active));
      const words =
        what === 'correctedAt'
          ? `Pick the step that corrects step ${wrong + 1}. Enter picks, Escape leaves.`
          : 'Pick the step where the trace could have stopped. Enter picks, Escape leaves.';
      store.setState({ announcement: words });
    },
    pickHere() {
      const { reader } = store.getState();
      if (reader?.picking === undefined) return;
      if (reader.picking.what === 'correctedAt' && reader.active <= reader.picking.wrong) {
        store.setState({
          announcement: `A correction comes after step ${reader.picking.wrong + 1}: go further on.`,
        });
        return;
      }
      const { from } = reader.picking;
      pick(reader);
      patch({ mode: 'read', picking: undefined });
      opener.activate(from);
    },
    toggleLedNowhere() {
      const said = ofTrace();
      const { reader } = store.getState();
      const step = reader?.steps[reader.active];
      if (said === undefined || step === undefined) return;
      const is = said.before?.ledNowhere.some((one) => passageId(one) === step.id) === true;
      const edit = toggleLedNowhere(said.at, said.before, step.passage);
      record('trace.ledNowhere', edit, `Step ${step.index + 1} ${is ? 'cleared' : 'led nowhere'}, saved.`);
    },
    judgeTrace(verdict) {
      const said = ofTrace();
      if (said === undefined) return;
      const is = said.before?.verdict === verdict;
      const edit = toggleTraceVerdict(said.at, said.before, verdict);
      record('trace.verdict', edit, `Trace ${is ? 'not judged' : verdict}, saved.`);
    },
    rateTrace(rating, value) {
      const said = ofTrace();
      if (said === undefined) return;
      const is = said.before?.quality[rating] === value;
      const edit = rateTrace(said.at, said.before, rating, is ? undefined : value);
      record('trace.rating', edit, `${rating} ${is ? 'cleared' : value}, saved.`);
    },
    rateStep(rating, value) {
      changeStep('step.rating', `${rating} ${value}, saved.`, (at, before) =>
        rateStep(at, before, rating, before?.ratings[rating] === value ? undefined : value),
      );
    },
    toggleTag(tag) {
      changeStep('step.tag', `${tag}, saved.`, (at, before) => toggleTag(at, before, tag));
    },
  };
}
