import fc from 'fast-check';
import { expect, test } from 'vitest';
import { childrenOf, layoutTree, leavesOf } from '../../../src/core/tree';
import { aParentColumn } from './trees';

test('depth runs along x, leaves take a row each, a parent stands in the middle of its children', () => {
  // 0 → 1 (→ 3, 4), 2
  const { x, y } = layoutTree(Int32Array.of(-1, 0, 0, 1, 1));
  expect([...x]).toEqual([0, 1, 1, 2, 2]);
  expect([...y]).toEqual([1.25, 0.5, 2, 0, 1]);
});

test('leaves stand on rows 0, 1, 2, … in drawing order and parents in the middle, whatever the tree', () => {
  fc.assert(
    fc.property(aParentColumn, (parent) => {
      const { y } = layoutTree(parent);
      const leaves = leavesOf({ parent });
      expect(leaves.map((leaf) => y[leaf])).toEqual(leaves.map((_, row) => row));
      for (const node of parent.keys()) {
        const rows = [...childrenOf({ parent }, node)].map((child) => y[child]!);
        if (rows.length > 0) expect(y[node]).toBeCloseTo(rows.reduce((a, b) => a + b) / rows.length, 3);
      }
    }),
    { seed: 5 },
  );
});

test('a chain of 10,000 nodes does not overflow the stack', () => {
  const { x, y } = layoutTree(Int32Array.from({ length: 10_000 }, (_, node) => node - 1));
  expect([x.at(-1), y.at(-1), y[0]]).toEqual([9_999, 0, 0]);
});

test('a star of 10,000 leaves takes 10,000 rows with the root in the middle', () => {
  const { y } = layoutTree(Int32Array.from({ length: 10_001 }, (_, node) => (node === 0 ? -1 : 0)));
  expect([y[1], y[10_000], y[0]]).toEqual([0, 9_999, 4_999.5]);
});

test('one node, and none', () => {
  expect(layoutTree(Int32Array.of(-1))).toEqual({ x: Float32Array.of(0), y: Float32Array.of(0) });
  expect(layoutTree(new Int32Array())).toEqual({ x: new Float32Array(), y: new Float32Array() });
});
