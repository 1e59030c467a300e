import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  applyChange,
  foldLog,
  judge,
  mergeLogs,
  NO_ANNOTATIONS,
  orderLog,
  planUndo,
  reverse,
} from '../../../src/core/labels';
import { aPress, changeOf, judged, judgementAt, ME, OTHER, SCOPE, STEPS, twoTabs, work } from './sessions';

const presses = fc.array(aPress, { minLength: 1, maxLength: 25 });

test('undoing a change restores the annotations exactly', () => {
  fc.assert(
    fc.property(presses, (keys) => {
      const changes = work(keys);
      const last = changes.at(-1);
      if (last === undefined) return;
      const before = foldLog(changes.slice(0, -1), SCOPE);
      const after = applyChange(before, last);
      expect(applyChange(after, reverse(last, { writer: ME, n: 99, at: 99 })!)).toEqual(before);
      expect(planUndo(after, last)).toEqual({
        edits: reverse(last, { writer: ME, n: 99, at: 99 })!.edits,
        skipped: 0,
      });
    }),
    { seed: 20 },
  );
});

test('a fold does not depend on the order in which changes arrived', () => {
  const shuffled = twoTabs.chain((changes) =>
    fc.tuple(fc.constant(changes), fc.shuffledSubarray(changes, { minLength: changes.length })),
  );
  fc.assert(
    fc.property(shuffled, ([changes, arrived]) => {
      expect(foldLog(arrived, SCOPE)).toEqual(foldLog(changes, SCOPE));
    }),
    { seed: 21 },
  );
});

test('a fold is the changes applied one after another', () => {
  fc.assert(
    fc.property(twoTabs, (changes) => {
      expect(foldLog(changes, SCOPE)).toEqual(orderLog(changes).reduce(applyChange, NO_ANNOTATIONS));
    }),
    { seed: 22 },
  );
});

test('importing a log twice, or into itself, does nothing; merging is independent of sides', () => {
  const twoParts = twoTabs.chain((all) => fc.tuple(fc.subarray(all), fc.subarray(all), fc.constant(all)));
  fc.assert(
    fc.property(twoParts, ([a, b, all]) => {
      const merged = mergeLogs(a, b);
      expect(merged).toEqual(orderLog(all.filter((change) => a.includes(change) || b.includes(change))));
      expect(mergeLogs(b, a)).toEqual(merged);
      expect(mergeLogs(merged, b)).toEqual(merged);
      expect(mergeLogs(a, a)).toEqual(orderLog(a));
    }),
    { seed: 23 },
  );
});

test('only changes of the scope count: annotator, protocol, pack and round', () => {
  const change = changeOf([judge(STEPS[0]!, undefined, 'correct', 'key')!]);
  for (const other of [{ annotator: 'you' }, { protocol: 'first-error@1' }, { pack: 'x@1' }, { round: 2 }]) {
    expect(foldLog([change], { ...SCOPE, ...other })).toEqual(NO_ANNOTATIONS);
  }
  expect(foldLog([change], SCOPE)).toEqual(judged('c'));
});

test('annotations that were given stay as they were, and untouched maps are shared', () => {
  const before = judged('cc');
  const after = applyChange(before, changeOf([judge(STEPS[2]!, undefined, 'erroneous', 'key')!]));
  expect(before).toEqual(judged('cc'));
  expect(after).toEqual(judged('cce'));
  expect([after.texts === before.texts, after.cuts === before.cuts]).toEqual([true, true]);
});

test('an undo takes back only what it still finds: what another tab said since stays, and is counted', () => {
  const [first, second] = STEPS as [(typeof STEPS)[0], (typeof STEPS)[0]];
  const mine = changeOf([
    judge(first, undefined, 'correct', 'bulk')!,
    judge(second, undefined, 'erroneous', 'key')!,
  ]);
  const theirs = changeOf(
    [judge(first, mine.edits[0]!.on === 'passage' ? mine.edits[0]!.after : undefined, 'redundant', 'key')!],
    {
      writer: OTHER,
      at: 2,
    },
  );
  const state = foldLog([mine, theirs], SCOPE);
  const plan = planUndo(state, mine);
  expect(plan.skipped).toBe(1);
  expect(plan.edits).toHaveLength(1);
  // The same where the undo was made before the other's change was known: the fold skips that edit.
  const blind = reverse(mine, { writer: ME, n: 2, at: 3 })!;
  const folded = foldLog([mine, blind, theirs], SCOPE);
  expect(judgementAt(folded, first)?.verdict).toBe('redundant');
  expect(judgementAt(folded, second)).toBeUndefined();
});

test('an undo within the same millisecond by another writer still comes after what it undoes', () => {
  const change = changeOf([judge(STEPS[0]!, undefined, 'correct', 'key')!], { writer: OTHER, at: 5 });
  const undo = reverse(change, { writer: ME, n: 1, at: 5 })!;
  expect(orderLog([undo, change])).toEqual([change, undo]);
  expect(foldLog([undo, change], SCOPE)).toEqual(NO_ANNOTATIONS);
});

test('a reveal has no reverse and changes nothing', () => {
  const change = changeOf([{ on: 'reveal', at: STEPS[0]!.upTo }]);
  expect(reverse(change, { writer: ME, n: 2, at: 2 })).toBeUndefined();
  expect(applyChange(NO_ANNOTATIONS, change)).toBe(NO_ANNOTATIONS);
});

test('a change shares all judgements but its own with the 10,000 before', () => {
  const steps = Array.from({ length: 10_000 }, (_, i) => ({ upTo: STEPS[0]!.upTo, start: i, end: i + 1 }));
  const changes = steps.map((at, i) => changeOf([judge(at, undefined, 'correct', 'key')!], { n: i + 1 }));
  const before = foldLog(changes, SCOPE);
  const change = changeOf([judge(steps[7]!, judgementAt(before, steps[7]!), 'erroneous', 'key')!]);
  const after = applyChange(before, change);
  const changed = [...after.passages].filter(([id, entry]) => before.passages.get(id) !== entry);
  expect([before.passages.size, after.passages.size]).toEqual([10_000, 10_000]);
  expect(changed.map(([, { at }]) => at)).toEqual([steps[7]]);
});
