// Labels of the very same text under another prompt: offered, never taken over by itself (design.md §2.4).

import { passageId, PrefixHash } from '../core/identity';
import { labelsUnderOtherPrompt } from '../core/labels';
import type { Edit, TextKey } from '../core/model';
import type { OpenTrace } from '../data/api';
import type { AppActions } from './actions';
import { wordsOf, type Parts } from './parts';
import { isOf } from './readerSlice';
import { scopeOf } from './recorder';

export type OtherPromptActions = Pick<AppActions, 'takeOverLabels' | 'declineLabels'>;

/** After a trace is shown: the first screen and the first keys come before. */
const LOOK_AFTER_MS = 400;
/** Code units hashed at once: some milliseconds. */
const PART = 1 << 20;

export function createOtherPrompt({ store, data, platform, recorder }: Parts): OtherPromptActions {
  const declined = new Set<string>();

  const offer = (open: OpenTrace, otherPrompt: Edit[] | undefined) =>
    store.setState(({ reader }) => (isOf(reader, open) ? { reader: { ...reader, otherPrompt } } : {}));

  /** The same as `bareTextKey`, but a long text does not hold up the page. */
  async function bareKeyInParts(raw: string): Promise<TextKey> {
    const hash = new PrefixHash();
    for (let from = 0; from < raw.length; from += PART) {
      if (from > 0) await new Promise<void>((resume) => platform.later('otherPrompt part', 0, resume));
      hash.update(raw, from, Math.min(raw.length, from + PART));
    }
    return hash.key() as TextKey;
  }

  /** The first other problem that has something to offer. */
  async function look(open: OpenTrace): Promise<void> {
    const { raw, text } = open.trace;
    const here = open.problem.key;
    if (declined.has(text)) return;
    const problems = (await data.problemsOfText(await bareKeyInParts(raw))).filter(
      (problem) => problem !== here,
    );
    for (const problem of problems) {
      const annotations = await data.annotations([problem], scopeOf(store.getState()));
      const mine = store.getState().annotation.annotations;
      const edits = labelsUnderOtherPrompt(
        { problem, annotations },
        { problem: here, annotations: mine },
        raw,
      );
      if (edits.length === 0) continue;
      offer(open, edits);
      return;
    }
  }

  store.subscribe(({ reader }, before) => {
    if (reader === undefined || reader.open.trace.text === before.reader?.open.trace.text) return;
    const { open } = reader;
    platform.later('otherPrompt', LOOK_AFTER_MS, () => {
      look(open).catch((error: unknown) => store.setState({ message: wordsOf(error) }));
    });
  });

  return {
    takeOverLabels() {
      const { reader, annotation } = store.getState();
      if (reader?.otherPrompt === undefined) return;
      const { open, otherPrompt } = reader;
      offer(open, undefined);
      // A step may have been judged since the offer: that verdict stands.
      const edits = otherPrompt.filter(
        (edit) => edit.on === 'passage' && !annotation.annotations.passages.has(passageId(edit.at)),
      );
      if (edits.length === 0) return;
      recorder.record({
        command: 'trace.takeOverLabels',
        edits,
        problems: [open.problem.key],
        raw: open.trace.raw,
        announce: `${edits.length} labels taken over, saved.`,
      });
    },
    declineLabels() {
      const open = store.getState().reader?.open;
      if (open === undefined) return;
      declined.add(open.trace.text);
      offer(open, undefined);
    },
  };
}
