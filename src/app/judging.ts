// What the verdict keys do. Each is at most one change; nothing here waits for the disk.

import { passageId } from '../core/identity';
import {
  carryAncestors,
  categoriesFor,
  clearVerdict,
  finishText,
  firstErrorHere,
  isPropagated,
  judge,
  judgePropagated,
  judgeSpan,
  protocolById,
  restCorrect,
  reveal,
  toggleBadSplit,
  toggleCategory,
  toggleUnsure,
  verdictProgress,
} from '../core/labels';
import type { Edit, Hindsight, Judgement, Passage, Verdict } from '../core/model';
import type { AppActions } from './actions';
import { finishNotes } from './finishNotes';
import type { Parts } from './parts';
import type { ReaderOpener } from './readerSlice';
import { isInScope, selectAsked } from './selectAsked';
import { isInTree, selectAncestors, selectJudging, type Judging } from './selectJudging';
import { selectPackUnder } from './selectPack';
import { judgementAt, saidAt, shownVerdicts } from './selectShown';
import type { ReaderSlice } from './state';

export type JudgingActions = Pick<
  AppActions,
  | 'judge'
  | 'judgePropagated'
  | 'clear'
  | 'toggleCategory'
  | 'toggleCategoryKey'
  | 'showAllCategories'
  | 'toggleUnsure'
  | 'toggleBadSplit'
  | 'firstErrorHere'
  | 'restCorrect'
  | 'finish'
  | 'giveUp'
  | 'reveal'
>;

