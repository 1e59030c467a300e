import type { Change, Writer } from '../model';
import { changeId, orderLog } from './log';
import { isReversible } from './reverse';

/** A change takes back what it `undoes`, unless that takes something back itself: then it is a redo. One whose
 *  target is not among the given changes is taken for an undo. The table is made when first asked for. */
function undoTeller(log: readonly Change[]): (change: Change) => boolean {
  let byId: Map<string, Change> | undefined;
  const isUndo = (change: Change): boolean => {
    if (change.undoes === undefined) return false;
    byId ??= new Map(log.map((one) => [changeId(one.writer, one.n), one]));
    let undoes = true;
    let target = byId.get(changeId(...change.undoes));
    while (target?.undoes !== undefined) {
      undoes = !undoes;
      target = byId.get(changeId(...target.undoes));
    }
    return undoes;
  };
  return isUndo;
}

/** Changes that nothing later takes back, newest first. Callers stop early: this runs at every key press. */
function* standing(changes: readonly Change[]): Generator<{ change: Change; isUndo: boolean }> {
  const log = orderLog(changes);
  const isUndo = undoTeller(log);
  const takenBack = new Set<string>();
  for (let i = log.length - 1; i >= 0; i--) {
    const change = log[i]!;
    if (takenBack.size > 0 && takenBack.delete(changeId(change.writer, change.n))) continue;
    if (change.undoes !== undefined) takenBack.add(changeId(...change.undoes));
    yield { change, isUndo: isUndo(change) };
  }
}

/** The newest change that stands, of one writer or of all; `changes` in any order, other writers' included.
 *  Undo is `reverse` of it with `planUndo`. */
export function undoable(changes: readonly Change[], writer?: Writer): Change | undefined {
  for (const { change, isUndo } of standing(changes)) {
    if (!isUndo && isReversible(change) && (writer ?? change.writer) === change.writer) return change;
  }
  return undefined;
}

/** The newest undo that stands and after which its writer (without one: anybody) did nothing new; redo is
 *  `reverse` of it with `planUndo`. */
export function redoable(changes: readonly Change[], writer?: Writer): Change | undefined {
  for (const { change, isUndo } of standing(changes)) {
    if ((writer ?? change.writer) !== change.writer) continue;
    if (isUndo) return change;
    if (change.undoes === undefined && isReversible(change)) return undefined;
  }
  return undefined;
}

export interface HistoryLine {
  change: Change;
  /** `stays`: a reveal is only logged. `undone` and no longer redoable: something new was done since. */
  state: 'stands' | 'redoable' | 'undone' | 'stays';
}

/** What a person did, newest first, undos and redos folded into the changes they act on; at most `limit`. */
export function historyLines(changes: readonly Change[], limit: number): HistoryLine[] {
  const log = orderLog(changes);
  const byId = new Map(log.map((one) => [changeId(one.writer, one.n), one]));
  const rootOf = (change: Change): Change => {
    const target = change.undoes && byId.get(changeId(...change.undoes));
    return target === undefined ? change : rootOf(target);
  };
  const standingRoots = new Set<Change>();
  const redoable = new Set<Change>();
  let isNew = false;
  for (const { change, isUndo } of standing(log)) {
    if (!isUndo) standingRoots.add(rootOf(change));
    else if (!isNew) redoable.add(rootOf(change));
    isNew ||= change.undoes === undefined && isReversible(change);
  }
  const stateOf = (change: Change): HistoryLine['state'] =>
    !isReversible(change)
      ? 'stays'
      : standingRoots.has(change)
        ? 'stands'
        : redoable.has(change)
          ? 'redoable'
          : 'undone';
  const lines: HistoryLine[] = [];
  for (let i = log.length - 1; i >= 0 && lines.length < limit; i--) {
    const change = log[i]!;
    // One whose target was not read stands for it.
    if (rootOf(change) === change) lines.push({ change, state: stateOf(change) });
  }
  return lines;
}
