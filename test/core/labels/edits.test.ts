import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  carryAncestors,
  categoriesFor,
  clearVerdict,
  FIRST_ERROR,
  finishText,
  firstErrorHere,
  foldLog,
  judge,
  NO_ANNOTATIONS,
  OWN_MERIT,
  packIdentity,
  protocolById,
  protocolIdentity,
  quotesFor,
  REASONING_STEPS,
  restCorrect,
  setComment,
  stripOf,
  toggleCategory,
  toggleUnsure,
} from '../../../src/core/labels';
import { applyChange } from '../../../src/core/labels';
import type { Judgement } from '../../../src/core/model';
import { aPress, judged, judgementAt, SCOPE, STEPS, TEXT, work } from './sessions';

const [STEP] = STEPS as [(typeof STEPS)[0]];
const ERRONEOUS: Judgement = {
  verdict: 'erroneous',
  by: 'key',
  categories: ['calculation'],
  tags: [],
  ratings: {},
  spans: [],
  refs: [],
};

test('another verdict drops the categories of the old one; the same verdict keeps them', () => {
  expect(judge(STEP, ERRONEOUS, 'redundant', 'key')?.after?.categories).toEqual([]);
  expect(judge(STEP, { ...ERRONEOUS, by: 'bulk' }, 'erroneous', 'key')?.after?.categories).toEqual([
    'calculation',
  ]);
});

test('a verdict keeps comment and flag, answers a review mark, and says when it was given after a reveal', () => {
  const before: Judgement = { ...ERRONEOUS, comment: 'why', unsure: true, review: true };
  const after = judge(STEP, before, 'correct', 'key', true)?.after;
  expect(after).toEqual({
    ...ERRONEOUS,
    verdict: 'correct',
    categories: [],
    comment: 'why',
    unsure: true,
    afterReveal: true,
  });
});

test('a key that changes nothing makes no edit', () => {
  expect(judge(STEP, ERRONEOUS, 'erroneous', 'key')).toBeUndefined();
  expect(clearVerdict(STEP, undefined)).toBeUndefined();
  expect(setComment(STEP, undefined, '  ')).toBeUndefined();
  expect(setComment(STEP, { ...ERRONEOUS, comment: 'a' }, 'a')).toBeUndefined();
});

test('clearing leaves no entry, unless something else was said', () => {
  expect(clearVerdict(STEP, { ...ERRONEOUS, afterReveal: true })?.after).toBeUndefined();
  const { verdict: _verdict, ...rest } = ERRONEOUS;
  expect(clearVerdict(STEP, { ...ERRONEOUS, comment: 'odd' })?.after).toEqual({
    ...rest,
    categories: [],
    comment: 'odd',
  });
});

test('toggling twice, or taking the only thing said away, leaves what was before', () => {
  const unsure = toggleUnsure(STEP, undefined)?.after;
  expect(unsure?.unsure).toBe(true);
  expect(toggleUnsure(STEP, unsure)?.after).toBeUndefined();
  const logic = toggleCategory(STEP, ERRONEOUS, 'logic')?.after;
  expect(logic?.categories).toEqual(['calculation', 'logic']);
  expect(toggleCategory(STEP, logic, 'logic')?.after).toEqual(ERRONEOUS);
  expect(setComment(STEP, setComment(STEP, ERRONEOUS, 'x')?.after, undefined)?.after).toEqual(ERRONEOUS);
});

test('finishing keeps what was said about the text', () => {
  const gaveUp = finishText(TEXT, undefined, 'give_up', 'cannot read Greek')?.after;
  expect(gaveUp).toMatchObject({ finish: 'give_up', comment: 'cannot read Greek' });
  expect(finishText(TEXT, gaveUp, 'done')?.after).toEqual({ ...gaveUp, finish: 'done' });
  expect(finishText(TEXT, gaveUp, 'give_up')).toBeUndefined();
});

test.each([
  ['......', 3, 'ccceuu'],
  ['r.....', 2, 'rceuuu'],
  ['.e....', 3, 'cec'.concat('euu')],
  ['..c...', 2, 'cceuuu'],
  ['......', 0, 'euuuuu'],
])('F on %s at step %i gives %s', (before, index, after) => {
  const state = judged(before);
  expect(stripOf(STEPS, applyChange(state, { edits: firstErrorHere(STEPS, index, state) })).join('')).toBe(
    after,
  );
});

