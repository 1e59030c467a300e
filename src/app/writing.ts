// Typing mode: a comment, a rewrite, a reason. Each is one change when it is kept.

import type { PassageId } from '../core/identity';
import { setComment, setCorrection } from '../core/labels';
import type { Edit, Judgement, Passage } from '../core/model';
import type { AppActions } from './actions';
import { Drafts, type Draft } from './drafts';
import type { Parts } from './parts';
import type { ReaderOpener } from './readerSlice';
import { selectFile } from './selectFile';
import { selectJudging } from './selectJudging';
import { indexOfPassage, saidAt } from './selectShown';
import type { AppState, Typing } from './state';

export type WritingActions = Pick<
  AppActions,
  'startTyping' | 'finishTyping' | 'saveDraft' | 'keepTyping' | 'takeUpDraft' | 'dropDraft'
>;

/** The draft that is offered: one of the open trace, else any. */
export function selectDraft({ drafts, reader }: AppState): Draft | undefined {
  if (drafts === undefined || reader === undefined) return undefined;
  return drafts.find(({ passage }) => indexOfPassage(reader.steps, passage) >= 0) ?? drafts[0];
}

/** What a field begins with where something was typed there and not kept. */
export function draftOf({ drafts }: AppState, what: Draft['what'], passage: PassageId): string | undefined {
  return drafts?.find((draft) => draft.what === what && draft.passage === passage)?.text;
}

export function createWriting(parts: Parts, opener: ReaderOpener): WritingActions {
  const { store, recorder } = parts;
  const drafts = new Drafts(parts);
  /** As it was typed last; undefined: nothing was. */
  let typed: string | undefined;

  function change(
    command: string,
    make: (at: Passage, before: Judgement | undefined) => Edit | undefined,
  ): void {
    const state = store.getState();
    const on = selectJudging(state);
    if (on === undefined) return;
    const { at, before } = saidAt(state, on);
    const edit = make(at, before);
    if (edit === undefined) return;
    const announce = `${on.label.charAt(0).toUpperCase()}${on.label.slice(1)} ${command === 'judge.rewrite' ? 'rewrite' : 'comment'}, saved.`;
    recorder.record({ command, edits: [edit], problems: [on.problem], raw: on.raw, announce });
  }

  function finish(text: string | undefined): void {
    const { reader } = store.getState();
    const typing = reader?.typing;
    typed = undefined;
    if (reader === undefined || typing === undefined) return;
    store.setState({ reader: { ...reader, mode: 'read', typing: undefined } });
    // Left without keeping: it is offered when the page is open again.
    if (text === undefined) return;
    const on = selectJudging(store.getState());
    if (on !== undefined && (typing === 'comment' || typing === 'rewrite'))
      drafts.drop({ what: typing, passage: on.id });
    if (typing === 'comment') change('judge.comment', (at, before) => setComment(at, before, text));
    else if (typing === 'rewrite') {
      const { raw } = reader.open.trace;
      change('judge.rewrite', (at, before) => setCorrection(at, before, text, raw.slice(at.start, at.end)));
    } else parts.actions.giveUp(typing, text);
  }

  function start(typing: Typing): void {
    typed = undefined;
    store.setState(({ reader }) =>
      reader === undefined ? {} : { reader: { ...reader, mode: 'type', typing } },
    );
  }

  /** Opens the step it belongs to, and the field with the text. */
  async function takeUp(draft: Draft): Promise<void> {
    const at = () => {
      const steps = store.getState().reader?.steps;
      return steps === undefined ? -1 : indexOfPassage(steps, draft.passage);
    };
    if (at() < 0) {
      const isHere = selectFile(store.getState(), draft.file) !== undefined;
      if (isHere) await opener.open(draft.file, draft.row, draft.passage);
      if (at() < 0) {
        const message = isHere
          ? 'The step this was typed at is cut differently now. The text is copied: paste it where it belongs.'
          : 'The file this was typed at is not open. The text is copied: paste it where it belongs.';
        await parts.platform.copyText(draft.text);
        return store.setState({ message, announcement: message });
      }
    }
    opener.activate(at());
    start(draft.what);
  }

  return {
    startTyping: start,
    finishTyping: finish,
    keepTyping() {
      const { reader } = store.getState();
      // Nothing typed: a reason may be left out, the rest stays as it was.
      const isReason = reader?.typing === 'bad_problem' || reader?.typing === 'give_up';
      finish(typed ?? (isReason ? '' : undefined));
    },
    saveDraft(text) {
      typed = text;
      const on = selectJudging(store.getState());
      const { reader } = store.getState();
      if (on === undefined || reader === undefined) return;
      const { typing, open } = reader;
      if (typing !== 'comment' && typing !== 'rewrite') return;
      drafts.keep({ what: typing, passage: on.id, file: open.file, row: open.row, text });
    },
    takeUpDraft() {
      const draft = selectDraft(store.getState());
      if (draft !== undefined) void takeUp(draft);
    },
    dropDraft() {
      const draft = selectDraft(store.getState());
      if (draft !== undefined) drafts.drop(draft);
    },
  };
}
