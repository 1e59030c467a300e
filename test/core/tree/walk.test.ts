import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  back,
  childrenOf,
  deeper,
  depthsOf,
  leavesOf,
  neighbourLeaf,
  nextNode,
  nodesInOrder,
  pathOf,
  rawOf,
  sibling,
  siblingsOf,
  throughCounts,
} from '../../../src/core/tree';
import { aParentColumn, treeOf } from './trees';

//      0
//   1     2
//  3 5   4
const tree = treeOf([
  [-1, ''],
  [0, 'a'],
  [0, 'b'],
  [1, 'c'],
  [2, 'd'],
  [1, 'e'],
]);

test('paths, texts, children, siblings, leaves in drawing order', () => {
  expect(pathOf(tree, 5)).toEqual([0, 1, 5]);
  expect(rawOf(tree, 5)).toBe('ae');
  expect([...childrenOf(tree, 1)]).toEqual([3, 5]);
  expect([...siblingsOf(tree, 3)]).toEqual([3, 5]);
  expect([...siblingsOf(tree, 0)]).toEqual([0]);
  expect([...nodesInOrder(tree)]).toEqual([0, 1, 3, 5, 2, 4]);
  expect(leavesOf(tree)).toEqual([3, 5, 4]);
  expect([...depthsOf(tree)]).toEqual([0, 1, 1, 2, 2, 2]);
});

test('the cursor goes deeper, back, to a sibling, and stays where there is nowhere to go', () => {
  expect([deeper(tree, 0), deeper(tree, 3)]).toEqual([1, 3]);
  expect([back(tree, 5), back(tree, 0)]).toEqual([1, 0]);
  expect([sibling(tree, 3, 1), sibling(tree, 5, 1), sibling(tree, 5, -1), sibling(tree, 0, 1)]).toEqual([
    5, 5, 3, 0,
  ]);
});

test('deeper follows the child the solution went on with', () => {
  expect(deeper({ ...tree, chosenChild: Int32Array.of(2, -1, -1, -1, -1, -1) }, 0)).toBe(2);
});

test('the next leaf is the next path, before and after inner nodes', () => {
  expect([
    neighbourLeaf(tree, 0, 1),
    neighbourLeaf(tree, 3, 1),
    neighbourLeaf(tree, 5, 1),
    neighbourLeaf(tree, 4, 1),
  ]).toEqual([3, 5, 4, 4]);
  expect(neighbourLeaf(tree, 4, -1)).toBe(5);
});

test('the next node that is wanted is found round the end, never the root', () => {
  expect(nextNode(tree, 4, (node) => node === 1)).toBe(1);
  expect(nextNode(tree, 4, (node) => node === 0)).toBeUndefined();
  expect(nextNode(tree, 1, (node) => node === 1)).toBe(1);
});

test('rows are counted at every node above the one they end at', () => {
  expect([...throughCounts({ ...tree, rowsEndingAt: [[], [7], [], [1, 2], [3], []] })]).toEqual([
    4, 3, 1, 2, 1, 0,
  ]);
});

test('drawing order visits every node once, and a parent before its children', () => {
  fc.assert(
    fc.property(aParentColumn, (parent) => {
      const order = [...nodesInOrder({ parent })];
      expect(order.toSorted((a, b) => a - b)).toEqual([...parent.keys()]);
      expect(order.every((node) => node === 0 || order.indexOf(parent[node]!) < order.indexOf(node))).toBe(
        true,
      );
    }),
    { seed: 3 },
  );
});
