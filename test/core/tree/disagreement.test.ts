import fc from 'fast-check';
import { expect, test } from 'vitest';
import { disagreementAt, dropsInOrder, largestDropsOfPaths, leavesOf, pathOf } from '../../../src/core/tree';
import { aParentColumn } from './trees';

// Problem .8 → a .5 → b .4 and c .1; problem → d .9.
const TREE = { parent: Int32Array.of(-1, 0, 1, 1, 0) };
const VALUES = [0.8, 0.5, 0.4, 0.1, 0.9];

test('falls in order, the largest first', () => {
  expect(dropsInOrder(TREE, VALUES)).toEqual([3, 1, 2]);
  expect(dropsInOrder(TREE, [NaN, 0.5, 0.4, NaN, 0.9])).toEqual([2]);
});

test('a node is the largest fall of some path through it', () => {
  expect([...largestDropsOfPaths(TREE, VALUES)]).toEqual([0, 1, 0, 1, 0]);
});

test('exactly the first largest falls of the paths from the root to each leaf', () => {
  const values = fc.array(fc.constantFrom(0, 0.25, 0.5, 1, NaN), { minLength: 61, maxLength: 61 });
  fc.assert(
    fc.property(aParentColumn, values, (parent, v) => {
      const fall = (node: number) => (node === 0 ? 0 : v[parent[node]!]! - v[node]!);
      const expected = new Set<number>();
      for (const leaf of leavesOf({ parent })) {
        const path = pathOf({ parent }, leaf);
        const most = Math.max(...path.map(fall).filter((by) => by > 0), 0);
        if (most > 0) expected.add(path.find((node) => fall(node) === most)!);
      }
      const found = largestDropsOfPaths({ parent }, v);
      expect(new Set([...parent.keys()].filter((node) => found[node] === 1))).toEqual(expected);
    }),
    { seed: 8, numRuns: 500 },
  );
});

test.each([
  ['erroneous where the value rises', 4, 'erroneous', [], 'erroneous-without-drop'],
  ['erroneous where it falls', 3, 'erroneous', [], undefined],
  ['correct at the largest fall of its path', 3, 'correct', [], 'correct-at-largest-drop'],
  ['correct at a smaller fall', 2, 'correct', [], undefined],
  ['redundant at a fall', 3, 'redundant', [], undefined],
  ['two annotators differ', 2, 'correct', ['erroneous'], 'annotators'],
  ['two others differ', 2, undefined, ['erroneous', 'correct'], 'annotators'],
  ['not judged', 4, undefined, [], undefined],
] as const)('%s', (_, node, verdict, others, expected) => {
  const largest = largestDropsOfPaths(TREE, VALUES);
  expect(disagreementAt(TREE, node, { verdict, others }, VALUES, largest)).toBe(expected);
});

test('without values only people can disagree', () => {
  const said = { verdict: 'correct', others: [] } as const;
  expect(disagreementAt(TREE, 3, said, undefined, undefined)).toBeUndefined();
});