export function createJudging(parts: Parts, opener: ReaderOpener): JudgingActions {
  const { store, recorder } = parts;
  const protocol = () => protocolById(store.getState().settings.protocol);
  const patchReader = (patch: Partial<ReaderSlice>) =>
    store.setState(({ reader }) => (reader === undefined ? {} : { reader: { ...reader, ...patch } }));

  function recordEdits(
    command: string,
    on: Judging,
    edits: readonly (Edit | undefined)[],
    announce?: string,
  ): void {
    const made = edits.filter((edit) => edit !== undefined);
    if (made.length === 0) return;
    recorder.record({
      command,
      edits: made,
      problems: [on.problem],
      raw: on.raw,
      ...(announce === undefined ? {} : { announce }),
    });
  }

  /** A change of the active step's judgement that leaves the cursor where it is. */
  function change(
    command: string,
    said: string,
    make: (on: { at: Passage }, before: Judgement | undefined) => Edit | undefined,
  ) {
    const state = store.getState();
    const on = selectJudging(state);
    if (on === undefined) return;
    const { at, before } = saidAt(state, on);
    recordEdits(command, on, [make({ at }, before)], `${capital(on.label)} ${said}, saved.`);
  }

  function moveOn(verdict: Verdict): void {
    const { reader } = store.getState();
    if (verdict === 'erroneous' && protocol().afterFirstError === 'stop') return;
    if (isInTree(store.getState())) parts.actions.walkTree('deeper');
    else if (reader !== undefined) opener.activate(reader.active + 1);
  }

  function toggleCategoryOfLast(choose: (verdict: Verdict) => string | undefined): void {
    const state = store.getState();
    const on = selectJudging(state);
    const last = on?.last === undefined ? undefined : state.annotation.annotations.passages.get(on.last);
    if (on === undefined || last?.judgement.verdict === undefined) return;
    const id = choose(last.judgement.verdict);
    if (id !== undefined) recordEdits('judge.category', on, [toggleCategory(last.at, last.judgement, id)]);
  }

  function finishAs(finish: NonNullable<Hindsight['finish']>, reason?: string): void {
    const state = store.getState();
    const { reader } = state;
    if (reader === undefined) return;
    const { text, raw } = reader.open.trace;
    const before = state.annotation.annotations.texts.get(text);
    const edit = finishText(text, before, finish, reason);
    if (edit !== undefined) {
      recorder.record({
        command: `trace.${finish}`,
        edits: [edit],
        problems: [reader.open.problem.key],
        raw,
      });
    }
    const notes =
      finish === 'done' || finish === 'partial' ? finishNotes(store.getState(), recorder.changes) : [];
    patchReader({ finishArmed: false });
    parts.actions.goToTrace(1);
    if (notes.length > 0) parts.actions.say(`${NOTE} ${notes.join('; ')}.`);
    // The note on the trace before is not about this one.
    else if (state.message?.startsWith(NOTE) === true && store.getState().message === state.message)
      parts.actions.dismissMessage();
  }

  return {
    judge(verdict) {
      const state = store.getState();
      const on = selectJudging(state);
      if (on === undefined) return;
      const { selection, revealed = false } = state.reader ?? {};
      const before = judgementAt(state, on.id);
      const pack = selectPackUnder(state);
      const span = verdict === 'erroneous' && selection?.id === on.id ? selection.range : undefined;
      const edit =
        span === undefined
          ? judge(on.at, before, verdict, 'key', revealed, pack)
          : judgeSpan(on.at, before, span, revealed, pack);
      const carried =
        verdict === 'correct'
          ? carryAncestors(selectAncestors(state, on), state.annotation.annotations, protocol(), revealed)
          : [];
      const also = carried.length === 0 ? '' : ` and ${carried.length} before it`;
      const count = state.reader?.steps.length ?? 0;
      const next = Math.min(count, (state.reader?.active ?? 0) + 2);
      recordEdits(
        `judge.${verdict}`,
        on,
        // Its own first: undo goes there.
        [edit, ...carried],
        `${capital(on.label)}${also} ${verdict}, saved. Step ${next} of ${count}.`,
      );
      const last = verdict === 'correct' ? (on.last === on.id ? undefined : on.last) : on.id;
      patchReader({ last, selection: undefined, finishArmed: false, allCategories: false });
      moveOn(verdict);
    },
    judgePropagated() {
      const state = store.getState();
      const on = selectJudging(state);
      if (on === undefined) return;
      const before = judgementAt(state, on.id);
      const edit = judgePropagated(on.at, before, state.reader?.revealed === true, selectPackUnder(state));
      const words = isPropagated(before) ? 'no longer follows' : 'erroneous, follows';
      recordEdits(
        'judge.propagated',
        on,
        [edit],
        `${capital(on.label)} ${words} from an earlier error, saved.`,
      );
      patchReader({ last: on.id, selection: undefined, finishArmed: false, allCategories: false });
      if (!isPropagated(before)) moveOn('erroneous');
    },
    clear() {
      change('judge.clear', 'cleared', (on, before) => clearVerdict(on.at, before));
      const on = selectJudging(store.getState());
      if (on !== undefined && on.last === on.id) patchReader({ last: undefined, allCategories: false });
    },
    toggleCategory: (id) => toggleCategoryOfLast(() => id),
    toggleCategoryKey: (digit) =>
      toggleCategoryOfLast(
        (verdict) =>
          categoriesFor(selectPackUnder(store.getState()), verdict).find(({ key }) => key === digit)?.id,
      ),
    showAllCategories: () => {
      const { reader } = store.getState();
      if (reader?.last !== undefined) patchReader({ allCategories: !reader.allCategories });
    },
    toggleUnsure: () => change('judge.unsure', 'unsure', (on, before) => toggleUnsure(on.at, before)),
    toggleBadSplit: () => change('judge.badSplit', 'flagged', (on, before) => toggleBadSplit(on.at, before)),

    firstErrorHere() {
      const state = store.getState();
      const { reader } = state;
      const on = selectJudging(state);
      if (reader === undefined || on === undefined) return;
      const passages = reader.steps.map((step) => step.passage);
      const all = firstErrorHere(
        passages,
        reader.active,
        state.annotation.annotations,
        reader.revealed,
        shownVerdicts(state),
        selectAsked(state),
      );
      // Without bulk keys it says its own step alone.
      const edits = protocol().bulk ? all : all.filter(({ at }) => passageId(at) === on.id);
      recordEdits('judge.firstError', on, edits, `First error at ${on.label}, saved.`);
      patchReader({ last: on.id, finishArmed: false });
      moveOn('erroneous');
    },
    restCorrect() {
      const state = store.getState();
      const on = selectJudging(state);
      if (state.reader === undefined || on === undefined) return;
      const passages = state.reader.steps.map((step) => step.passage);
      const edits = restCorrect(
        passages,
        state.annotation.annotations,
        protocol(),
        state.reader.revealed,
        shownVerdicts(state),
        selectAsked(state),
      );
      recordEdits('judge.restCorrect', on, edits, `${edits.length} steps correct, saved.`);
      patchReader({ finishArmed: false });
    },

    finish() {
      const state = store.getState();
      const { reader } = state;
      if (reader === undefined) return;
      if (reader.splitTo !== undefined) {
        const message = 'The rest of this long trace is still being split into steps: finish it after that.';
        return store.setState({ announcement: message, message });
      }
      const verdicts = shownVerdicts(state);
      const progress = verdictProgress(verdicts, protocol(), selectAsked(state));
      if (progress.isComplete) return finishAs('done');
      if (reader.finishArmed) return finishAs('partial');
      opener.activate(verdicts.findIndex((verdict, i) => verdict === undefined && isInScope(state, i)));
      patchReader({ finishArmed: true });
      store.setState({
        announcement: `${progress.total - progress.judged} steps are unjudged. Enter again finishes the trace as partial.`,
      });
    },
    giveUp: finishAs,

    reveal() {
      const { reader } = store.getState();
      if (reader === undefined || reader.revealed) return;
      const { text, raw } = reader.open.trace;
      recorder.record({
        // Beside a tree all its values are in sight, whichever path is read next.
        command: isInTree(store.getState()) ? 'tree.reveal' : 'trace.reveal',
        edits: [reveal(text)],
        problems: [reader.open.problem.key],
        raw,
      });
      patchReader({ revealed: true });
    },
  };
}

const NOTE = 'The trace just finished:';
const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
