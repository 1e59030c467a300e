import { expect, test } from 'vitest';
import { guessStrategy } from '../../../src/core/segment';

const ids = (...raws: string[]) => guessStrategy(raws.map((raw) => ({ raw, zones: [] }))).strategy.strategy;

test('the file says its steps', () => {
  const { strategy, because } = guessStrategy([{ raw: 'ab', zones: [], given: [{ start: 0, end: 1 }] }]);
  expect(strategy.strategy).toBe('given');
  expect(because).toBe('The file itself gives the steps of 1 of 1 traces.');
});
test.each([
  ['blank', 'a\n\nb\n\nc'],
  ['line', 'a\nb\nc\nd'],
  ['sentence', 'One is. Two is. Three is.'],
  ['sentence', '一。二。三。'],
  ['numbered', 'Step 1: a\nStep 2: b\n\nStep 3: c'],
  ['numbered', '第一步：a\n第二步：b\n第三步：c'],
  ['blank', '1. a\n\n2. b\n\n3. c'],
  ['marker', 'Step 1: a ки\nStep 2: b ки\n'],
  ['blank', 'short'],
  ['blank', ''],
] as const)('%s for %j', (id, raw) => expect(ids(raw, raw)).toBe(id));

test('formulas in paragraphs of their own stay with what leads up to them', () => {
  const raw = 'so\n\n$$x$$\n\nthen\n\n$$y$$\n\nand\n\nend';
  expect(guessStrategy([{ raw, zones: [] }]).strategy.params).toEqual({
    joinFormulas: true,
    joinHeadings: true,
  });
});
test('no traces: paragraphs', () => expect(guessStrategy([]).strategy.strategy).toBe('blank'));
