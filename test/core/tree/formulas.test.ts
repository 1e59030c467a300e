import { expect, test } from 'vitest';
import type { ValueSet } from '../../../src/core/model';
import { namedValues, valueAt } from '../../../src/core/tree';
import { treeOf } from './trees';

const NODES = [
  [-1, ''],
  [0, 'one two'],
  [0, 'three'],
  [1, 'four five six'],
] as const;
const set = (means: ValueSet['means'], data: number[], more: Partial<ValueSet> = {}): ValueSet => ({
  name: means,
  on: 'node',
  means,
  data: Float64Array.from(data),
  ...more,
});
const MC = set('mc', [0.5, 0.25, 1, 0]);
const VISITS = set('visits', [20, 3, 16, 1]);
const Q = set('q', [0.1, -0.5, 0.25, 0], { range: [-1, 1] });
const PRIOR = set('prior', [NaN, 0.6, 0.4, 1]);

const titles = (...values: ValueSet[]) => namedValues(treeOf(NODES, { values })).map(({ title }) => title);
function column(title: string, ...values: ValueSet[]): number[] {
  const found = namedValues(treeOf(NODES, { values })).find((one) => one.title === title);
  return [...found!.values().data].map((value) => Number(value.toFixed(5)));
}

test.each([
  ['nothing', [], []],
  ['V alone', [set('v', [0, 0, 0, 0])], ['v']],
  ['MC without visits', [MC], ['mc', 'ratio to the previous step (mc)']],
  ['visits alone', [VISITS], ['visits', 'visit share (visits)']],
  ['Q and visits without a prior', [Q, VISITS], ['q', 'visits', 'visit share (visits)']],
  ['Q, visits and prior', [Q, VISITS, PRIOR], ['q', 'visits', 'prior', 'visit share (visits)', 'PUCT']],
  [
    'MC and visits',
    [MC, VISITS],
    ['mc', 'visits', 'ratio to the previous step (mc)', 'visit share (visits)', 'OmegaPRM priority'],
  ],
  [
    'visits of another policy',
    [MC, { ...VISITS, policy: 'π2' }],
    ['mc', 'visits, π2', 'ratio to the previous step (mc)', 'visit share (visits, π2)'],
  ],
])('only what has all its inputs is computed: %s', (_, values, expected) => {
  expect(titles(...values)).toEqual(expected);
});

test('GenPRM (Zhao et al. 2025): MC of the step over MC of the step before, unknown after 0', () => {
  expect(column('ratio to the previous step (mc)', MC)).toEqual([NaN, 0.5, 2, 0]);
  expect(column('ratio to the previous step (mc)', set('mc', [0.5, 0, 1, 0.5]))).toEqual([NaN, 0, 2, NaN]);
});

test('visit share (AlphaGo Zero, Silver et al. 2017, τ = 1): 3 and 16 of 19, an only child has all', () => {
  expect(column('visit share (visits)', VISITS)).toEqual([NaN, 0.15789, 0.84211, 1]);
});

test('PUCT (Silver et al. 2017): −.5 + .6 √19 / 4 and .25 + .4 √19 / 17', () => {
  expect(column('PUCT', Q, VISITS, PRIOR)).toEqual([NaN, 0.15383, 0.35256, 0.5]);
});

test('OmegaPRM priority (Luo et al. 2024 §3.3): Q with the words to the nearest end, plus U', () => {
  // N 3 of 40: .5^.75 .9^(3/500) + .125 √40 / 4; N 16 at a leaf: 1 + .125 √40 / 17.
  expect(column('OmegaPRM priority', MC, VISITS).slice(1, 3)).toEqual([0.79187, 1.0465]);
});

test('V of merged rollouts counts each leaf once, c / k each rollout', () => {
  const outcomes = set('mc', [0.25, 0.2, 1, 0], {
    c: Float64Array.of(2, 1, 1, 0),
    k: Float64Array.of(8, 5, 1, 4),
    computedBy: 'Stepmark',
  });
  expect(column('V, each leaf once', outcomes)).toEqual([0.5, 0, 1, 0]);
});

test('no rollouts is no value, whatever number the file wrote', () => {
  const given = set('mc', [1, 1, 1, 1], { c: Float64Array.of(4, 0, 0, 0), k: Float64Array.of(4, 0, 0, 0) });
  expect([0, 1].map((node) => valueAt(given, node))).toEqual([1, undefined]);
});

test('every formula names its source', () => {
  for (const { formula } of namedValues(treeOf(NODES, { values: [MC, VISITS, Q, PRIOR] }))) {
    expect(formula.formula.length * formula.meaning.length * formula.source.length).toBeGreaterThan(0);
  }
});
