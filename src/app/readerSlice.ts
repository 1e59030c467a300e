import type { PassageId } from '../core/identity';
import { applyChange, type Annotations } from '../core/labels';
import type { FileKey } from '../core/model';
import type { OpenTrace } from '../data/api';
import { buildReader, startAt } from './openedReader';
import { wordsOf, type Parts } from './parts';
import type { Reading, Splitting } from './reading';
import { sameScope, scopeOf } from './recorder';
import { writeRoute } from './routing';
import { selectFile, selectQuery } from './selectFile';
import { splitFirst, splitInPieces, stepAt } from './splitOpen';
import { splitInSlices } from './splitInSlices';
import type { ReaderSlice } from './state';
import { createTraceAhead, type LoadedTrace } from './traceAhead';

/** After the last movement, before the place is written to the address and the library. */
const SETTLE_MS = 300;
/** After the last verdict, before the strips of the other rollouts are read again. */
const SIBLINGS_MS = 600;

/** Still the same opening of the same trace; its list of rollouts may have been read again meanwhile. */
export const isOf = (reader: ReaderSlice | undefined, open: OpenTrace): reader is ReaderSlice =>
  reader?.open.trace === open.trace;

export interface ReaderOpener {
  /** Shows a trace; a later call overtakes an earlier one. Resolves to false when it was overtaken. */
  open(file: FileKey, row: number, passage?: PassageId): Promise<boolean>;
  /** Moves the cursor within the open trace. */
  activate(step: number): void;
  /** Cuts the open trace again where strategy or cuts have changed; the cursor stays where it was. */
  resplit(): void;
  /** Reads the annotations of the open trace again: another tab or a merged file changed them. */
  reload(): Promise<void>;
  /** Resolves when the neighbours of the open trace are known. */
  placed(): Promise<void>;
  /** A trace on its way: keys wait for it, or they would judge the one that is being left. */
  readonly underway: Promise<unknown> | undefined;
  holdKeys(work: Promise<unknown>): void;
  /** A little later, what was judged is shown in the list of rollouts beside the trace. */
  refreshSiblings(): void;
  /** Reads again what the rest of the file says of the open trace: other rollouts, a tree. True when it is more. */
  refreshProblem(): Promise<boolean>;
}

