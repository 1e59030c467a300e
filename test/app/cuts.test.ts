// Steps cut otherwise, from the keyboard down to the log: no judgement is lost, and undo brings all back.

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { scopeOf } from '../../src/app/recorder';
import { selectShown } from '../../src/app/selectShown';
import { strategyOf } from '../../src/core/segment';
import { attempt, foldOf, judgeUnder, startSession, type Session } from './session';

const PARAGRAPHS = Array.from(
  { length: 12 },
  (_, i) => `Here begins part ${i + 1}. It goes on for a while!\nThen it ends, as all ${i + 1} do.`,
);
/** Twelve paragraphs of two lines and three sentences. */
async function onParagraphs(): Promise<Session> {
  const session = await startSession();
  const file = await session.open('one.jsonl', [
    attempt('Why?', PARAGRAPHS),
    attempt('Why?', [...PARAGRAPHS.slice(0, 3), 'Another end.']),
  ]);
  await session.go(file, 0);
  return session;
}
const TWELVE = '1 3 1 1 2 1 1 3 1 1 2 1';
const SHOWN = 'c e c c r c c e c c r >c';

const state = (session: Session) => session.app.store.getState();
const texts = (session: Session) => {
  const { reader } = state(session);
  return reader!.steps.map(({ start, end }) => reader!.open.trace.raw.slice(start, end));
};
const tray = (session: Session) => selectShown(state(session)).tray.map(({ judgement }) => judgement.verdict);
async function split(
  session: Session,
  id: 'blank' | 'line' | 'sentence' | 'cue' | 'none',
  scope: 'problem' | 'file' | 'default',
) {
  session.app.actions.chooseSplit(strategyOf(id), scope);
  await session.settled();
}

test('twelve labels, three strategies and back: the same twelve, and nothing in the log but the choices', async () => {
  const session = await onParagraphs();
  await session.press(TWELVE);
  expect(session.shown()).toBe(SHOWN);
  const before = await foldOf(session);
  const said = (await session.log()).length;
  await split(session, 'line', 'problem');
  expect(texts(session)).toHaveLength(24);
  expect(tray(session)).toHaveLength(12);
  await split(session, 'sentence', 'problem');
  expect(texts(session)).toHaveLength(36);
  await split(session, 'none', 'file');
  expect(texts(session)).toHaveLength(1);
  await split(session, 'blank', 'file');
  expect(session.shown().replace('>', '')).toBe(SHOWN.replace('>', ''));
  expect(tray(session)).toEqual([]);
  const choices = (await session.log()).slice(said);
  expect(choices).toHaveLength(4);
  expect(choices.flatMap(({ edits }) => edits.map(({ on }) => on)).every((on) => on === 'split')).toBe(true);
  const after = await foldOf(session);
  expect(after.passages).toEqual(before.passages);

  const counts: number[] = [];
  for (let i = 0; i < 4; i++) {
    await session.press('z');
    counts.push(texts(session).length);
  }
  expect(counts).toEqual([1, 36, 24, 12]);
  expect(session.shown().replace('>', '')).toBe(SHOWN.replace('>', ''));
  await session.press('shift+z');
  expect(texts(session)).toHaveLength(24);
});

test('progress in the table follows the chosen steps, under the strategy and in the tray', async () => {
  const session = await onParagraphs();
  await session.press(TWELVE);
  const { reader } = state(session);
  const query = {
    file: reader!.open.file,
    from: 0,
    count: 9,
    sort: 'file',
    descending: false,
    filter: {},
  } as const;
  const row = async () => (await session.data.page({ ...query, scope: scopeOf(state(session)) })).rows[0]!;
  expect((await row()).judged).toBe(12);
  await split(session, 'line', 'file');
  expect(await row()).toMatchObject({ judged: 0, steps: 24 });
  await session.press('z home x');
  await session.press('enter', 'cut');
  expect(await row()).toMatchObject({ judged: 13, steps: 13 });
});

test('a cut copies a verdict to both halves, a join takes the worst, each one key and one undo', async () => {
  const session = await onParagraphs();
  await session.press('1 3');
  await session.press('home x');
  expect(state(session).reader?.mode).toBe('cut');
  await session.press('arrowdown arrowleft arrowright', 'cut');
  await session.press('enter', 'cut');
  expect(texts(session).slice(0, 2)).toEqual([
    'Here begins part 1. It goes on for a while!',
    'Then it ends, as all 1 do.',
  ]);
  expect(session.shown()).toMatch(/^>c c e u/);
  await session.press('j j m');
  expect(session.shown()).toMatch(/^c >e u/);
  await session.press('z');
  expect(session.shown()).toMatch(/^c >?c >?e u/);
  await session.press('z');
  expect(session.shown()).toMatch(/^>c e u/);
  expect((await foldOf(session)).cuts.size).toBe(0);
  await session.press('shift+z shift+z');
  expect(session.shown()).toMatch(/^c >e u/);
});

test('an erroneous step that is cut: the verdict goes to the first half, both are to be looked at again', async () => {
  const session = await onParagraphs();
  await session.press('3 home x');
  await session.press('enter', 'cut');
  const { passages } = await foldOf(session);
  const [first, second] = state(session).reader!.steps;
  expect(passages.get(first!.id)?.judgement).toMatchObject({ verdict: 'erroneous', review: true });
  expect(passages.get(second!.id)?.judgement).toMatchObject({ review: true, categories: [] });
  expect(passages.get(second!.id)?.judgement.verdict).toBeUndefined();
  await session.press('z');
  expect((await foldOf(session)).passages.size).toBe(1);
});

