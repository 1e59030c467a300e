import { expect, test } from 'vitest';
import { missingPolicies, resolveRow, targetById } from '../../../../src/core/labels/export';
import type { ExportRow, Policies } from '../../../../src/core/labels/export';
import type { Hindsight } from '../../../../src/core/model';
import { rowOf } from './exportRows';

const trl = targetById('trl-stepwise')!;

function labels(row: ExportRow, policies: Policies): string {
  const written = trl.write(row, policies);
  if (!written.ok) return written.reason;
  const line = JSON.parse(written.line) as { completions: string[]; labels: number[] };
  expect(line.completions).toEqual(line.labels.map((_, i) => `s${i + 1}`));
  return line.labels.join(' ');
}

const NOT_JUDGED = 'a step was not judged';

// Every combination, on one trace that has all there is: correct, redundant, unjudged, first error, then
// correct, redundant, erroneous and unjudged behind it. All expectations are written by hand.
const R = { positive: '1', negative: '0', masked: '-100' };
const AFTER: [Policies['afterFirstError'], (redundant: string) => string][] = [
  ['dropped', () => ''],
  ['masked', () => ' -100 -100 -100 -100'],
  ['negative', () => ' 0 0 0 0'],
  ['own', (redundant) => ` 1 ${redundant} 0 -100`],
];
const combinations = Object.entries(R).flatMap(([redundant, value]) =>
  AFTER.map(
    ([afterFirstError, tail]) => [redundant, afterFirstError, `1 ${value} -100 0${tail(value)}`] as const,
  ),
);
test.each(combinations)('redundant %s, after the first error %s', (redundant, afterFirstError, expected) => {
  const policies = { redundant: redundant as Policies['redundant'], afterFirstError };
  expect(labels(rowOf('cr.ecre.'), { ...policies, unjudged: 'masked' })).toBe(expected);
  expect(labels(rowOf('cr.ecre.'), { ...policies, unjudged: 'refused' })).toBe(NOT_JUDGED);
});

// A cleared error keeps its own label; what stands behind it has its own again.
test.each<[Policies['afterFirstError'], string]>([
  ['dropped', '1 0 1 0'],
  ['masked', '1 0 1 0 -100'],
  ['own', '1 0 1 0 1'],
])('an error that is cleared, %s', (afterFirstError, expected) => {
  const row = { ...rowOf('cecec'), cleared: new Set([1]) };
  expect(labels(row, { redundant: 'masked', afterFirstError, unjudged: 'refused' })).toBe(expected);
});

test('a step flagged as following from an earlier error is masked, behind the first error as asked', () => {
  const row = { ...rowOf('ceee'), propagated: new Set([2]) };
  const policies = { redundant: 'masked', unjudged: 'refused' } as const;
  expect(labels(row, { ...policies, afterFirstError: 'own' })).toBe('1 0 -100 0');
  expect(labels(row, { ...policies, afterFirstError: 'negative' })).toBe('1 0 0 0');
});

// Only steps that get their own label must have been judged.
test.each<[Policies['afterFirstError'], string]>([
  ['dropped', '1 0'],
  ['masked', '1 0 -100'],
  ['negative', '1 0 0'],
  ['own', NOT_JUDGED],
])('an unjudged step behind the first error, unjudged refused, %s', (afterFirstError, expected) => {
  expect(labels(rowOf('ce.'), { redundant: 'masked', afterFirstError, unjudged: 'refused' })).toBe(expected);
});

const ANY: Policies = { redundant: 'masked', afterFirstError: 'own', unjudged: 'masked' };

test.each<[string, string, Partial<Policies>]>([
  ['ccc', '1 1 1', {}],
  ['rrr', '-100 -100 -100', {}],
  ['c..', '1 -100 -100', {}],
  ['...', 'no step was judged', {}],
  ['...', NOT_JUDGED, { unjudged: 'refused' }],
  ['rec', '0 0 1', { redundant: 'negative' }],
  ['', 'has no steps', {}],
])('%s becomes %s', (letters, expected, policies) => {
  expect(labels(rowOf(letters), { ...ANY, ...policies })).toBe(expected);
});

test('an unjudged step is positive under no policy', () => {
  for (const redundant of ['positive', 'negative', 'masked'] as const) {
    for (const [afterFirstError] of AFTER) {
      for (const letters of ['c.c', '.e.', 'e..', '.ce']) {
        const resolved = resolveRow(rowOf(letters), { redundant, afterFirstError, unjudged: 'masked' });
        if (!resolved.ok) throw new Error(resolved.reason);
        resolved.labels.forEach((label, i) => {
          if (letters[i] === '.') expect(label).not.toBe('positive');
        });
      }
    }
  }
});

test.each<[Hindsight['finish'], string]>([
  ['bad_problem', 'marked as bad problem'],
  ['give_up', 'given up'],
  ['partial', '1 0'],
])('a trace finished as %s', (finish, expected) => {
  const hindsight = { ledNowhere: [], correctedAt: [], quality: {}, finish };
  expect(labels(rowOf('ce', { hindsight: hindsight as Hindsight }), ANY)).toBe(expected);
});

test('the line is prompt, completions and labels, the steps as they stand without what is between them', () => {
  const row = rowOf('ce', { trace: { raw: '  s1\n\n\ts2\n' }, problem: { options: ['(A) 1', '(B) 2'] } });
  const written = trl.write(row, ANY);
  expect(written.ok && JSON.parse(written.line)).toEqual({
    prompt: 'How many?\n\n(A) 1\n(B) 2',
    completions: ['s1', 's2'],
    labels: [1, 0],
  });
});

test('an image refuses the row: the text alone would be another problem', () => {
  const assets = [{ hash: 'x', mime: 'image/png' }];
  expect(labels(rowOf('c', { problem: { assets } }), ANY)).toBe('has an image, which the format cannot hold');
});

test('no policy has a preset answer', () => {
  expect(missingPolicies('trl-stepwise', {})).toEqual(['redundant', 'afterFirstError', 'unjudged']);
  expect(missingPolicies('trl-stepwise', { redundant: 'masked', unjudged: 'masked' })).toEqual([
    'afterFirstError',
  ]);
  expect(missingPolicies('trl-stepwise', ANY)).toEqual([]);
  expect([missingPolicies('processbench', {}), missingPolicies('stepmark', {})]).toEqual([[], []]);
  expect(() => trl.write(rowOf('c'), { redundant: 'masked' })).toThrow('before every policy was answered');
});
