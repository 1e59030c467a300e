import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  describeSplit,
  fromCodePoints,
  splitSteps,
  strategyOf,
  toCodePoints,
} from '../../../src/core/segment';

test('a pair is one code point, a lone surrogate too', () => {
  expect(toCodePoints('a😀b\ud83d', [0, 1, 3, 4, 5])).toEqual([0, 1, 2, 3, 4]);
});

test('offsets come back', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (raw) => {
      const points = [...Array(Array.from(raw).length + 1).keys()];
      expect(toCodePoints(raw, fromCodePoints(raw, points))).toEqual(points);
    }),
    { seed: 7 },
  );
});

test('a split is described in code points', () => {
  const raw = '<think>😀</think>\n\nb';
  expect(describeSplit(raw, splitSteps({ raw, zones: [] }, strategyOf('blank')))).toEqual({
    unit: 'codepoint',
    length: 19,
    ranges: [
      [0, 7, 'marker'],
      [7, 8, 'step'],
      [8, 16, 'marker'],
      [16, 18, 'gap'],
      [18, 19, 'step'],
    ],
  });
});
