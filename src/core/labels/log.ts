import type { Change, Scope } from '../model';

export function scopeMatches(a: Scope, b: Scope): boolean {
  return a.annotator === b.annotator && a.protocol === b.protocol && a.pack === b.pack && a.round === b.round;
}

const logOrder = (a: Change, b: Change) =>
  a.at - b.at || (a.writer < b.writer ? -1 : a.writer > b.writer ? 1 : a.n - b.n);

/** The order in which changes count: time, writer, the writer's counter. */
export function orderLog(changes: readonly Change[]): Change[] {
  return changes.toSorted(logOrder);
}

/** A change's name in the log. */
export function changeId(writer: Change['writer'], n: number): string {
  return `${writer}.${n}`;
}

/** Set union by writer and counter, in log order. Changes are never rewritten, so either copy will do. */
export function mergeLogs(a: readonly Change[], b: readonly Change[]): Change[] {
  const byId = new Map<string, Change>();
  for (const change of a) byId.set(changeId(change.writer, change.n), change);
  for (const change of b) {
    const id = changeId(change.writer, change.n);
    if (!byId.has(id)) byId.set(id, change);
  }
  return orderLog([...byId.values()]);
}
