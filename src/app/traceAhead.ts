// The trace that comes next is read and split while the open one is judged: finishing waits for nothing.

import { applyChange, type Annotations } from '../core/labels';
import type { FileKey, Scope, SplitTarget, Strategy } from '../core/model';
import type { OpenTrace } from '../data/api';
import { startAt } from './openedReader';
import type { Parts } from './parts';
import type { Splitting } from './reading';
import { sameScope, scopeOf } from './recorder';
import { splitInSlices } from './splitInSlices';
import { isSplitInParts, splitFirst, splitInPieces, type Split } from './splitOpen';

/** After a trace is shown, before the next is read: the first screen is drawn by then. */
const AHEAD_MS = 400;

/** Steps that are in sight when a trace is opened. */
const FIRST_SCREEN = 10;

export interface LoadedTrace {
  open: OpenTrace;
  annotations: Annotations;
  /** Absent: not split yet. */
  split?: Split;
}
interface Ahead extends LoadedTrace {
  /** The last change of this tab that `annotations` have. */
  newest: number;
  scope: Scope;
  /** What `split` was made by. */
  strategy?: Strategy;
}

export interface TraceAhead {
  /** Reads this one when there is time; a later call overtakes it. */
  prepare(file: FileKey, row: number): void;
  /** What was prepared, as of now, if it is this one; handed out once. */
  take(file: FileKey, row: number): LoadedTrace | undefined;
  /** Another tab or a merged file changed labels: what was prepared is no longer true. */
  drop(): void;
}

interface Needs {
  load(open: OpenTrace): Promise<Annotations>;
  strategyOfFile(open: OpenTrace): Strategy;
  /** undefined until the first trace is open. */
  splitting(): Splitting | undefined;
}

export function createTraceAhead({ store, data, platform, recorder }: Parts, needs: Needs): TraceAhead {
  let ahead: Ahead | undefined;
  let wanted = 0;

  async function read(mine: number, file: FileKey, row: number): Promise<void> {
    const scope = scopeOf(store.getState());
    const open = await data.readTrace(file, row, scope);
    const annotations = await needs.load(open);
    if (mine !== wanted) return;
    ahead = { open, annotations, newest: recorder.newest, scope };
    splitIt(ahead);
  }

  function splitIt(of: Ahead): void {
    const splitting = needs.splitting();
    if (splitting === undefined) return;
    const { open, annotations } = of;
    const strategy = needs.strategyOfFile(open);
    const keep = (split: Split) => {
      Object.assign(of, { split, strategy });
      const first = Math.max(0, startAt(split.steps, annotations, undefined) - 2);
      const texts = split.steps
        .slice(first, first + FIRST_SCREEN)
        .map(({ start, end }) => open.trace.raw.slice(start, end));
      store.setState(({ reader }) => (reader === undefined ? {} : { reader: { ...reader, ahead: texts } }));
    };
    if (isSplitInParts(open)) keep(splitFirst(splitting, open, annotations, strategy));
    else {
      const pieces = splitInPieces(splitting, open, annotations, strategy);
      splitInSlices(platform, 'split ahead', pieces, { isWanted: () => ahead === of, done: keep });
    }
  }

  /** This tab's changes since: a beginning that both share may have been judged in the trace before. */
  function since({ open, newest, scope }: Ahead) {
    const about: readonly SplitTarget[] = [open.problem.key, open.file, 'default'];
    return recorder.changes.filter(
      (change) =>
        change.writer === data.writer &&
        change.n > newest &&
        sameScope(change.scope, scope) &&
        change.problems.some((target) => about.includes(target)),
    );
  }

  function splitNow({ open, split, strategy }: Ahead, annotations: Annotations): Pick<LoadedTrace, 'split'> {
    if (split === undefined || JSON.stringify(strategy) !== JSON.stringify(needs.strategyOfFile(open)))
      return {};
    const { splits, cuts } = split.splitBy;
    if (splits !== annotations.splits || cuts !== annotations.cuts) return {};
    return { split: { ...split, splitBy: annotations } };
  }

  return {
    prepare(file, row) {
      if (ahead?.open.file === file && ahead.open.row === row) return;
      ahead = undefined;
      const mine = ++wanted;
      platform.later('ahead', AHEAD_MS, () => {
        // What cannot be read is said when the person goes there.
        if (mine === wanted) read(mine, file, row).catch(() => undefined);
      });
    },
    take(file, row) {
      const found = ahead;
      ahead = undefined;
      wanted++;
      if (found?.open.file !== file || found.open.row !== row) return undefined;
      const scope = scopeOf(store.getState());
      if (!sameScope(found.scope, scope)) return undefined;
      const annotations = since(found).reduce(applyChange, found.annotations);
      return { open: found.open, annotations, ...splitNow(found, annotations) };
    },
    drop() {
      ahead = undefined;
      wanted++;
    },
  };
}
