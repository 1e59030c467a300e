import { expect, test } from 'vitest';
import {
  bestPath,
  globalAdvantage,
  intervalAt,
  largestDrop,
  largestDropOnPath,
  leafWeightedMean,
  localAdvantage,
  omegaExploration,
  omegaPriority,
  valueAt,
  valueRange,
  wilson95,
} from '../../../src/core/tree';
import type { ValueSet } from '../../../src/core/model';

// root → A(leaves 1, 1, 0), B(0, 0), C(1); C is a leaf of its own node here.
const parent = Int32Array.of(-1, 0, 1, 1, 1, 0, 5, 5, 0, 8);
const outcome = [NaN, NaN, 1, 1, 0, NaN, 0, 0, NaN, 1];
const tree = { parent };
const set = (more: Partial<ValueSet> = {}): ValueSet => ({
  name: 'v',
  on: 'node',
  means: 'v',
  data: new Float64Array(),
  ...more,
});

test('V is the leaf-weighted mean of outcomes (design.md §10): .5, .6667, 0, 1', () => {
  const v = leafWeightedMean(tree, outcome);
  expect([v[0], v[1], v[5], v[8]]).toEqual([0.5, expect.closeTo(0.6667, 4), 0, 1]);
});

test('one unknown outcome leaves V unknown above it, and known beside it', () => {
  const v = leafWeightedMean(tree, outcome.with(4, NaN));
  expect([v[0], v[1], v[5], v[8]]).toEqual([NaN, NaN, 0, 1]);
});

test('local advantage V(n) − V(parent): +.1667, −.5, +.5', () => {
  const advantage = localAdvantage(tree, leafWeightedMean(tree, outcome));
  expect([advantage[1], advantage[5], advantage[8]]).toEqual([expect.closeTo(0.1667, 4), -0.5, 0.5]);
  expect(advantage[0]).toBeNaN();
});

test('global advantage V(n) − V(root)', () => {
  const advantage = globalAdvantage(tree, leafWeightedMean(tree, outcome));
  expect([advantage[4], advantage[9]]).toEqual([-0.5, 0.5]);
});

// Published bounds to four places.
test.each([
  [0, 8, 0, 0.3244],
  [1, 8, 0.0224, 0.4709],
  [4, 8, 0.2152, 0.7848],
  [8, 8, 0.6756, 1],
  [12, 16, 0.505, 0.8982],
])('Wilson 1927, 95 %%: %i/%i → [%f, %f]', (c, k, low, high) => {
  expect(wilson95(c, k)).toEqual({ low: expect.closeTo(low, 4), high: expect.closeTo(high, 4) });
});

test('no rollouts, no interval', () => {
  expect(wilson95(0, 0)).toBeUndefined();
  expect(wilson95(0, NaN)).toBeUndefined();
});

test.each([
  [0.5, 100, 0.69236],
  [0.25, 100, 0.58221],
  [0.75, 500, 0.75681],
])('OmegaPRM (Luo et al. 2024 §3.3) Q of MC %f, length %i with α .5, β .9, L 500 is %f', (mc, length, q) => {
  expect(omegaPriority(mc, length)).toBeCloseTo(q, 5);
});

test('OmegaPRM (Luo et al. 2024 §3.3) U with c .125, ΣN 20, N 3 is .13975', () => {
  expect(omegaExploration(3, 20)).toBeCloseTo(0.13975, 5);
});

test('the largest drop on a path is where the value falls most below its parent, not where it is lowest', () => {
  const chain = { parent: Int32Array.of(-1, 0, 1, 2, 0) };
  const values = [0.9, 0.8, 0.3, 0.2, 0.1];
  expect(largestDropOnPath(chain, values, 3)).toEqual({ node: 2, by: 0.5 });
  expect(largestDrop(chain, values)).toEqual({ node: 4, by: 0.8 });
});

test('where the value never falls there is no drop, and unknown values are none', () => {
  const chain = { parent: Int32Array.of(-1, 0, 1) };
  expect(largestDrop(chain, [0.1, 0.1, 0.2])).toBeUndefined();
  expect(largestDrop(chain, [0.9, NaN, 0.2])).toBeUndefined();
});

test('the best path leads to the end with the highest value, even where an inner node has none', () => {
  const v = [0.5, 0.6, NaN, NaN, NaN, 0.2, 0, 0, 0.6, 1];
  expect(bestPath(tree, set({ data: Float64Array.from(v) }))).toEqual([0, 8, 9]);
  expect(bestPath(tree, set({ data: Float64Array.from(v.with(9, 0.1)) }))).toEqual([0, 1]);
  expect(bestPath(tree, set({ data: Float64Array.from(v.with(8, NaN)) }))).toEqual([0, 8, 9]);
  expect(bestPath(tree, set({ data: new Float64Array(10).fill(NaN) }))).toEqual([0]);
});

test('7 of 7 right is a better end than 1 of 1', () => {
  const ends = { parent: Int32Array.of(-1, 0, 0) };
  const c = Float64Array.of(8, 1, 7);
  expect(bestPath(ends, set({ data: Float64Array.of(1, 1, 1), c, k: c }))).toEqual([0, 2]);
});

test('absent is undefined, an interval needs c and k', () => {
  const given = set({
    data: Float64Array.of(NaN, 0.5),
    c: Float64Array.of(NaN, 4),
    k: Float64Array.of(NaN, 8),
  });
  expect([valueAt(given, 0), valueAt(given, 1), valueAt(given, 7)]).toEqual([undefined, 0.5, undefined]);
  expect(intervalAt(given, 0)).toBeUndefined();
  expect(intervalAt(given, 1)).toEqual(wilson95(4, 8));
  expect(intervalAt(set({ data: Float64Array.of(0.5) }), 0)).toBeUndefined();
});

test('a declared scale is respected, an undeclared one is that of a probability only where all values fit', () => {
  expect(valueRange(set({ range: [-1, 1], data: Float64Array.of(0.5) }))).toEqual([-1, 1]);
  expect(valueRange(set({ data: Float64Array.of(NaN, 0.25, 0.75) }))).toEqual([0, 1]);
  expect(valueRange(set({ data: Float64Array.of(-3, 5) }))).toEqual([-3, 5]);
  expect(valueRange(set({ means: 'visits', data: Float64Array.of(1, 40) }))).toEqual([0, 40]);
  expect(valueRange(set())).toEqual([0, 1]);
});
