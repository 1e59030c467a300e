import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Segmentation } from '../../../src/core/model';
import {
  applyCuts,
  assertCovers,
  legalCuts,
  splitSteps,
  stepRanges,
  strategyOf,
} from '../../../src/core/segment';
import { aRuleStrategy, aText } from './arbitraries';

const split = (raw: string) => splitSteps({ raw, zones: [] }, strategyOf('blank'));
const texts = (raw: string, segmentation: Segmentation) =>
  stepRanges(segmentation).map(({ start, end }) => raw.slice(start, end));
const RAW = 'one two\n\nthree four\n\n---\n\nfive';

test.each([
  ['nothing', [], [], ['one two', 'three four', 'five']],
  ['a cut between words', [4], [], ['one', 'two', 'three four', 'five']],
  ['a cut in the white space before the word', [3], [], ['one', 'two', 'three four', 'five']],
  ['a cut that leaves nothing on one side', [0, 7, 8], [], ['one two', 'three four', 'five']],
  ['a join', [], [9], ['one two\n\nthree four', 'five']],
  ['no join over a marker', [], [26], ['one two', 'three four', 'five']],
  ['a cut and a join at one place', [4], [4], ['one two', 'three four', 'five']],
  ['a cut inside what is joined', [15], [9], ['one two\n\nthree', 'four', 'five']],
  ['offsets that are none', [999, -1], [2, 500], ['one two', 'three four', 'five']],
] as const)('%s', (_name, added, removed, expected) => {
  expect(texts(RAW, applyCuts(RAW, split(RAW), [{ added: [...added], removed: [...removed] }]))).toEqual(
    expected,
  );
});

test('no cut by hand loses text or splits a character', () => {
  const offsets = fc.array(fc.nat(60), { maxLength: 6 });
  fc.assert(
    fc.property(aText, aRuleStrategy, offsets, offsets, (raw, strategy, added, removed) => {
      const cut = applyCuts(raw, splitSteps({ raw, zones: [] }, strategy), [{ added, removed }]);
      assertCovers(raw, cut);
      for (const text of texts(raw, cut)) expect(text.trim()).not.toBe('');
    }),
    { seed: 6, numRuns: 2_000 },
  );
}, 30_000);

test.each([
  ['word', 'Is $x$ it?', ['$', 'x', '$', 'it', '?']],
  ['word', '我们走', ['走']],
  ['sentence', 'One. Two! $$a. B$$ Three', ['Two', '$$a']],
  ['line', 'a\nb\n```\nc\n```', ['b', '```']],
  ['line', '', []],
] as const)('by %s, %j may be cut before %j', (by, raw, expected) => {
  const found = legalCuts(raw, { start: 0, end: raw.length }, by);
  expect(found.map((at, i) => raw.startsWith(expected[i] ?? '?', at))).toEqual(expected.map(() => true));
});
