// The order of the table: rows that pass the filter, sorted, as row numbers. Everything sorts by one number a
// row, so a million rows need no comparison of strings.

import type { RowFilter, SortKey } from '../api';
import type { IndexColumns } from '../index';
import type { ProgressLookup } from './rowProgress';

export interface OrderInputs {
  columns: IndexColumns;
  sort: SortKey;
  descending: boolean;
  filter: RowFilter;
  progress: ProgressLookup;
  /** Steps by row; needed only to sort by them. */
  steps: Int32Array | undefined;
}

/** Rows in order. Rows without a value come last either way; equal ones stand in the order of the file. */
export function orderRows(inputs: OrderInputs): Uint32Array {
  const { columns, descending } = inputs;
  const passes = rowFilter(inputs);
  const rows = new Uint32Array(columns.rows);
  let count = 0;
  for (let row = 0; row < columns.rows; row++) if (passes(row)) rows[count++] = row;
  const order = rows.subarray(0, count);
  if (inputs.sort === 'file') return descending ? order.reverse() : order;
  const rank = ranks(inputs);
  const sign = descending ? -1 : 1;
  return order.sort((a, b) => {
    const [x, y] = [rank[a]!, rank[b]!];
    if (Number.isNaN(x) || Number.isNaN(y)) return Number(Number.isNaN(x)) - Number(Number.isNaN(y)) || a - b;
    return sign * (x - y) || a - b;
  });
}

function ranks({ columns, sort, progress, steps }: OrderInputs): Float64Array {
  const rank = new Float64Array(columns.rows);
  const valueOf = rankOf(columns, sort, progress, steps);
  for (let row = 0; row < columns.rows; row++) rank[row] = valueOf(row);
  return rank;
}

function rankOf(
  columns: IndexColumns,
  sort: SortKey,
  progress: ProgressLookup,
  steps: Int32Array | undefined,
): (row: number) => number {
  switch (sort) {
    case 'file':
      return (row) => row;
    case 'problem': {
      const names = alphabetical(
        Array.from({ length: columns.problemCount }, (_, i) => columns.problemName(i)),
      );
      return (row) => names[columns.problem.data[row]!]!;
    }
    case 'generator': {
      const names = alphabetical(columns.generators);
      return (row) => names[columns.generator.data[row]! - 1] ?? Number.NaN;
    }
    case 'outcome':
      return (row) => columns.outcome.data[row]!;
    case 'steps':
      return (row) => steps?.[row] ?? Number.NaN;
    case 'length':
      return (row) => columns.lengthUtf16.data[row]!;
    case 'progress':
      return (row) => {
        const { state, judgedShare } = progress(row);
        return state === 'finished' ? 2 : judgedShare;
      };
    case 'firstError':
      return (row) => progress(row).firstErrorFrom0 ?? Number.NaN;
    case 'score':
      return (row) => columns.lowestScore.data[row]!;
  }
}

/** Place of each name in alphabetical order; numbers within names count as numbers. */
function alphabetical(names: readonly string[]): Uint32Array {
  const { compare } = new Intl.Collator('en', { numeric: true });
  const sorted = names.map((_, i) => i).sort((a, b) => compare(names[a]!, names[b]!) || a - b);
  const place = new Uint32Array(names.length);
  sorted.forEach((name, i) => (place[name] = i));
  return place;
}

function rowFilter({ columns, filter, progress }: OrderInputs): (row: number) => boolean {
  const tests: ((row: number) => boolean)[] = [];
  const { text, generators, outcome, problem } = filter;
  if (text !== undefined && text.trim() !== '') tests.push(textFilter(columns, text.trim().toLowerCase()));
  if (generators !== undefined && generators.length > 0) {
    const wanted = new Set(generators.map((name) => columns.generators.indexOf(name) + 1));
    wanted.delete(0);
    tests.push((row) => wanted.has(columns.generator.data[row]!));
  }
  if (outcome !== undefined) tests.push((row) => outcomeWord(columns.outcome.data[row]!) === outcome);
  if (problem !== undefined) {
    const number = columns.problemNumber(problem);
    tests.push((row) => columns.problem.data[row] === number);
  }
  if (filter.progress !== undefined) tests.push((row) => progress(row).state === filter.progress);
  return (row) => tests.every((test) => test(row));
}

function textFilter(columns: IndexColumns, wanted: string): (row: number) => boolean {
  const problems = Array.from(
    { length: columns.problemCount },
    (_, i) =>
      columns.previewOf(i).toLowerCase().includes(wanted) ||
      columns.problemName(i).toLowerCase().includes(wanted),
  );
  const generators = columns.generators.map((name) => name.toLowerCase().includes(wanted));
  return (row) =>
    problems[columns.problem.data[row]!]! || generators[columns.generator.data[row]! - 1] === true;
}

/** A share or reward counts as right from one half on. */
export function outcomeWord(outcome: number): 'right' | 'wrong' | 'unknown' {
  if (Number.isNaN(outcome)) return 'unknown';
  return outcome >= 0.5 ? 'right' : 'wrong';
}

/** Where `row` stands in `order`; a row that the filter leaves out: where it would come in file order. */
export function positionIn(order: Uint32Array, row: number): { position: number; isThere: boolean } {
  const position = order.indexOf(row);
  if (position >= 0) return { position, isThere: true };
  const next = order.findIndex((other) => other > row);
  return { position: next < 0 ? order.length : next, isThere: false };
}
