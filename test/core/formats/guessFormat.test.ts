import { describe, expect, test } from 'vitest';
import { guessFormat, mustAsk } from '../../../src/core/formats';

const guess = (...records: unknown[]) => guessFormat({ container: 'jsonl', records });
const stepwise = { prompt: 'p', completions: ['a', 'b'], labels: [true, false] };

describe('guessing', () => {
  test('says what it saw, with numbers', () => {
    expect(guess(stepwise, stepwise, { other: 1 })[0]).toMatchObject({
      id: 'trl-stepwise',
      certain: true,
      because: '2 of 3 records have `completions` and `labels` of equal length',
    });
  });
  test.each([
    ['an unknown shape', [{ a: 1 }], [], true],
    ['one certain format', [stepwise], ['trl-stepwise'], false],
    ['a few odd records among others', [stepwise, { a: 1 }, { a: 1 }], ['trl-stepwise'], true],
    [
      'final answers in the completions',
      [{ ...stepwise, completions: ['\\boxed{1}', 'The answer is 2'] }],
      ['trl-stepwise'],
      true,
    ],
  ])('%s', (_, records, ids, asks) => {
    const guesses = guess(...records);
    expect(guesses.map(({ id }) => id)).toEqual(ids);
    expect(mustAsk(guesses)).toBe(asks);
  });
  test('the wider key set wins over its subset without asking', () => {
    const base = { title: '', certain: true, because: '', score: 1 };
    expect(
      mustAsk([
        { ...base, id: 'wide', keys: 4 },
        { ...base, id: 'narrow', keys: 1 },
      ]),
    ).toBe(false);
    expect(
      mustAsk([
        { ...base, id: 'a', keys: 2 },
        { ...base, id: 'b', keys: 2 },
      ]),
    ).toBe(true);
  });
});
