import { expect, test } from 'vitest';
import type { Segmentation } from '../../../src/core/model';
import { STEP } from '../../../src/core/model';
import { placeTexts, splitSteps, strategyOf } from '../../../src/core/segment';

const steps = (raw: string, { bounds, kinds }: Segmentation) =>
  [...kinds].flatMap((kind, i) => (kind === STEP ? [raw.slice(bounds[i], bounds[i + 1])] : []));

test('given steps come back unit for unit, white space and formulas included', () => {
  const raw = ' a $$\n\n\n b\n\n c$$ \nrest';
  const given = [
    { start: 0, end: 6 },
    { start: 8, end: 8 },
    { start: 8, end: 11 },
    { start: 12, end: 16 },
  ];
  expect(steps(raw, splitSteps({ raw, zones: [], given }, strategyOf('given')))).toEqual([
    ' a $$\n',
    ' b\n',
    ' c$$',
  ]);
});

test('a zone that no given step touches is cut into paragraphs', () => {
  const raw = '<think>a b</think>\n\nc\n\nd';
  const given = [
    { start: 7, end: 8 },
    { start: 9, end: 10 },
  ];
  expect(steps(raw, splitSteps({ raw, zones: [], given }, strategyOf('given')))).toEqual([
    'a',
    'b',
    'c',
    'd',
  ]);
});

test('without given steps paragraphs stand in', () => {
  expect(steps('a\n\nb', splitSteps({ raw: 'a\n\nb', zones: [] }, strategyOf('given')))).toEqual(['a', 'b']);
});

test('pasted steps are found again where only white space differs', () => {
  const raw = 'One  two.\nThree $$\n\n$$';
  const pasted = strategyOf('pasted', { steps: ['One two.', 'Three $$ $$'] });
  expect(steps(raw, splitSteps({ raw, zones: [] }, pasted))).toEqual(['One  two.', 'Three $$\n\n$$']);
});

test.each([
  [['One', 'tow'], 1, 'the trace goes on with "wo", the pasted text with "ow"'],
  [['One'], 1, 'nothing was pasted for the rest of the trace, "two"'],
  [['One two', 'more'], 1, 'the trace goes on with "", the pasted text with "more"'],
] as const)('pasted steps %j are refused', (texts, index, reason) => {
  expect(placeTexts('One two', texts)).toEqual({ ok: false, fault: { index, reason } });
});
