// Typing mode: a comment, a rewrite, a reason. Each is one change when it is kept.

import { passageId } from '../core/identity';
import { setComment, setCorrection } from '../core/labels';
import type { Edit, Judgement, Passage } from '../core/model';
import type { AppActions } from './actions';
import type { Parts } from './parts';
import { selectJudging } from './selectJudging';
import { saidAt } from './selectShown';

export type WritingActions = Pick<AppActions, 'startTyping' | 'finishTyping' | 'saveDraft' | 'keepTyping'>;

const DRAFT_MS = 1000;

export function createWriting(parts: Parts): WritingActions {
  const { store, recorder, platform, data } = parts;
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
    if (text === undefined) return;
    if (typing === 'comment') change('judge.comment', (at, before) => setComment(at, before, text));
    else if (typing === 'rewrite') {
      const { raw } = reader.open.trace;
      change('judge.rewrite', (at, before) => setCorrection(at, before, text, raw.slice(at.start, at.end)));
    } else parts.actions.giveUp(typing, text);
  }

  return {
    startTyping: (typing) => {
      typed = undefined;
      store.setState(({ reader }) =>
        reader === undefined ? {} : { reader: { ...reader, mode: 'type', typing } },
      );
    },
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
      if (on === undefined) return;
      const draft = { passage: passageId(on.at), text };
      platform.later('draft', DRAFT_MS, () => void data.saveSetting('draft', draft));
    },
  };
}
