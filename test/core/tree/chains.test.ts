import { expect, test } from 'vitest';
import { chainAt, chainHeads } from '../../../src/core/tree';
import { treeOf } from './trees';

const chain = (length: number, more: Parameters<typeof treeOf>[1] = {}) =>
  treeOf(
    Array.from({ length }, (_, node) => [node - 1, `${node}`] as const),
    more,
  );

test('inside a chain are the nodes between its first and its last one', () => {
  // 1 → 2 → 3 → 4, which forks into 5 and 6; 6 → 7.
  const nodes = [
    [-1, ''],
    [0, 'a'],
    [1, 'b'],
    [2, 'c'],
    [3, 'd'],
    [4, 'e'],
    [4, 'f'],
    [6, 'g'],
  ] as const;
  const tree = treeOf(nodes);
  const heads = chainHeads(tree);
  expect([...heads]).toEqual([-1, -1, 1, 1, -1, -1, -1, -1]);
  expect(nodes.map((_, node) => chainAt(tree, heads, node))).toEqual([
    undefined,
    1,
    1,
    1,
    1,
    undefined,
    undefined,
    undefined,
  ]);
});

test('one node between two is not worth a fold', () => {
  expect([...chainHeads(chain(4))]).toEqual([-1, -1, -1, -1]);
  expect([...chainHeads(chain(5))]).toEqual([-1, -1, 1, 1, -1]);
});

test('a node where a row ends, or with a second parent, stays', () => {
  const rowsEndingAt = Array.from({ length: 8 }, (_, node) => (node === 4 ? [0] : []));
  expect([...chainHeads(chain(8, { rowsEndingAt }))]).toEqual([-1, -1, 1, 1, -1, 4, 4, -1]);
  expect([...chainHeads(chain(8, { extraParents: [[4, 0]] }))]).toEqual([-1, -1, 1, 1, -1, 4, 4, -1]);
});

test('a chain of 10,000 folds to its two ends', () => {
  expect(chainHeads(chain(10_001)).filter((head) => head === 1)).toHaveLength(9998);
});
