import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  applyChange,
  describeChange,
  finishText,
  firstErrorHere,
  foldLog,
  judge,
  NO_ANNOTATIONS,
  planUndo,
  redoable,
  restCorrect,
  OWN_MERIT,
  reveal,
  reverse,
  setComment,
  toggleCategory,
  undoable,
} from '../../../src/core/labels';
import type { Annotations } from '../../../src/core/labels';
import type { Change, Edit } from '../../../src/core/model';
import { aPress, changeOf, judged, judgementAt, ME, OTHER, SCOPE, STEPS, TEXT, work } from './sessions';
import type { Press } from './sessions';

/** A person at the keyboard: each call appends one change to the log. */
function desk() {
  let state: Annotations = NO_ANNOTATIONS;
  const log: Change[] = [];
  const add = (change: Change) => {
    log.push(change);
    state = applyChange(state, change);
  };
  const takeBack = (change: Change | undefined) => {
    if (change === undefined) return false;
    const n = log.length + 1;
    add(reverse(change, { writer: ME, n, at: n }, planUndo(state, change).edits)!);
    return true;
  };
  const press = (key: Press) => {
    const edits = key(state);
    if (edits.length > 0) add(changeOf(edits, { n: log.length + 1 }));
    return edits.length > 0;
  };
  return {
    state: () => state,
    log,
    press,
    undo: () => takeBack(undoable(log, ME)),
    redo: () => takeBack(redoable(log, ME)),
  };
}

test('random work undoes to the start and redoes to the end', () => {
  fc.assert(
    fc.property(fc.array(aPress, { maxLength: 30 }), (presses) => {
      const { press, undo, redo, state, log } = desk();
      for (const one of presses) press(one);
      const end = state();
      const made = log.length;
      for (let i = 0; i < made; i++) expect(undo()).toBe(true);
      expect(undo()).toBe(false);
      expect(state()).toEqual(NO_ANNOTATIONS);
      for (let i = 0; i < made; i++) expect(redo()).toBe(true);
      expect(redo()).toBe(false);
      expect(state()).toEqual(end);
      expect(foldLog(log, SCOPE)).toEqual(end);
    }),
    { seed: 30 },
  );
});

test('keys, undo and redo in any order agree with a list of states and a cursor', () => {
  const aMove = fc.oneof(aPress, fc.constantFrom('undo' as const, 'redo' as const));
  fc.assert(
    fc.property(fc.array(aMove, { maxLength: 50 }), (moves) => {
      const real = desk();
      const states: Annotations[] = [NO_ANNOTATIONS];
      let cursor = 0;
      for (const move of moves) {
        if (move === 'undo') {
          expect(real.undo()).toBe(cursor > 0);
          cursor = Math.max(0, cursor - 1);
        } else if (move === 'redo') {
          expect(real.redo()).toBe(cursor < states.length - 1);
          cursor = Math.min(states.length - 1, cursor + 1);
        } else if (real.press(move)) {
          states.splice(++cursor, Infinity, real.state());
        }
        expect(real.state()).toEqual(states[cursor]);
      }
    }),
    { seed: 31 },
  );
});

test('a reveal is passed over: undo takes what came before, and redo survives it', () => {
  const first = changeOf([judge(STEPS[0]!, undefined, 'correct', 'key')!], { n: 1 });
  const undo = reverse(first, { writer: ME, n: 2, at: 2 })!;
  const seen = changeOf([reveal(TEXT)], { n: 3 });
  expect(undoable([first, changeOf([reveal(TEXT)], { n: 2 })])).toBe(first);
  expect(redoable([first, undo, seen])).toBe(undo);
});

test('each tab undoes its own newest change; without a writer the newest of all', () => {
  const mine = changeOf([judge(STEPS[0]!, undefined, 'correct', 'key')!], { at: 1 });
  const theirs = changeOf([judge(STEPS[1]!, undefined, 'correct', 'key')!], { writer: OTHER, at: 2 });
  expect(undoable([mine, theirs], ME)).toBe(mine);
  expect(undoable([theirs, mine])).toBe(theirs);
});

test('a new change ends the redos of its own tab only', () => {
  const mine = changeOf([judge(STEPS[0]!, undefined, 'correct', 'key')!], { at: 1 });
  const undo = reverse(mine, { writer: ME, n: 2, at: 2 })!;
  const theirs = changeOf([judge(STEPS[1]!, undefined, 'correct', 'key')!], { writer: OTHER, at: 3 });
  expect(redoable([mine, undo, theirs], ME)).toBe(undo);
  expect(redoable([mine, undo, theirs])).toBeUndefined();
});

test('an undo of which nothing was left is passed over by the next', () => {
  const [a, b] = work([
    (state) => [judge(STEPS[0]!, judgementAt(state, STEPS[0]!), 'correct', 'key')!],
    (state) => [judge(STEPS[1]!, judgementAt(state, STEPS[1]!), 'correct', 'key')!],
  ]) as [Change, Change];
  const empty = reverse(b, { writer: ME, n: 3, at: 9 }, [])!;
  expect(undoable([a, b, empty])).toBe(a);
});

const stepNumber = (at: { start: number }) => STEPS.findIndex(({ start }) => start === at.start) + 1;
const said = (edits: (Edit | undefined)[]) =>
  describeChange({ edits: edits.filter((edit) => edit !== undefined) }, stepNumber);

test.each<[string, (Edit | undefined)[]]>([
  ['step 3 erroneous', [judge(STEPS[2]!, undefined, 'erroneous', 'key')]],
  ['category calculation', [toggleCategory(STEPS[0]!, judgementAt(judged('e'), STEPS[0]!), 'calculation')]],
  ['comment', [setComment(STEPS[0]!, undefined, 'no')]],
  ['first error at step 4', firstErrorHere(STEPS, 3, NO_ANNOTATIONS)],
  ['6 steps correct', restCorrect(STEPS, NO_ANNOTATIONS, OWN_MERIT)],
  ['finished', [finishText(TEXT, undefined, 'done')]],
  ['given up', [finishText(TEXT, undefined, 'give_up')]],
])('history says: %s', (words, edits) => {
  expect(said(edits)).toBe(words);
});
