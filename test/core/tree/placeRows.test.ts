import { expect, test } from 'vitest';
import { placeRows } from '../../../src/core/tree';
import { treeOf } from './trees';

const tree = treeOf([
  [-1, ''],
  [0, 'a'],
  [0, 'a'],
  [1, 'b'],
  [2, 'b'],
  [1, ''],
]);
const place = (...raws: string[]) =>
  placeRows(
    tree,
    raws.map((raw, row) => ({ row, raw })),
  );

test.each([
  ['a text ends at its node', ['ab'], [[], [], [], [0], [], []]],
  ['equal texts take the equal nodes in turn', ['ab', 'ab', 'ab'], [[], [], [], [0, 2], [1], []]],
  ['a text may end inside, where an empty node follows too', ['a', 'a', 'a'], [[], [0], [2], [], [], [1]]],
  ['what the tree does not hold ends nowhere', ['abc', 'x', ''], [[], [], [], [], [], []]],
])('%s', (_, raws, expected) => {
  expect(place(...raws)).toEqual(expected);
});