test.each([
  ['r.e...', OWN_MERIT, 'rceccc'],
  ['r.e...', FIRST_ERROR, 'rceuuu'],
  ['......', FIRST_ERROR, 'cccccc'],
  ['e.....', FIRST_ERROR, 'euuuuu'],
  ['r.e...', { ...OWN_MERIT, bulk: false }, 'rueuuu'],
])('A on %s', (before, protocol, after) => {
  const state = judged(before);
  const edits = restCorrect(STEPS, state, protocol);
  expect(stripOf(STEPS, applyChange(state, { edits })).join('')).toBe(after);
  expect(edits.every((edit) => edit.after?.by === 'bulk')).toBe(true);
});

test('F, A and carrying never change a verdict that stands, but F its own step; what shows counts as standing', () => {
  const session = fc.tuple(
    fc.array(aPress, { maxLength: 15 }),
    fc.nat(STEPS.length - 1),
    fc.constantFrom(OWN_MERIT, FIRST_ERROR),
  );
  fc.assert(
    fc.property(session, ([presses, index, protocol]) => {
      const state = foldLog(work(presses), SCOPE);
      const f = firstErrorHere(STEPS, index, state).filter(({ at }) => at !== STEPS[index]);
      const carried = carryAncestors(STEPS.slice(0, index), state, { ...protocol, carryAncestors: true });
      for (const edit of [...f, ...carried, ...restCorrect(STEPS, state, protocol)]) {
        expect(judgementAt(state, edit.at)?.verdict).toBeUndefined();
        expect(edit.after).toEqual({ ...edit.after, verdict: 'correct', by: 'bulk' });
        expect(edit.after?.comment).toBe(edit.before?.comment);
      }
    }),
    { seed: 40 },
  );
  const shown = ['redundant', undefined, undefined, undefined, undefined, undefined] as const;
  expect(firstErrorHere(STEPS, 2, NO_ANNOTATIONS, false, shown).map(({ at }) => STEPS.indexOf(at))).toEqual([
    1, 2,
  ]);
});

test('keys are unique among the categories of a verdict, ids in the pack', () => {
  for (const verdict of ['correct', 'redundant', 'erroneous'] as const) {
    const keys = categoriesFor(REASONING_STEPS, verdict).flatMap(({ key }) => key ?? []);
    expect(keys).toEqual([...new Set(keys)].sort());
    expect(keys).toEqual(verdict === 'correct' ? [] : ['4', '5', '6', '7', '8']);
  }
  const ids = REASONING_STEPS.categories.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
});

test('an identity names content: other rules, another hash; another order of fields, the same', () => {
  expect(protocolIdentity(OWN_MERIT)).toMatch(/^own-merit@[0-9a-f]{32}$/);
  expect(protocolIdentity({ ...OWN_MERIT, bulk: false })).not.toBe(protocolIdentity(OWN_MERIT));
  const turned = Object.fromEntries(Object.entries(FIRST_ERROR).reverse()) as unknown as typeof FIRST_ERROR;
  expect(protocolIdentity(turned)).toBe(protocolIdentity(FIRST_ERROR));
  expect(packIdentity({ ...REASONING_STEPS, guideline: 'other' })).not.toBe(packIdentity(REASONING_STEPS));
  expect([protocolById('own-merit'), protocolById('first-error')]).toEqual([OWN_MERIT, FIRST_ERROR]);
});

test('a quote is both ends of a passage, all of it up to 64 units', () => {
  const raw = `${'a'.repeat(32)}${'-'.repeat(10)}${'b'.repeat(32)}short`;
  const [long, short] = [
    { ...STEP, start: 0, end: 74 },
    { upTo: STEPS[1]!.upTo, start: 74, end: 79 },
  ];
  expect(quotesFor(raw, [long, short])).toEqual({
    [long.upTo]: 'a'.repeat(32) + 'b'.repeat(32),
    [short.upTo]: 'short',
  });
});
