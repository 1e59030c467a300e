import { expect, test } from 'vitest';
import { passagesOf } from '../../../src/core/identity';
import type { Range } from '../../../src/core/model';
import { passagesOfTree, rawOf } from '../../../src/core/tree';
import { PROBLEM, treeOf } from './trees';

const byLine = (raw: string): Range[] =>
  [...raw.matchAll(/[^\n]+/g)].map(({ index, 0: line }) => ({ start: index, end: index + line.length }));
const ranges = (passages: { start: number; end: number }[][]) =>
  passages.map((inside) => inside.map(({ start, end }) => `${start}-${end}`).join(' '));

test('under the cuts of the file each node is one step, after its lead', () => {
  const tree = treeOf([
    [-1, ''],
    [0, 'one'],
    [1, '\n\ntwo\nlines', 2],
    [1, '\n\nthree', 2],
  ]);
  const passages = passagesOfTree(tree, undefined);
  expect(ranges(passages)).toEqual(['', '0-3', '5-14', '5-10']);
  expect(passages[3]).toEqual(
    passagesOf(PROBLEM, 'one\n\nthree', [
      { start: 0, end: 3 },
      { start: 5, end: 10 },
    ]).slice(1),
  );
});

test('a node may be several steps of another strategy', () => {
  const tree = treeOf([
    [-1, ''],
    [0, 'one\ntwo'],
    [1, '\nthree', 1],
  ]);
  expect(ranges(passagesOfTree(tree, byLine))).toEqual(['', '0-3 4-7', '8-13']);
});

test('a step that runs on into the children stands at each of them', () => {
  const tree = treeOf([
    [-1, ''],
    [0, 'one\ntw'],
    [1, 'o'],
    [1, 'enty\nx'],
  ]);
  expect(ranges(passagesOfTree(tree, byLine))).toEqual(['', '0-3', '4-7', '4-10 11-12']);
});

test('a row that ends inside a step of its continuations has a step of its own there', () => {
  const tree = treeOf(
    [
      [-1, ''],
      [0, 'tw'],
      [1, 'o'],
    ],
    { rowsEndingAt: [[], [0], [1]] },
  );
  expect(ranges(passagesOfTree(tree, byLine))).toEqual(['', '0-2', '0-3']);
});

test('passages are those of the whole path, whichever path asks', () => {
  const tree = treeOf([
    [-1, ''],
    [0, 'a'],
    [1, '\nb', 1],
    [2, '\nc', 1],
    [2, '\nd', 1],
    [0, 'e'],
  ]);
  const passages = passagesOfTree(tree, byLine);
  for (const leaf of [3, 4]) {
    const raw = rawOf(tree, leaf);
    expect([1, 2, leaf].flatMap((node) => passages[node]!)).toEqual(passagesOf(PROBLEM, raw, byLine(raw)));
  }
});

test('a tree of its root alone has no passages', () => {
  expect(passagesOfTree(treeOf([[-1, '']]), byLine)).toEqual([[]]);
});
