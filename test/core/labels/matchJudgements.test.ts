import fc from 'fast-check';
import { expect, test } from 'vitest';
import { passagesOf } from '../../../src/core/identity';
import { applyChange, judge, matchJudgements, NO_ANNOTATIONS, prefixKeys } from '../../../src/core/labels';
import type { Annotations } from '../../../src/core/labels';
import type { Passage, Range } from '../../../src/core/model';
import { judged, PROBLEM, RAW, STEPS, stepsOf } from './sessions';

const passages = (...ranges: [number, number][]) =>
  passagesOf(
    PROBLEM,
    RAW,
    ranges.map(([start, end]): Range => ({ start, end })),
  );
const on = (...at: Passage[]): Annotations =>
  applyChange(NO_ANNOTATIONS, { edits: at.map((one) => judge(one, undefined, 'erroneous', 'key')!) });

/** Per step: `exact`, the share's range when nearly equal, or nothing; then the tray's ranges. */
function shown(steps: Passage[], annotations: Annotations, raw = RAW) {
  const { byStep, tray } = matchJudgements(steps, raw.length, annotations, prefixKeys(PROBLEM, raw));
  return {
    steps: byStep.map((one) => one && `${one.at.start}-${one.at.end}${one.judgement.review ? '?' : ''}`),
    tray: tray.map(({ at }) => `${at.start}-${at.end}`),
  };
}

test('a judgement shows on exactly its passage', () => {
  expect(shown(STEPS, judged('c.e'))).toEqual({
    steps: ['0-3', undefined, '10-15', undefined, undefined, undefined],
    tray: [],
  });
});

test.each<[string, [number, number], (string | undefined)[], string[]]>([
  ['9 of 10 units', [0, 9], ['0-9?'], []],
  ['8 of 10 units, the bound', [2, 10], ['2-10?'], []],
  ['7 of 10 units', [0, 7], [undefined], ['0-7']],
  ['10 of a union of 12', [0, 12], ['0-12?'], []],
  ['10 of a union of 13', [0, 13], [undefined], ['0-13']],
])('nearly equal from 80 %% of the union on: %s', (_, range, steps, tray) => {
  expect(shown(passages([0, 10]), on(...passages(range)))).toEqual({ steps, tray });
});

test('an exact judgement stays before a near one, of two near ones the nearer is shown; the rest wait', () => {
  const step = passages([0, 20]);
  expect(shown(step, on(...step, ...passages([0, 19])))).toEqual({ steps: ['0-20'], tray: ['0-19'] });
  expect(shown(step, on(...passages([0, 18]), ...passages([0, 19])))).toEqual({
    steps: ['0-19?'],
    tray: ['0-18'],
  });
});

test('judgements of other texts are none of this one: not shown, not in the tray', () => {
  const other = stepsOf(`ONE${RAW.slice(3)}`);
  expect(shown(STEPS, judged('ccc', other))).toEqual({ steps: STEPS.map(() => undefined), tray: [] });
  // A longer text with this one as its beginning shares its passages.
  expect(shown(STEPS.slice(0, 2), judged('cc', stepsOf(`${RAW} and more`))).steps).toEqual(['0-3', '5-8']);
});

test('whatever the cuts, every judgement of the text is shown or in the tray once, and back again all stand', () => {
  const aCut = fc.uniqueArray(fc.integer({ min: 1, max: RAW.length - 1 }), { maxLength: 12 }).map((cuts) => {
    const bounds = [0, ...cuts.sort((a, b) => a - b), RAW.length];
    return passages(...bounds.slice(1).map((end, i): [number, number] => [bounds[i]!, end]));
  });
  fc.assert(
    fc.property(aCut, aCut, (before, after) => {
      const annotations = on(...before);
      const { steps, tray } = shown(after, annotations);
      const found = [...steps.flatMap((one) => one?.replace('?', '') ?? []), ...tray].sort();
      expect(found).toEqual(before.map(({ start, end }) => `${start}-${end}`).sort());
      expect(shown(before, annotations)).toEqual({
        steps: before.map(({ start, end }) => `${start}-${end}`),
        tray: [],
      });
    }),
    { seed: 50 },
  );
});

test('keys of prefixes are those of passages, in whatever order they are asked for', () => {
  const keyAt = prefixKeys(PROBLEM, RAW);
  for (const { upTo, end } of [STEPS[3]!, STEPS[0]!, STEPS[5]!, STEPS[3]!]) expect(keyAt(end)).toBe(upTo);
});
