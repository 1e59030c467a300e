import type { Change, Writer } from '../model';
import { changeId, orderLog } from './log';
import { isReversible } from './reverse';

interface Stacks {
  /** Changes and redos that stand; the newest last. */
  done: Change[];
  /** Undos that can themselves be undone; the newest last. */
  undone: Change[];
}

// A redo undoes an undo, so whether a change with `undoes` takes away or gives back depends on what it points
// at. One that points outside the given changes is taken for an undo. A new change ends its writer's redos.
function stacksOf(changes: readonly Change[], writer: Writer | undefined): Stacks {
  const done = new Map<string, Change>();
  const undone = new Map<string, Change>();
  for (const change of orderLog(changes)) {
    const id = changeId(change.writer, change.n);
    if (change.undoes === undefined) {
      if (!isReversible(change)) continue;
      done.set(id, change);
      for (const [undoId, undo] of undone) {
        if (writer === undefined || undo.writer === change.writer) undone.delete(undoId);
      }
      continue;
    }
    const target = changeId(...change.undoes);
    if (undone.delete(target)) {
      done.set(id, change);
    } else {
      done.delete(target);
      undone.set(id, change);
    }
  }
  return { done: [...done.values()], undone: [...undone.values()] };
}

const newestOf = (changes: readonly Change[], writer: Writer | undefined) =>
  changes.findLast((change) => writer === undefined || change.writer === writer);

/** The newest change that stands, of one writer or of all; `changes` in any order, other writers' included.
 *  Undo is `reverse` of it with `planUndo`. */
export function undoable(changes: readonly Change[], writer?: Writer): Change | undefined {
  return newestOf(stacksOf(changes, writer).done, writer);
}

/** The newest undo that nothing was done after; redo is `reverse` of it with `planUndo`. */
export function redoable(changes: readonly Change[], writer?: Writer): Change | undefined {
  return newestOf(stacksOf(changes, writer).undone, writer);
}
