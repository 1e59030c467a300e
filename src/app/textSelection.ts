// Text of a step, selected by word or by hand: what the next `3` says is wrong.

import type { Range } from '../core/model';
import { legalCuts } from '../core/segment';
import type { AppActions } from './actions';
import type { Parts } from './parts';

export type TextSelectionActions = Pick<AppActions, 'extendSelection' | 'selectText'>;

function trimmedEnd(raw: string, start: number, end: number): number {
  let at = end;
  while (at > start && /\s/.test(raw[at - 1]!)) at--;
  return at;
}

/** The words of a step, in order. */
function wordsOf(raw: string, step: Range): Range[] {
  const starts = [step.start, ...legalCuts(raw, step, 'word'), step.end];
  return starts
    .slice(0, -1)
    .map((start, i) => ({ start, end: trimmedEnd(raw, start, starts[i + 1]!) }))
    .filter(({ start, end }) => start < end);
}

function extended(words: readonly Range[], range: Range | undefined, edge: 'start' | 'end', by: 1 | -1) {
  if (range === undefined) return by > 0 ? words[0] : words.at(-1);
  const first = words.findIndex(({ end }) => end > range.start);
  const last = words.findLastIndex(({ start }) => start < range.end);
  const at = (edge === 'start' ? first : last) + by;
  const word = words[at];
  if (word === undefined) return range;
  // An end that meets the other one takes nothing away: one word stays.
  if (edge === 'start') return at > last ? range : { start: word.start, end: range.end };
  return at < first ? range : { start: range.start, end: word.end };
}

export function createTextSelection({ store, actions }: Parts): TextSelectionActions {
  const select = (step: number, range: Range | undefined) =>
    store.setState(({ reader }) => {
      const id = reader?.steps[step]?.id;
      if (reader === undefined || id === undefined) return {};
      return { reader: { ...reader, selection: range && { id, range } } };
    });

  return {
    extendSelection(edge, by) {
      const { reader } = store.getState();
      const step = reader?.steps[reader.active];
      if (reader === undefined || step === undefined) return;
      const { raw } = reader.open.trace;
      const known = reader.selection?.id === step.id ? reader.selection.range : undefined;
      const range = extended(wordsOf(raw, step), known, edge, by);
      select(step.index, range);
      if (range !== undefined) {
        store.setState({ announcement: `Selected “${raw.slice(range.start, range.end)}”` });
      }
    },
    selectText(step, range) {
      if (range !== undefined) actions.activate(step);
      select(step, range);
    },
  };
}
