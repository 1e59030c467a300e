// Where the rows lie, when a record is a frame around them (formats.md §4.2, 1).

import { isObject } from '../../fields';
import { guessBody, levelOf } from './guessBody';
import { guessTree } from './guessTree';
import { PROBLEM, nameRank } from './names';
import { fieldsOf } from './profile';

export interface Rows {
  path: string;
  rows: readonly unknown[];
}

/** Containers give rows one by one; only what they took for one record can hold more of them. */
export function findRows(records: readonly unknown[]): Rows {
  const [frame] = records;
  const whole = { path: '$[*]', rows: records };
  if (records.length !== 1 || !isObject(frame)) return whole;
  if (hasProblem(records)) return whole;
  const found = arraysIn(frame, '$', 2).filter(
    ({ rows }) => guessBody(levelOf(rows)) ?? guessTree(levelOf(rows)),
  );
  const longest = found.toSorted((a, b) => b.rows.length - a.rows.length)[0];
  const isRecord = guessTree(levelOf(records)) ?? guessBody(levelOf(records));
  return longest && (!isRecord || hasProblem(longest.rows)) ? longest : whole;
}

/** What has a problem of its own is a row. */
const hasProblem = (scopes: readonly unknown[]) =>
  fieldsOf(scopes).some((field) => field.kind === 'text' && nameRank(field.path, PROBLEM) >= 2);

/** Lists of objects, at most `depth` objects down. */
function arraysIn(value: unknown, path: string, depth: number): Rows[] {
  if (!isObject(value) || depth < 0) return [];
  return Object.entries(value).flatMap(([key, member]): Rows[] => {
    const own = /^[\p{Letter}\p{Number}_-]+$/u.test(key) ? `${path}.${key}` : undefined;
    if (own === undefined) return [];
    if (Array.isArray(member))
      return member.length > 0 && member.every(isObject) ? [{ path: `${own}[*]`, rows: member }] : [];
    return arraysIn(member, own, depth - 1);
  });
}
