import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { KeyPress } from '../../src/app/keys';
import { selectJudgedSteps, selectMarks, selectProgress } from '../../src/app/selectProgress';
import type { AppState } from '../../src/app/state';
import { passageId } from '../../src/core/identity';
import {
  clearedSteps,
  NO_ANNOTATIONS,
  OWN_MERIT,
  protocolById,
  stepsInScope,
  stripOf,
  verdictProgress,
  verdictsOf,
} from '../../src/core/labels';
import type { Annotations } from '../../src/core/labels';
import { attempt, foldOf, startSession, stepTexts, type Session } from './session';

const SEED = 6;
const RUNS = 1000;
const SHARED = stepTexts(2, 'shared step');
const LINES = [
  attempt('A problem', [...SHARED, ...stepTexts(2, 'first end')]),
  attempt('A problem', [...SHARED, ...stepTexts(2, 'second end')]),
  attempt('Another problem', [`<think>\n${stepTexts(2, 'thought').join('\n\n')}\n</think>`, 'other step']),
];

const KEYS =
  '1 2 3 1 2 3 0 4 5 6 7 8 9 u b c e f a i g h r s v o j k shift+j shift+k space home end arrowleft arrowright ' +
  'arrowdown shift+arrowright shift+arrowleft mod+shift+arrowright mod+enter n p t enter enter escape escape x m ' +
  'z z shift+z mod+k ?';
const aKey = fc.constantFrom(...KEYS.split(' '));
/** Mostly the list or the drawing; sometimes a field, a button, an unfinished character. */
const aWhere = fc.oneof(
  { weight: 8, arbitrary: fc.record({ place: fc.constant('steps' as const) }) },
  { weight: 2, arbitrary: fc.record({ place: fc.constant('drawing' as const) }) },
  { weight: 1, arbitrary: fc.record({ place: fc.constantFrom('typing' as const, 'elsewhere' as const) }) },
  { weight: 1, arbitrary: fc.record({ place: fc.constant('steps' as const), composing: fc.constant(true) }) },
);
const aPress = fc.tuple(aKey, aWhere);
/** Every switch as the shipped ones do not have it. */
const ALL_OTHERWISE = {
  ...OWN_MERIT,
  id: 'otherwise',
  afterFirstError: 'stop',
  correctionClears: true,
  flagPropagated: true,
  scope: 'thinking',
  carryAncestors: true,
} as const;
const aSequence = fc.tuple(
  fc.constantFrom('own-merit' as const, 'first-error' as const, ALL_OTHERWISE),
  fc.array(aPress, { minLength: 1, maxLength: 24 }),
);

/** A key in a field, on a button or inside an unfinished character says nothing about a step. */
const isSilent = ({ place, composing }: Partial<KeyPress>) =>
  composing === true || place === 'typing' || place === 'elsewhere';

/** Changes that may touch a verdict that stands: a verdict key, clearing, undo and redo, cuts and joins. */
const SAYS_VERDICTS =
  /^(?:judge\.(?:correct|redundant|erroneous|propagated|clear|firstError|restCorrect)|history\.|split\.)/;

/** Passages whose verdict is another one than before. */
function changedVerdicts(before: Annotations, after: Annotations): string[] {
  return [...before.passages].flatMap(([id, { judgement }]) => {
    const now = after.passages.get(id)?.judgement;
    const isSame = judgement.verdict === undefined || judgement.verdict === now?.verdict;
    return isSame ? [] : [id];
  });
}

/** Where the focus is when it is not elsewhere: in a field while a person types, else on the list. */
const PLACE_OF = { read: 'steps', cut: 'cut', pick: 'pick', type: 'typing' } as const;

async function pressAndCheck(session: Session, key: string, where: Partial<KeyPress>): Promise<void> {
  const { store } = session.app;
  const before = store.getState();
  const logged = (await session.log()).length;
  const mode = before.reader?.mode ?? 'read';
  const place = where.place === 'steps' ? PLACE_OF[mode] : where.place;
  session.platform.advance(500);
  session.tap(key, { ...where, ...(place === undefined ? {} : { place }) });
  // In a field a letter is text.
  if (place === 'typing' && mode === 'type' && key.length === 1) session.app.actions.saveDraft(`text ${key}`);
  await session.settled();
  const after = store.getState();
  const made = (await session.log()).slice(logged);
  expect(made.length, `${key} makes at most one change`).toBeLessThanOrEqual(1);
  const isKept = place === 'typing' && key === 'mod+enter';
  if (!isKept && (isSilent(where) || place === 'typing'))
    expect(made, `${key} where keys are silent`).toEqual([]);
  const isSameProblem = before.reader?.open.problem.key === after.reader?.open.problem.key;
  if (made[0] !== undefined && isSameProblem && !SAYS_VERDICTS.test(made[0].command)) {
    expect(
      changedVerdicts(before.annotation.annotations, after.annotation.annotations),
      `${made[0].command} changes no verdict`,
    ).toEqual([]);
  }
  if (made[0]?.command === 'judge.restCorrect' || made[0]?.command === 'judge.firstError') {
    const here = before.reader?.steps[before.reader.active]?.id;
    const changed = changedVerdicts(before.annotation.annotations, after.annotation.annotations);
    const allowed: (string | undefined)[] = made[0].command === 'judge.firstError' ? [here] : [];
    expect(
      changed.filter((id) => !allowed.includes(id)),
      `${key} changes no verdict`,
    ).toEqual([]);
  }
  expect(after.annotation.annotations, 'the state is the fold of the log').toEqual(await foldOf(session));
  expect(after.annotation.unsaved.size).toBe(0);
  expectCountsOf(after);
}

/** What is kept up to date key by key is what counting all steps again gives. */
function expectCountsOf(state: AppState): void {
  const { reader, annotation, settings } = state;
  const passages = (reader?.steps ?? []).map(({ passage }) => passage);
  const { annotations } = annotation;
  expect(selectMarks(state)).toEqual(stripOf(passages, annotations));
  const protocol = protocolById(settings.protocol);
  const said = reader && annotations.texts.get(reader.open.trace.text);
  const ids = passages.map(passageId);
  const asked = {
    inScope: stepsInScope(protocol, reader?.steps ?? [], reader?.zones ?? []),
    cleared: clearedSteps(protocol, said, (id) => ids.indexOf(id)),
  };
  expect(selectProgress(state)).toEqual(verdictProgress(verdictsOf(passages, annotations), protocol, asked));
  expect(selectJudgedSteps(state)).toBe(stripOf(passages, annotations).filter((mark) => mark !== 'u').length);
}

test('any keys: no verdict is lost, nothing happens while typing, undo to the start leaves nothing', async () => {
  await fc.assert(
    fc.asyncProperty(aSequence, async ([protocol, presses]) => {
      const session = await startSession();
      await session.go(await session.open('any.jsonl', LINES), 0);
      session.app.actions.changeSettings({ protocol });
      await session.settled();
      for (const [key, where] of presses) await pressAndCheck(session, key, where);
      const said = (await session.log()).length;
      if (session.app.store.getState().reader?.mode !== 'read') session.app.actions.escape();
      for (let i = 0; i <= said && session.app.store.getState().history.undo !== undefined; i++) {
        await session.press('z');
      }
      expect(session.app.store.getState().history.undo).toBeUndefined();
      expect(await foldOf(session)).toEqual(NO_ANNOTATIONS);
      expect(session.app.store.getState().annotation.annotations).toEqual(NO_ANNOTATIONS);
    }),
    { seed: SEED, numRuns: RUNS },
  );
}, 240_000);
