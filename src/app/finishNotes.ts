// Notes, not walls: what a person may want to look at again when a trace is finished. Each can be switched off.

import type { PassageId } from '../core/identity';
import { firstErrorIndex, protocolById } from '../core/labels';
import type { Change } from '../core/model';
import type { Command } from './command';
import { always } from './commandRules';
import { selectAsked } from './selectAsked';
import { shownAt, shownVerdicts } from './selectShown';
import type { AppState, StepView } from './state';

export type NoteKind = 'wrongAnswer' | 'rightAnswer' | 'fast' | 'unseen';

/** A verdict in less active time was hardly read for. */
const FAST_MS = 400;
/** Of the verdicts of a trace; fewer are no note. */
const FAST_SHARE = 0.2;
const VERDICT_KEY = /^judge\.(?:correct|redundant|erroneous)$/;

const seen = new Set<PassageId>();
/** Steps that were on screen, from the list; kept while the page is open. */
export function noteSeen(steps: readonly StepView[]): void {
  for (const { id } of steps) seen.add(id);
}

/** What the trace at hand gives reason to, in the order of weight; `changes`: those of this device. */
export function finishNotes(state: AppState, changes: readonly Change[]): string[] {
  const { reader, settings } = state;
  if (reader === undefined) return [];
  const all = shownVerdicts(state);
  const verdicts = all.filter((verdict) => verdict !== undefined);
  const { outcome } = reader.open.of;
  // Under a protocol without hints the outcome is never told.
  const isTold = protocolById(settings.protocol).hints !== 'never' || reader.revealed;
  const hasError = firstErrorIndex(all, selectAsked(state).cleared) !== undefined;
  const notes: [NoteKind, string | undefined][] = [
    [
      'wrongAnswer',
      isTold && outcome === false && verdicts.length > 0 && !hasError
        ? 'no step is erroneous, but the file says that the final answer is wrong'
        : undefined,
    ],
    [
      'rightAnswer',
      isTold && outcome === true && hasError
        ? 'a step is erroneous, but the file says that the final answer is right'
        : undefined,
    ],
    ['fast', fastNote(state, changes)],
    ['unseen', unseenNote(state)],
  ];
  return notes.flatMap(([kind, words]) =>
    words === undefined || settings.notesOff?.includes(kind) === true ? [] : [words],
  );
}

function fastNote({ reader }: AppState, changes: readonly Change[]): string | undefined {
  const key = reader?.open.problem.key;
  const ids = new Set(reader?.steps.map(({ passage }) => passage.upTo));
  const judged = changes.filter(
    ({ command, problems, edits }) =>
      VERDICT_KEY.test(command) &&
      key !== undefined &&
      problems.includes(key) &&
      edits.some((edit) => edit.on === 'passage' && ids.has(edit.at.upTo)),
  );
  const fast = judged.filter(({ activeMs }) => activeMs < FAST_MS).length;
  if (fast === 0 || fast < judged.length * FAST_SHARE) return undefined;
  return `${fast} of ${judged.length} verdicts were given in less than 0.4 s`;
}

function unseenNote(state: AppState): string | undefined {
  const steps = state.reader?.steps ?? [];
  const unseen = steps.filter(
    ({ id }) => !seen.has(id) && shownAt(state, id)?.judgement.by === 'bulk',
  ).length;
  return unseen === 0 || seen.size === 0
    ? undefined
    : `${unseen} ${unseen === 1 ? 'step was' : 'steps were'} judged in bulk without having been on screen`;
}

const TITLES: Record<NoteKind, string> = {
  wrongAnswer: 'no error, but a wrong answer',
  rightAnswer: 'an error, but a right answer',
  fast: 'verdicts in less than 0.4 s',
  unseen: 'steps judged without being on screen',
};

export const NOTE_COMMANDS: readonly Command[] = (Object.keys(TITLES) as NoteKind[]).map((kind) => ({
  id: `notes.${kind}`,
  title: `Note at the finish, on or off: ${TITLES[kind]}`,
  group: 'Page',
  keys: [],
  availability: always,
  run: (actions, { settings }) => {
    const off = settings.notesOff ?? [];
    const isOff = off.includes(kind);
    actions.changeSettings({ notesOff: isOff ? off.filter((one) => one !== kind) : [...off, kind] });
    actions.say(`Note “${TITLES[kind]}” is ${isOff ? 'on' : 'off'}.`);
  },
}));
