// What the tests of this folder share: steps of a text, changes, and random sessions of a person at work.

import fc from 'fast-check';
import { passageId, passagesOf, problemKey, textKey } from '../../../src/core/identity';
import {
  applyChange,
  clearVerdict,
  finishText,
  firstErrorHere,
  judge,
  NO_ANNOTATIONS,
  OWN_MERIT,
  restCorrect,
  setComment,
  toggleBadSplit,
  toggleCategory,
  toggleUnsure,
} from '../../../src/core/labels';
import type { Annotations } from '../../../src/core/labels';
import type { Change, Edit, Passage, Range, Scope, Verdict, Writer } from '../../../src/core/model';

export const PROBLEM = problemKey({ prompt: 'How many apples?' });
export const RAW = 'one\n\ntwo\n\nthree\n\nfour\n\nfive\n\nsix';
export const TEXT = textKey(PROBLEM, RAW);

/** The parts of `raw` between blank lines. */
export function rangesOf(raw: string): Range[] {
  let start = 0;
  return raw.split('\n\n').map((part) => {
    const range = { start, end: start + part.length };
    start = range.end + 2;
    return range;
  });
}
export const stepsOf = (raw: string): Passage[] => passagesOf(PROBLEM, raw, rangesOf(raw));
export const STEPS = stepsOf(RAW);

export const SCOPE: Scope = { annotator: 'me', protocol: 'own-merit@1', pack: 'steps@1', round: 1 };
export const ME = 'tab-a' as Writer;
export const OTHER = 'tab-b' as Writer;

export function changeOf(edits: Edit[], given: Partial<Change> = {}): Change {
  const n = given.n ?? 1;
  const base = { writer: ME, n, at: n, activeMs: 0, command: 'test', scope: SCOPE, problems: [PROBLEM] };
  return { ...base, edits, bare: [], quotes: {}, ...given };
}

export const judgementAt = (state: Annotations, at: Passage) => state.passages.get(passageId(at))?.judgement;

/** Verdicts as letters: `c`, `r`, `e` in order, `.` for an unjudged step. */
export function judged(letters: string, steps: readonly Passage[] = STEPS): Annotations {
  const verdicts: Record<string, Verdict> = { c: 'correct', r: 'redundant', e: 'erroneous' };
  const edits = letters.split('').flatMap((letter, i) => {
    const verdict = verdicts[letter];
    return verdict === undefined ? [] : [judge(steps[i]!, undefined, verdict, 'key')!];
  });
  return applyChange(NO_ANNOTATIONS, { edits });
}

export type Press = (state: Annotations) => Edit[];

const aStep = fc.constantFrom(...STEPS);
const aVerdict = fc.constantFrom<Verdict>('correct', 'redundant', 'erroneous');
const aCategory = fc.constantFrom('logic', 'calculation', 'repeats', 'circular');
const one = (edit: Edit | undefined) => (edit === undefined ? [] : [edit]);

const splitTo = (to: string | undefined): Press => {
  return (state) => {
    const after = to === undefined ? undefined : { strategy: to, params: {}, version: 1 };
    return [{ on: 'split', of: PROBLEM, before: state.splits.get(PROBLEM), after }];
  };
};
const cutAt = (at: Passage, added: number[]): Press => {
  return (state) => {
    const before = state.cuts.get(passageId(at))?.cuts ?? { added: [], removed: [] };
    return [{ on: 'cuts', at, before, after: { added, removed: [] } }];
  };
};
const prefer = (better: Passage, worse: Passage): Press => {
  return (state) => {
    const isSame = (a: Passage, b: Passage) => passageId(a) === passageId(b);
    const before = state.preferences.find((it) => isSame(it.better, better) && isSame(it.worse, worse));
    return [{ on: 'preference', before, after: before === undefined ? { better, worse } : undefined }];
  };
};

/** A key or a field left: which edits it makes depends on what stands there. */
export const aPress: fc.Arbitrary<Press> = fc.oneof(
  fc.tuple(aStep, aVerdict).map(([at, verdict]): Press => {
    return (state) => one(judge(at, judgementAt(state, at), verdict, 'key'));
  }),
  aStep.map(
    (at): Press =>
      (state) =>
        one(clearVerdict(at, judgementAt(state, at))),
  ),
  fc.tuple(aStep, aCategory).map(([at, id]): Press => {
    return (state) => one(toggleCategory(at, judgementAt(state, at), id));
  }),
  aStep.map(
    (at): Press =>
      (state) =>
        one(toggleUnsure(at, judgementAt(state, at))),
  ),
  aStep.map(
    (at): Press =>
      (state) =>
        one(toggleBadSplit(at, judgementAt(state, at))),
  ),
  fc.tuple(aStep, fc.constantFrom('why?', 'see step 1', '')).map(([at, text]): Press => {
    return (state) => one(setComment(at, judgementAt(state, at), text));
  }),
  fc.nat(STEPS.length - 1).map(
    (index): Press =>
      (state) =>
        firstErrorHere(STEPS, index, state),
  ),
  fc.constant<Press>((state) => restCorrect(STEPS, state, OWN_MERIT)),
  fc.constantFrom('done' as const, 'partial' as const).map((how): Press => {
    return (state) => one(finishText(TEXT, state.texts.get(TEXT), how));
  }),
  fc.constantFrom('line', 'blank', undefined).map(splitTo),
  fc.tuple(aStep, fc.constantFrom<number[]>([], [2])).map(([at, added]) => cutAt(at, added)),
  fc.tuple(aStep, aStep).map(([better, worse]) => prefer(better, worse)),
);

/** The changes of presses made one after another by one writer; a press that changes nothing makes none. */
export function work(presses: readonly Press[], writer = ME, startAt = 1): Change[] {
  let state = NO_ANNOTATIONS;
  const changes: Change[] = [];
  for (const press of presses) {
    const edits = press(state);
    if (edits.length === 0) continue;
    const n = changes.length + 1;
    const change = changeOf(edits, { writer, n, at: startAt + n });
    state = applyChange(state, change);
    changes.push(change);
  }
  return changes;
}

/** Two people's tabs at the same time: their times interleave and collide. */
export const twoTabs: fc.Arbitrary<Change[]> = fc
  .tuple(fc.array(aPress, { maxLength: 12 }), fc.array(aPress, { maxLength: 12 }), fc.nat(6))
  .map(([a, b, start]) => [...work(a, ME), ...work(b, OTHER, start)]);
