import { expect, test } from 'vitest';
import { alignPaths, nearSiblings, workOrder } from '../../../src/core/tree';
import type { ValueSet } from '../../../src/core/model';
import { treeOf } from './trees';

// a → b → d, e; a → c; f
const TREE = treeOf([
  [-1, ''],
  [0, 'a'],
  [1, 'Step 1: So x = 2.'],
  [1, 'so  x = 2'],
  [2, 'd'],
  [2, 'e'],
  [0, 'f'],
]);
/** `1[0-2]` is node 1 in columns 0 to 2; what parts there stands behind the bar. */
const shown = (ends: number[]) => {
  const { order, levels } = alignPaths(TREE, ends);
  const lines = levels.map(({ cells, parts }) =>
    [
      cells.map(({ node, from, to }) => `${node}[${from === to ? from : `${from}-${to}`}]`).join(' '),
      ...parts.map((nodes) => nodes.join('/')),
    ].join(' | '),
  );
  return [order.join(), ...lines];
};

test.each([
  ['two that part at the end', [5, 4], ['1,0', '1[0-1]', '2[0-1]', '4[0] 5[1] | 4/5']],
  [
    'three, the two that share most side by side',
    [4, 3, 5],
    ['0,2,1', '1[0-2]', '2[0-1] 3[2] | 2/3', '4[0] 5[1] | 4/5'],
  ],
  ['nothing in common', [6, 3], ['1,0', '1[0] 6[1] | 1/6', '3[0]']],
  ['one ends inside the other', [2, 5], ['0,1', '1[0-1]', '2[0-1]', '5[1]']],
  ['one alone', [3], ['0', '1[0]', '3[0]']],
  ['none', [], ['']],
])('%s', (_, ends, expected) => {
  expect(shown(ends)).toEqual(expected);
});

test('siblings that differ in white space, case, numbering and the full stop are near, others are not', () => {
  expect([1, 2, 3, 4, 0].map((node) => nearSiblings(TREE, node))).toEqual([[], [3], [2], [], []]);
});

test('highest leverage first: rollouts times the width of the interval', () => {
  const through = [8, 8, 6, 2, 3, 3, 1];
  const mc = (c: number[], k: number[]): ValueSet => ({
    name: 'mc',
    on: 'node',
    means: 'mc',
    data: Float64Array.from(c, (right, i) => right / k[i]!),
    c: Float64Array.from(c),
    k: Float64Array.from(k),
  });
  const order = (values?: ValueSet) => workOrder(TREE, through, values).map(({ node }) => node);
  expect(order()).toEqual([1, 2, 4, 5, 3, 6]);
  // Wilson widths: 8/8 .324, 4/8 .570, 0/2 .658; 6 × .570 = 3.42 is more than 8 × .324 = 2.60.
  expect(order(mc([8, 8, 4, 0, 1, 2, 1], [8, 8, 8, 2, 2, 2, 1]))).toEqual([2, 1, 4, 5, 3, 6]);
  const [first] = workOrder(TREE, through, mc([8, 8, 4, 0, 1, 2, 1], [8, 8, 8, 2, 2, 2, 1]));
  expect(first!.leverage).toBeCloseTo(6 * (0.7848 - 0.2152), 3);
});
