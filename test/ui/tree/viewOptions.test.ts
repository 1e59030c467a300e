import { expect, test } from 'vitest';
import {
  hiddenNodes,
  isLeftBehind,
  mostVisitedPath,
  replayRange,
  WHOLE,
} from '../../../src/ui/tree/viewOptions';
import { treeOf } from '../../core/tree/trees';

// a (5) → c (4), d (1); b (1) → e (1)
const NODES = [
  [-1, ''],
  [0, 'a'],
  [0, 'b'],
  [1, 'c'],
  [1, 'd'],
  [2, 'e'],
] as const;
const THROUGH = Int32Array.of(6, 5, 1, 4, 1, 1);
const tree = treeOf(NODES, { order: Int32Array.of(0, 1, 4, 2, 3, 5) });
const open = { tree, through: THROUGH, rowsAt: [[], [], [], [0], [], [1]] };
const VALUES = {
  name: 'v',
  on: 'node' as const,
  means: 'v' as const,
  data: Float64Array.of(0.5, 0.6, 0.1, 0.7, NaN, 0.9),
};
const hide = (more: Partial<typeof WHOLE>, kept: number[] = [], values?: typeof VALUES) => {
  const found = hiddenNodes(open, { ...WHOLE, ...more }, values, new Set(kept));
  return found && { hidden: found.hidden.join(''), folded: found.folded.join('') };
};

test.each([
  ['all is drawn', {}, [], undefined],
  ['few paths', { fold: 'paths2' }, [], { hidden: '001011', folded: '211000' }],
  ['a path in sight stays', { fold: 'paths2' }, [0, 2, 5], { hidden: '000010', folded: '010000' }],
  ['the search after its third visit', { replay: 3 }, [2], { hidden: '001001', folded: '000000' }],
  ['folded and not yet there', { fold: 'paths2', replay: 3 }, [], { hidden: '001011', folded: '010000' }],
] as const)('%s', (_, view, kept, expected) => {
  expect(hide(view, [...kept])).toEqual(expected);
});

test('by value: what is below it is hidden with all under it, what has none stays', () => {
  expect(hide({ fold: 'value25' }, [], VALUES)).toEqual({ hidden: '001001', folded: '201000' });
});

test('the most visited path goes by the visits of the file, else by paths', () => {
  expect(mostVisitedPath(open)).toEqual([0, 1, 3]);
  const visits = { ...VALUES, means: 'visits' as const, data: Float64Array.of(9, 2, 7, 1, 1, 7) };
  expect(mostVisitedPath({ tree: { ...tree, values: [visits] }, through: THROUGH })).toEqual([0, 2, 5]);
});

test('left behind is an end where no path ends', () => {
  expect([1, 3, 4, 5].map((node) => isLeftBehind(open, node))).toEqual([false, false, true, false]);
});

test('a replay needs an order of at least two visits', () => {
  expect(replayRange(open)).toEqual([0, 5]);
  expect(replayRange({ tree: treeOf(NODES) })).toBeUndefined();
});
