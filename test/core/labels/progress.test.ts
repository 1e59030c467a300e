import { expect, test } from 'vitest';
import {
  annotationsOfGiven,
  FIRST_ERROR,
  OWN_MERIT,
  progressOf,
  stripOf,
  verdictsOf,
} from '../../../src/core/labels';
import type { GivenLabel } from '../../../src/core/model';
import { judged, STEPS, TEXT } from './sessions';

test.each([
  ['......', OWN_MERIT, { judged: 0, total: 6, isComplete: false, firstErrorFrom0: undefined }],
  ['ccrccc', OWN_MERIT, { judged: 6, total: 6, isComplete: true, firstErrorFrom0: undefined }],
  ['ccec..', OWN_MERIT, { judged: 4, total: 6, isComplete: false, firstErrorFrom0: 2 }],
  ['cce...', FIRST_ERROR, { judged: 3, total: 3, isComplete: true, firstErrorFrom0: 2 }],
  ['c.e..c', FIRST_ERROR, { judged: 2, total: 3, isComplete: false, firstErrorFrom0: 2 }],
  ['cccccc', FIRST_ERROR, { judged: 6, total: 6, isComplete: true, firstErrorFrom0: undefined }],
])('progress of %s', (letters, protocol, progress) => {
  expect(progressOf(STEPS, judged(letters), protocol)).toEqual(progress);
  expect(stripOf(STEPS, judged(letters)).join('')).toBe(letters.replaceAll('.', 'u'));
});

test('a text without steps is never complete', () => {
  expect(progressOf([], judged(''), OWN_MERIT)).toMatchObject({ total: 0, isComplete: false });
});

test('labels that a file gives stand for the person it names, and for nobody else', () => {
  const given = (step: number, label: Partial<GivenLabel>): GivenLabel => ({
    source: 'label',
    origin: 'human',
    annotator: 'ann',
    on: STEPS[step]!,
    raw: 1,
    categories: [],
    spans: [],
    ...label,
  });
  const labels = [
    given(0, { verdict: 'correct' }),
    given(1, { verdict: 'erroneous', comment: 'no' }),
    given(2, { verdict: 'correct', annotator: 'bob' }),
    given(3, { verdict: 'correct', origin: 'model' }),
    given(4, { on: 'text', verdict: 'erroneous' }),
  ];
  const annotations = annotationsOfGiven(labels, 'ann', TEXT);
  expect(verdictsOf(STEPS, annotations)).toEqual([
    'correct',
    'erroneous',
    undefined,
    undefined,
    undefined,
    undefined,
  ]);
  expect(annotations.texts.get(TEXT)?.verdict).toBe('erroneous');
});
