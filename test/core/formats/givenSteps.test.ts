import { describe, expect, test } from 'vitest';
import { joinSteps, placeSteps } from '../../../src/core/formats/givenSteps';

describe('steps of a list', () => {
  test.each([
    [[], '', []],
    [['a', ' b '], 'a\n\n b ', ['a', ' b ']],
    [['', 'b'], '\n\nb', ['', 'b']],
  ])('%j become %j', (entries, raw, steps) => {
    const joined = joinSteps(entries);
    expect(joined.raw).toBe(raw);
    expect(joined.given.map(({ start, end }) => raw.slice(start, end))).toEqual(steps);
  });
});

describe('steps in a text that is given too', () => {
  test.each([
    [
      'one after the other',
      'a b a',
      ['a', 'a'],
      [
        [0, 1],
        [4, 5],
      ],
    ],
    ['white space may differ', 'x Hmm.\n\nAlso y', [' Hmm. Also'], [[2, 12]]],
    ['special characters mean themselves', 'f(x) $1+1$', ['$1 + 1$'], [[5, 10]]],
    ['what is missing is no step, the rest is found', 'a c', ['a', 'b', 'c'], [[0, 1], undefined, [2, 3]]],
    ['nothing is nowhere', 'a', ['', ' '], [undefined, undefined]],
  ])('%s', (_, raw, entries, expected) => {
    expect(placeSteps(raw, entries)).toEqual(expected.map((at) => at && { start: at[0], end: at[1] }));
  });
});
