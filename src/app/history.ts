import { passageId } from '../core/identity';
import {
  changeId,
  describeChange,
  historyLines,
  planUndo,
  redoable,
  undoable,
  type HistoryLine,
} from '../core/labels';
import type { Change, Edit, FileKey, Passage, ProblemKey, Verdict } from '../core/model';
import type { AppActions } from './actions';
import { wordsOf, type Parts } from './parts';
import type { ReaderOpener } from './readerSlice';
import { sameScope, scopeOf } from './recorder';
import { selectPackUnder } from './selectPack';
import { indexOfPassage, keyAtOf } from './selectShown';
import type { HistoryEntry, ReaderSlice } from './state';

/** Lines of the history that are made at once; a person asks for more. */
const SHOWN_FIRST = 100;

export type HistoryActions = Pick<
  AppActions,
  'undo' | 'redo' | 'walkHistory' | 'visitHistory' | 'showMoreHistory'
>;
export interface History {
  actions: HistoryActions;
  /** Brings the names of the next undo and redo up to date with the log. */
  refresh(): void;
}

function preferred(edit: Edit): Passage[] {
  const pair = edit.on === 'preference' ? (edit.after ?? edit.before) : undefined;
  return pair === undefined ? [] : [pair.better, pair.worse];
}

/** Where undo goes: the passages a change speaks of, or its text. */
function placeOf(change: Change): { passages: Passage[]; text?: string } {
  const passages = change.edits.flatMap((edit) =>
    edit.on === 'passage' || edit.on === 'cuts' ? [edit.at] : preferred(edit),
  );
  const text = change.edits.find((edit) => edit.on === 'text' || edit.on === 'reveal')?.at;
  return { passages, ...(text === undefined ? {} : { text }) };
}

const isSplitChoice = ({ edits }: Change) => edits.length > 0 && edits.every(({ on }) => on === 'split');

/** Whether the open trace is one that the change is about. */
function isAbout({ open, steps }: ReaderSlice, change: Change): boolean {
  const { problems } = change;
  if (isSplitChoice(change)) return problems.includes(open.file) || problems.includes(open.problem.key);
  if (!problems.includes(open.problem.key)) return false;
  const { passages, text } = placeOf(change);
  const [at] = passages;
  if (at === undefined) return open.trace.text === text;
  if (passages.some((one) => indexOfPassage(steps, passageId(one)) >= 0)) return true;
  // Under another strategy it is no step, but it may lie in this text.
  return at.end <= open.trace.raw.length && keyAtOf(open.trace)(at.end) === at.upTo;
}

