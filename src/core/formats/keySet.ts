import { isObject } from './fields';

/** Names of top-level fields that most of these records have, sorted: files of one tool agree in it, so it is what
 *  a person's choice of format is remembered by. For records that are lists: the fields of their entries. undefined:
 *  the records have no fields (text). */
export function keySetOf(records: readonly unknown[]): string | undefined {
  const objects = records.filter(isObject);
  const isList = objects.length * 2 < records.length;
  const named = isList
    ? records.flatMap((record) => (Array.isArray(record) ? record : [])).filter(isObject)
    : objects;
  const counts = new Map<string, number>();
  for (const one of named) for (const name of Object.keys(one)) counts.set(name, (counts.get(name) ?? 0) + 1);
  const names = [...counts].filter(([, count]) => count * 2 >= named.length).map(([name]) => name);
  if (names.length === 0) return undefined;
  return JSON.stringify([...(isList ? ['[*]'] : []), ...names.toSorted()]);
}
