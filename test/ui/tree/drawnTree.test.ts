import { expect, test } from 'vitest';
import { chainHeads, layoutTree } from '../../../src/core/tree';
import { wholeTree, withChainsFolded } from '../../../src/ui/tree/drawnTree';
import type { OpenTree } from '../../../src/ui/tree/openTree';
import { hiddenNodes, WHOLE } from '../../../src/ui/tree/viewOptions';
import { treeOf } from '../../core/tree/trees';

// 1 → 2 → 3 → 4, which forks into 5 and 6 → 7; 8 is a sibling of 1.
const tree = treeOf([
  [-1, ''],
  [0, 'a'],
  [1, 'b'],
  [2, 'c'],
  [3, 'd'],
  [4, 'e'],
  [4, 'f'],
  [6, 'g'],
  [0, 'h'],
]);
const open = {
  tree,
  through: new Int32Array(9).fill(1),
  rowsAt: tree.rowsEndingAt,
  ...layoutTree(tree.parent),
} as OpenTree;
const heads = chainHeads(tree);

test('a folded chain is its two ends, side by side, and what follows closes up', () => {
  const drawn = withChainsFolded(open, heads, new Set());
  expect([...drawn.x]).toEqual([0, 1, 2, 2, 2, 3, 3, 4, 1]);
  expect(drawn.y).toEqual(open.y);
  expect(drawn.chains?.counts).toEqual(new Map([[1, 2]]));
  expect([drawn.extents.levels, drawn.extents.rows]).toEqual([4, 3]);
  const hidden = hiddenNodes(open, { ...WHOLE, fold: 'chains' }, undefined, new Set(), drawn);
  expect([hidden!.hidden.join(''), hidden!.folded.join('')]).toEqual(['001100000', '000000000']);
});

test('an open chain lies as it is', () => {
  const drawn = withChainsFolded(open, heads, new Set([1]));
  expect([drawn.parent, drawn.x]).toEqual([tree.parent, open.x]);
  expect(drawn.chains?.counts.size).toBe(0);
  expect(wholeTree(open).chains).toBeUndefined();
});

test('in a replay nothing below what is not yet there is drawn, through a folded chain too', () => {
  const order = Int32Array.of(0, 1, 2, 3, 6, 7, 8, 9, 4);
  const drawn = withChainsFolded(open, heads, new Set());
  const view = { ...WHOLE, fold: 'chains', replay: 5 } as const;
  const hidden = hiddenNodes({ ...open, tree: { ...tree, order } }, view, undefined, new Set(), drawn);
  expect(hidden!.hidden.join('')).toBe('001111110');
});