test('going to another step while a place is chosen ends cut mode and cuts nothing', async () => {
  const session = await onParagraphs();
  await session.press('home x');
  const log = (await session.log()).length;
  session.app.actions.activate(3);
  expect(state(session).reader).toMatchObject({ mode: 'read', cutAt: undefined, active: 3 });
  await session.press('x');
  await session.press('enter', 'cut');
  expect(texts(session)).toHaveLength(13);
  expect(texts(session)[3]).toBe('Here begins part 4.');
  await session.press('z');
  expect(await session.log()).toHaveLength(log + 2);
});

test('joining what was cut by hand leaves no cut behind, and a shared beginning is cut alike', async () => {
  const session = await onParagraphs();
  await session.press('home x');
  await session.press('enter', 'cut');
  expect(texts(session)).toHaveLength(13);
  await session.press('n');
  expect(texts(session)).toHaveLength(5);
  await session.press('home j m');
  expect(texts(session)).toHaveLength(4);
  expect((await foldOf(session)).cuts.size).toBe(0);
});

test('the first step joins nothing, a step of one word is not cut: both are said', async () => {
  const session = await startSession();
  await session.go(await session.open('one.jsonl', [attempt('Why?', ['One', 'Two', 'Three', 'Four'])]), 0);
  const log = (await session.log()).length;
  await session.press('m');
  expect(state(session).announcement).toMatch(/first step/);
  await session.press('x');
  expect(state(session).reader?.mode).toBe('read');
  expect(await session.log()).toHaveLength(log);
});

test('what waits in the tray is shown again by cuts, moved, or dropped, each one undo', async () => {
  const session = await onParagraphs();
  await session.press(TWELVE);
  await split(session, 'none', 'problem');
  const waiting = () => selectShown(state(session)).tray;
  expect(waiting()).toHaveLength(12);
  session.app.actions.cutForJudgements([waiting()[3]!.at]);
  await session.settled();
  expect(texts(session)).toHaveLength(3);
  expect(texts(session)[1]).toBe(PARAGRAPHS[3]);
  expect(session.shown()).toBe('u >c u');
  expect(waiting()).toHaveLength(11);
  await session.press('z');
  expect(texts(session)).toHaveLength(1);

  session.app.actions.cutForJudgements(waiting().map(({ at }) => at));
  await session.settled();
  expect(texts(session)).toEqual(PARAGRAPHS);
  expect(session.shown().replace('>', '')).toBe(SHOWN.replace('>', ''));
  await session.press('z');
  expect(waiting()).toHaveLength(12);

  session.app.actions.dropJudgement(waiting()[0]!.at);
  await session.settled();
  expect(waiting()).toHaveLength(11);
  await session.press('z');
  expect(waiting()).toHaveLength(12);

  session.app.actions.placeJudgement(waiting()[1]!.at);
  await session.settled();
  expect(waiting()).toHaveLength(11);
  expect(session.shown()).toBe('>e');
});

test('cuts for a judgement join what lies inside it', async () => {
  const session = await onParagraphs();
  await session.press('1 3');
  await split(session, 'sentence', 'problem');
  session.app.actions.cutForJudgements([selectShown(state(session)).tray[1]!.at]);
  await session.settled();
  expect(texts(session).slice(0, 5)).toEqual([
    'Here begins part 1.',
    'It goes on for a while!',
    'Then it ends, as all 1 do.',
    PARAGRAPHS[1],
    'Here begins part 3.',
  ]);
  expect(session.shown()).toMatch(/^u u u >e u/);
});

test('a choice for all files gives way to none that is narrower', async () => {
  const session = await onParagraphs();
  await split(session, 'line', 'problem');
  await split(session, 'sentence', 'file');
  await split(session, 'none', 'default');
  expect(texts(session)).toHaveLength(1);
  const other = await session.open('two.jsonl', [attempt('How?', PARAGRAPHS)]);
  await session.go(other, 0);
  expect(texts(session)).toHaveLength(1);
  await session.press('z');
  expect(texts(session)).toHaveLength(36);
});

const KEYS = ['1', '2', '3', 'j', 'k', 'm', 'cut', 'line', 'sentence', 'blank', 'z', 'shift+z'] as const;
test('any sequence of judging, cutting, joining, splitting and undo loses no judgement; undo restores exactly', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.constantFrom(...KEYS), { minLength: 4, maxLength: 24 }), async (keys) => {
      const session = await onParagraphs();
      await judgeUnder(session, 'own-merit');
      const shot = async () => {
        const { passages, cuts, splits } = await foldOf(session);
        const sorted = [passages, cuts, splits].map((map) =>
          [...map].map((entry) => JSON.stringify(entry)).toSorted((a, b) => (a < b ? -1 : 1)),
        );
        return JSON.stringify([sorted, texts(session)]);
      };
      const start = await shot();
      for (const key of keys) {
        if (key === 'cut') {
          await session.press('x');
          if (state(session).reader?.mode === 'cut') await session.press('arrowright enter', 'cut');
        } else if (key === 'line' || key === 'sentence' || key === 'blank')
          await split(session, key, 'problem');
        else await session.press(key);
        const { reader, annotation } = state(session);
        const shown = reader!.steps.filter(({ id }) => annotation.annotations.passages.has(id)).length;
        const { near, tray: waiting } = selectShown(state(session));
        expect(shown + near.size + waiting.length).toBe(annotation.annotations.passages.size);
      }
      for (let i = 0; i < keys.length + 1; i++) await session.press('z');
      expect(await shot()).toBe(start);
    }),
    { seed: 5, numRuns: 25 },
  );
}, 60_000);
