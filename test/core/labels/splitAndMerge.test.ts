import { expect, test } from 'vitest';
import { mergeJudgements, splitJudgement } from '../../../src/core/labels';
import type { Judgement, Verdict } from '../../../src/core/model';

const RAW = 'abcdefghij klmnopqrst';
const FIRST = { start: 0, end: 10 };
const SECOND = { start: 11, end: 21 };

function said(verdict: Verdict | undefined, more: Partial<Judgement> = {}): Judgement {
  const nothing: Judgement = { by: 'key', categories: [], tags: [], ratings: {}, spans: [], refs: [] };
  return { ...nothing, ...(verdict === undefined ? {} : { verdict }), ...more };
}
const short = (one: Judgement | undefined) => one && `${one.verdict ?? 'unjudged'}${one.review ? '?' : ''}`;

test.each<[Verdict, { start: number; end: number }[], string, string]>([
  ['correct', [], 'correct?', 'correct?'],
  ['redundant', [], 'redundant?', 'redundant?'],
  ['erroneous', [], 'erroneous?', 'unjudged?'],
  ['erroneous', [{ start: 2, end: 4 }], 'erroneous?', 'unjudged?'],
  ['erroneous', [{ start: 12, end: 14 }], 'unjudged?', 'erroneous?'],
  ['erroneous', [{ start: 9, end: 15 }], 'unjudged?', 'erroneous?'],
])('a cut through %s with spans %j', (verdict, spans, first, second) => {
  expect(splitJudgement(said(verdict, { spans }), FIRST, SECOND).map(short)).toEqual([first, second]);
});

test('a cut keeps categories with the error and clips spans to their halves', () => {
  const judgement = said('erroneous', {
    categories: ['logic'],
    comment: 'no',
    spans: [{ start: 8, end: 13 }],
  });
  const [first, second] = splitJudgement(judgement, FIRST, SECOND);
  expect(first).toEqual({ ...judgement, spans: [{ start: 8, end: 10 }], review: true });
  expect(second).toEqual({ ...said(undefined), spans: [{ start: 11, end: 13 }], review: true });
});

test.each<[Verdict | undefined, Verdict | undefined, string]>([
  ['correct', 'correct', 'correct'],
  ['correct', 'redundant', 'redundant'],
  ['erroneous', 'redundant', 'erroneous'],
  ['correct', 'erroneous', 'erroneous'],
  [undefined, 'correct', 'correct?'],
  ['erroneous', undefined, 'erroneous?'],
])('%s merged with %s', (a, b, merged) => {
  const half = (verdict: Verdict | undefined) => (verdict === undefined ? undefined : said(verdict));
  const joined = mergeJudgements(RAW, { at: FIRST, judgement: half(a) }, { at: SECOND, judgement: half(b) });
  expect(short(joined)).toBe(merged);
});

test('what a cut parted is as before once it is merged again', () => {
  for (const verdict of ['redundant', 'erroneous'] as const) {
    const judgement = said(verdict, {
      spans: [{ start: 8, end: 13 }],
      refs: [{ start: 0, end: 3 }],
      comment: 'no',
      review: true,
    });
    const [first, second] = splitJudgement(judgement, FIRST, SECOND);
    expect(mergeJudgements(RAW, { at: FIRST, judgement: first }, { at: SECOND, judgement: second })).toEqual(
      judgement,
    );
  }
});

test('a merge unites the rest and completes a rewrite with the text of the other half', () => {
  const a = said('erroneous', { categories: ['logic'], comment: 'one', correction: 'ABC', unsure: true });
  const b = said('erroneous', { categories: ['logic', 'fact'], comment: 'two', by: 'bulk' });
  expect(mergeJudgements(RAW, { at: FIRST, judgement: a }, { at: SECOND, judgement: b })).toEqual(
    said('erroneous', {
      by: 'bulk',
      categories: ['logic', 'fact'],
      comment: 'one\n\ntwo',
      correction: 'ABC klmnopqrst',
      unsure: true,
    }),
  );
  expect(
    mergeJudgements(RAW, { at: FIRST, judgement: undefined }, { at: SECOND, judgement: undefined }),
  ).toBe(undefined);
});
