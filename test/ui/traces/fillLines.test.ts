import { expect, test } from 'vitest';
import type { RowView } from '../../../src/app/state';
import type { Line } from '../../../src/ui/traces/columns';
import { fillLines } from '../../../src/ui/traces/useFilledLines';

/** Lines from a position on, each with the row of this number. */
const lines = (from: number, rows: readonly number[]): Line[] =>
  rows.map((row, i) => ({ position: from + i, row: { row } as RowView, hidesHints: false }));
const said = (drawn: readonly Line[]) =>
  drawn.map(({ position, row }) => `${position}:${row?.row ?? '…'}`).join(' ');

test('another order fills from the top, a few lines at a time, until all are there', () => {
  let drawn: readonly Line[] = lines(0, [1, 2, 3, 4, 5]);
  const wanted = lines(0, [9, 8, 7, 6, 5]);
  const steps = [1, 2, 3, 4].map(() => said((drawn = fillLines(drawn, wanted, 2))));
  expect(steps).toEqual([
    '0:9 1:8 2:3 3:4 4:5',
    '0:9 1:8 2:7 3:6 4:5',
    '0:9 1:8 2:7 3:6 4:5',
    '0:9 1:8 2:7 3:6 4:5',
  ]);
  expect(drawn).toEqual(wanted);
  expect(fillLines(drawn, wanted, 2)).toBe(drawn);
});

test('scrolling keeps the lines that stay and leaves out those that are gone; what is not drawn yet is blank', () => {
  const before = lines(0, [0, 1, 2, 3]);
  const after = [...before.slice(2), ...lines(4, [4, 5, 6])];
  expect(said(fillLines(before, after, 2))).toBe('2:2 3:3 4:4 5:5 6:…');
});