export function createReaderOpener(parts: Parts, loadReading: () => Promise<Reading>): ReaderOpener {
  const { store, data, platform, recorder } = parts;
  let latest = 0;
  let placed = Promise.resolve();
  let underway: Promise<unknown> | undefined;
  let splitting: Splitting | undefined;

  async function load(open: OpenTrace): Promise<Annotations> {
    const { newest } = recorder;
    const scope = scopeOf(store.getState());
    const loaded = await data.annotations([open.problem.key, open.file], scope);
    // A name or protocol taken up meanwhile makes it another annotation.
    if (!sameScope(scope, scopeOf(store.getState()))) return load(open);
    return recorder.notIn(newest, scope).reduce(applyChange, loaded);
  }

  /** This person saw the reference of this text before, in another visit too: the log knows. */
  function wasRevealed({ trace, problem }: OpenTrace): boolean {
    const { annotator } = store.getState().settings;
    return recorder.changes.some(
      ({ scope, edits, command, problems }) =>
        scope.annotator === annotator &&
        ((command === 'tree.reveal' && problems.includes(problem.key)) ||
          edits.some((edit) => edit.on === 'reveal' && edit.at === trace.text)),
    );
  }

  function settle(): void {
    const { reader, route } = store.getState();
    if (reader === undefined || (route.screen !== 'read' && route.screen !== 'tree')) return;
    const step = reader.steps[reader.active];
    const at = {
      file: reader.open.file,
      row: reader.open.row,
      ...(step === undefined ? {} : { passage: step.id }),
    };
    const next = { screen: route.screen, ...at };
    store.setState({ route: next });
    platform.writeHash(writeRoute(next, selectFile(store.getState(), at.file)?.name ?? ''), 'replace');
    void data.saveLeftAt(at.file, {
      row: at.row,
      ...(step === undefined ? {} : { passage: step.passage }),
    });
  }

  async function refreshProblem(): Promise<boolean> {
    const shown = store.getState().reader?.open;
    if (shown === undefined) return false;
    const now = await data.readTrace(shown.file, shown.row, scopeOf(store.getState()));
    const { siblings, attempts, sameText, hasTree } = now;
    store.setState(({ reader }) =>
      isOf(reader, shown)
        ? { reader: { ...reader, open: { ...reader.open, siblings, attempts, sameText, hasTree } } }
        : {},
    );
    return attempts !== shown.attempts || hasTree !== shown.hasTree;
  }

  function refreshSiblings(): void {
    platform.later('siblings', SIBLINGS_MS, () => {
      if ((store.getState().reader?.open.attempts ?? 0) > 1) void refreshProblem();
    });
  }

  function prepareNext(): void {
    const { reader } = store.getState();
    if (reader?.neighbours?.next !== undefined) ahead.prepare(reader.open.file, reader.neighbours.next);
  }

  async function loadNeighbours(file: FileKey, row: number): Promise<void> {
    try {
      const neighbours = await data.neighbours(selectQuery(store.getState(), file), row);
      store.setState((state) =>
        state.reader?.open.file === file && state.reader.open.row === row
          ? { reader: { ...state.reader, neighbours } }
          : {},
      );
      prepareNext();
    } catch (error) {
      store.setState({ message: wordsOf(error) });
    }
  }

  /** Undo may take a choice back that the trace was opened under. */
  const strategyOfFile = (open: OpenTrace) =>
    selectFile(store.getState(), open.file)?.strategy ?? open.strategy;

  const ahead = createTraceAhead(parts, { load, strategyOfFile, splitting: () => splitting });

  async function read(mine: number, file: FileKey, row: number, passage?: PassageId): Promise<boolean> {
    try {
      const [reading, open] = await Promise.all([
        loadReading(),
        data.readTrace(file, row, scopeOf(store.getState())),
      ]);
      const annotations = await load(open);
      if (mine !== latest) return false;
      splitting = reading.splitting;
      show({ open, annotations }, passage);
      return true;
    } catch (error) {
      if (mine === latest) store.setState({ message: wordsOf(error) });
      return false;
    }
  }

  function show({ open, annotations, split: made }: LoadedTrace, passage?: PassageId): void {
    const { problem, file, row } = open;
    const split = made ?? splitFirst(splitting!, open, annotations, strategyOfFile(open));
    store.setState((state) => {
      const reader = buildReader(open, split, state.reader, wasRevealed(open));
      return {
        reader: { ...reader, active: startAt(reader.steps, annotations, passage) },
        annotation: { ...state.annotation, loaded: new Set([problem.key, file]), annotations },
      };
    });
    splitRest(passage);
    platform.later('place', SETTLE_MS, settle);
    placed = loadNeighbours(file, row);
  }

  /** The rest of a very long trace is split behind the first screens, a few ms at a time. `asked`: the step,
   *  or the place in the text, to go to once it is there. */
  function splitRest(asked?: PassageId | number): void {
    const { reader, annotation } = store.getState();
    if (reader?.splitTo === undefined || splitting === undefined) return;
    const { open, splitBy } = reader;
    const pieces = splitInPieces(splitting, open, annotation.annotations, strategyOfFile(open));
    splitInSlices(platform, 'split', pieces, {
      isWanted: () => {
        const now = store.getState().reader;
        return now?.open.trace === open.trace && now.splitBy === splitBy;
      },
      done: (split) => {
        const now = store.getState().reader!;
        const isAhead = typeof asked === 'number' && asked >= (now.splitTo ?? 0);
        const at = isAhead ? stepAt(split.steps, asked) : split.steps.findIndex(({ id }) => id === asked);
        store.setState({ reader: { ...now, ...split, splitBy, active: at < 0 ? now.active : at } });
      },
    });
  }

  function activate(step: number): void {
    store.setState(({ reader }) => {
      if (reader === undefined || reader.steps[step] === undefined || reader.active === step) return {};
      // The place of a cut lies in the step that is left.
      const left = reader.mode === 'cut' ? { mode: 'read' as const, cutAt: undefined } : {};
      return { reader: { ...reader, active: step, ...left } };
    });
    platform.later('place', SETTLE_MS, settle);
  }

  function resplit(): void {
    const { reader, annotation } = store.getState();
    if (reader === undefined || splitting === undefined) return;
    const { annotations } = annotation;
    if (reader.splitBy.splits === annotations.splits && reader.splitBy.cuts === annotations.cuts) return;
    const split = splitFirst(splitting, reader.open, annotations, strategyOfFile(reader.open));
    // Another tab's change, read again: most leave the steps as they are, and must not end what is typed.
    const isSame =
      split.steps.length === reader.steps.length &&
      split.steps.every(({ id }, i) => id === reader.steps[i]!.id);
    if (isSame) {
      store.setState({ reader: { ...reader, strategy: split.strategy, splitBy: annotations } });
      splitRest();
      return;
    }
    const start = reader.steps[reader.active]?.start ?? 0;
    const kept = new Set(split.steps.map(({ id }) => id));
    store.setState({
      // The tree is drawn from the steps: it is read again.
      tree: undefined,
      reader: {
        ...reader,
        ...split,
        active: stepAt(split.steps, start),
        last: reader.last !== undefined && kept.has(reader.last) ? reader.last : undefined,
        mode: 'read',
        typing: undefined,
        selection: undefined,
        picking: undefined,
        cutAt: undefined,
        finishArmed: false,
      },
    });
    splitRest(start);
  }

  function holdKeys(work: Promise<unknown>): void {
    underway = work;
    void work.finally(() => {
      if (underway === work) underway = undefined;
    });
  }

  return {
    async open(file, row, passage) {
      const mine = ++latest;
      const current = store.getState().reader;
      if (current?.open.file === file && current.open.row === row) {
        const step = current.steps.findIndex(({ id }) => id === passage);
        if (step >= 0) activate(step);
        // The table may have another order by now.
        placed = loadNeighbours(file, row);
        return true;
      }
      const ready = ahead.take(file, row);
      if (ready !== undefined) {
        show(ready, passage);
        // Strips of the other rollouts are as they were when it was read.
        refreshSiblings();
        return true;
      }
      const reading = read(mine, file, row, passage);
      holdKeys(reading);
      return reading;
    },
    activate,
    resplit,
    placed: () => placed,
    get underway() {
      return underway;
    },
    holdKeys,

    refreshProblem,
    refreshSiblings,

    async reload() {
      ahead.drop();
      // A trace on its way may have read its annotations already, and not be shown yet.
      await underway;
      const open = store.getState().reader?.open;
      if (open === undefined) return;
      const annotations = await load(open);
      store.setState((state) =>
        isOf(state.reader, open) ? { annotation: { ...state.annotation, annotations } } : {},
      );
      resplit();
      prepareNext();
    },
  };
}