export function createHistory(parts: Parts, opener: ReaderOpener): History {
  const { store, data, recorder } = parts;
  // Undo may have to open a trace first: presses wait for each other, none is lost.
  let queue: Promise<void> = Promise.resolve();

  let shown = SHOWN_FIRST;

  function stepNumberOf(id: ReturnType<typeof passageId>): number | undefined {
    const steps = store.getState().reader?.steps;
    const index = steps === undefined ? -1 : indexOfPassage(steps, id);
    return index < 0 ? undefined : index + 1;
  }
  const describe = (change: Change | undefined) =>
    change === undefined
      ? undefined
      : describeChange(change, (at) => stepNumberOf(passageId(at)), selectPackUnder(store.getState()));

  const entryOf = ({ change, state }: HistoryLine): HistoryEntry => {
    const { reader } = store.getState();
    const elsewhere = reader === undefined || !isAbout(reader, change);
    return {
      id: changeId(change.writer, change.n),
      at: change.at,
      words: `${describe(change) ?? ''}${elsewhere ? ', in another trace' : ''}`,
      verdict: verdictOf(change),
      state,
    };
  };

  function refresh(): void {
    const { changes } = recorder;
    const isInSight = store.getState().reader?.drawer === 'history';
    const lines = isInSight ? historyLines(changes, shown + 1) : [];
    store.setState({
      history: {
        undo: describe(undoable(changes)),
        redo: describe(redoable(changes)),
        ...(isInSight ? { entries: lines.slice(0, shown).map(entryOf), hasMore: lines.length > shown } : {}),
      },
    });
  }
  // The list is made when it comes in sight, and for another trace anew: it names steps.
  store.subscribe(({ reader }, { reader: before }) => {
    if (reader?.drawer === 'history' && (before?.drawer !== 'history' || reader.steps !== before.steps)) {
      if (before?.drawer !== 'history') shown = SHOWN_FIRST;
      refresh();
    }
  });

  /** Opens the trace a change was made in; false when no open file holds it. */
  async function goTo(change: Change): Promise<boolean> {
    const { passages } = placeOf(change);
    const passage = passages[0] === undefined ? undefined : passageId(passages[0]);
    const { reader, files } = store.getState();
    const holds = () => {
      const { reader: now } = store.getState();
      return now !== undefined && isAbout(now, change);
    };
    if (reader !== undefined && holds()) return focus(passages);
    for (const file of files ?? []) {
      const rows = change.problems.includes(file.key)
        ? [0]
        : await rowsOf(file.key, change.problems as ProblemKey[]);
      for (const row of rows) {
        if ((await opener.open(file.key, row, passage)) && holds()) return focus(passages);
      }
    }
    return false;
  }

  const stateOf = (change: Change) =>
    data.annotations(change.problems.filter((key) => key !== 'default') as ProblemKey[], change.scope);

  async function rowsOf(file: FileKey, problems: readonly ProblemKey[]): Promise<number[]> {
    const scope = scopeOf(store.getState());
    const rows: number[] = [];
    for (const problem of problems) {
      const query = {
        file,
        from: 0,
        count: 200,
        sort: 'file',
        descending: false,
        filter: { problem },
        scope,
      } as const;
      // A file that cannot be read any more holds nothing to go to; the next one may.
      const { rows: found } = await data.page(query).catch(() => ({ rows: [] }));
      rows.push(...found.map(({ row }) => row));
    }
    return rows;
  }

  function focus(passages: readonly Passage[]): true {
    const { reader, route } = store.getState();
    if (reader === undefined) return true;
    const exact = passages
      .map((at) => reader.steps.findIndex(({ id }) => id === passageId(at)))
      .find((index) => index >= 0);
    const [first] = passages;
    const near = first === undefined ? -1 : reader.steps.findIndex(({ end }) => end > first.start);
    const step = exact ?? near;
    if (step >= 0) opener.activate(step);
    const passage = reader.steps[step]?.id;
    // The table is left; in the tree the cursor goes to the node, of another problem's tree if need be.
    if (route.screen !== 'read' && route.screen !== 'compare') {
      const { file, row } = reader.open;
      const screen = route.screen === 'tree' ? 'tree' : 'read';
      parts.actions.navigate({ screen, file, row, ...(passage === undefined ? {} : { passage }) });
    }
    return true;
  }

  async function takeBack(
    change: Change | undefined,
    command: 'history.undo' | 'history.redo',
  ): Promise<void> {
    if (change === undefined) return;
    if (!(await goTo(change))) {
      store.setState({
        message: `The trace of “${describe(change)}” is in no file of the library. Drop its file, then undo again.`,
      });
      return;
    }
    // A change made under another name or protocol is taken back there.
    const isShown = sameScope(change.scope, scopeOf(store.getState()));
    const { annotations } = store.getState().annotation;
    const plan = planUndo(isShown ? annotations : await stateOf(change), change);
    const raw = store.getState().reader?.open.trace.raw;
    recorder.record({
      command,
      edits: plan.edits,
      problems: change.problems,
      undoes: [change.writer, change.n],
      scope: change.scope,
      announce: `${command === 'history.undo' ? 'Undone' : 'Redone'}: ${describe(change)}.`,
      ...(raw === undefined ? {} : { raw }),
    });
    if (plan.skipped > 0) {
      store.setState({
        message: `${plan.skipped} of ${change.edits.length} edits were changed again since and stand as they are.`,
      });
    }
  }

  function enqueue(take: () => Promise<void>): void {
    // One that fails is said and does not stop those behind it.
    queue = queue
      .then(take)
      .catch((error: unknown) => store.setState({ message: wordsOf(error) }))
      .then(refresh);
  }

  const lineOf = (id: string) =>
    historyLines(recorder.changes, Infinity).find(({ change }) => changeId(change.writer, change.n) === id);

  /** Each step is a change of its own, as if Z had been pressed: walking can be undone, too. */
  async function walk(id: string): Promise<void> {
    for (;;) {
      const lines = historyLines(recorder.changes, Infinity);
      const at = lines.findIndex(({ change }) => changeId(change.writer, change.n) === id);
      const target = lines[at];
      if (target === undefined) return;
      const isForward = target.state === 'redoable';
      const isThere = !isForward && !lines.slice(0, at).some(({ state }) => state === 'stands');
      if (isThere || target.state === 'undone') return;
      const before = recorder.changes.length;
      if (isForward) await takeBack(redoable(recorder.changes), 'history.redo');
      else await takeBack(undoable(recorder.changes), 'history.undo');
      // What cannot be taken back has said why.
      if (recorder.changes.length === before) return;
    }
  }

  return {
    refresh,
    actions: {
      undo: () => enqueue(() => takeBack(undoable(recorder.changes), 'history.undo')),
      redo: () => enqueue(() => takeBack(redoable(recorder.changes), 'history.redo')),
      walkHistory: (id) => enqueue(() => walk(id)),
      visitHistory: (id) =>
        enqueue(async () => {
          const line = lineOf(id);
          if (line !== undefined) await goTo(line.change);
        }),
      showMoreHistory() {
        shown += SHOWN_FIRST;
        refresh();
      },
    },
  };
}

/** The verdict a change gave, for its mark in the list. */
function verdictOf({ edits }: Change): Verdict | undefined {
  const own = edits.findLast((edit) => edit.on === 'passage');
  return own?.after?.verdict;
}
