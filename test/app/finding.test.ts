// Find in a trace, from `/` to Esc: what is found, where the cursor goes, and that no part of a text is left out.

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findText, MOST_HITS } from '../../src/app/findText';
import { attempt, startSession, type Session } from './session';

const PARAGRAPHS = ['One Block here.', 'Nothing.', 'A block, another\nblock.', 'the end'];

async function onParagraphs(): Promise<Session> {
  const session = await startSession();
  const file = await session.open('one.jsonl', [attempt('Why?', PARAGRAPHS)]);
  await session.go(file, 0);
  return session;
}
const find = (session: Session) => session.app.store.getState().reader?.find;
const steps = (session: Session) => session.app.store.getState().reader!.steps;
/** `2 of 3`, and the step the cursor is on. */
const shown = (session: Session) =>
  `${(find(session)?.at ?? -1) + 1} of ${find(session)?.hits.length}, step ${session.app.store.getState().reader!.active + 1} of ${steps(session).length}`;
async function look(session: Session, text: string, matchCase = false) {
  session.app.actions.findText({ text, matchCase });
  // Each part of the text is a task of its own.
  for (let part = 0; part < 3; part++) session.platform.advance(1);
  await session.settled();
}

test('the first hit from the active step on is gone to, then the next, and round again', async () => {
  const session = await onParagraphs();
  await session.press('j /');
  await look(session, 'block');
  expect(shown(session)).toBe('2 of 3, step 3 of 4');
  for (const expected of ['3 of 3, step 3 of 4', '1 of 3, step 1 of 4']) {
    session.app.actions.goToHit(1);
    expect(shown(session)).toBe(expected);
  }
  session.app.actions.goToHit(-1);
  expect(shown(session)).toBe('3 of 3, step 3 of 4');
});

test('capitals count when they are said to', async () => {
  const session = await onParagraphs();
  await session.press('/');
  await look(session, 'Block', true);
  expect(shown(session)).toBe('1 of 1, step 1 of 4');
});

test('white space stands for any: words are found over the end of a line', async () => {
  const session = await onParagraphs();
  await session.press('/');
  await look(session, 'another block');
  expect(shown(session)).toBe('1 of 1, step 3 of 4');
});

test('what is not there moves nothing; an empty field finds nothing', async () => {
  const session = await onParagraphs();
  await session.press('j /');
  for (const text of ['(absent', '', '   ']) {
    await look(session, text);
    expect(shown(session)).toBe('0 of 0, step 2 of 4');
  }
});

test('Esc in the list closes it and keeps the cursor; / offers the words again', async () => {
  const session = await onParagraphs();
  await session.press('/');
  await look(session, 'end');
  await session.press('escape');
  expect(find(session)).toBeUndefined();
  expect(session.place()).toBe('row 0 step 4');
  await session.press('/');
  expect(find(session)?.text).toBe('end');
});

test('judging a step with find open leaves what is found as it is', async () => {
  const session = await onParagraphs();
  await session.press('/');
  await look(session, 'block');
  await session.press('3 z');
  expect(find(session)?.hits).toHaveLength(3);
});

test('parts of a long text lose no hit and count none twice', () => {
  const size = 1 << 18;
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: -12, max: 12 }), { minLength: 1, maxLength: 6 }),
      fc.constantFrom('ab', 'a b', 'abcabcabc'),
      (offsets, text) => {
        const starts = [...new Set(offsets.map((offset, i) => (1 + (i % 2)) * size + offset))].sort(
          (a, b) => a - b,
        );
        let raw = '';
        for (const start of starts) {
          if (start < raw.length) continue;
          raw = raw.padEnd(start, '.') + text;
        }
        raw = raw.padEnd(3 * size, '.');
        const expected = [...raw.matchAll(new RegExp(text, 'g'))].map(({ index }) => index);
        const found = [...findText(raw, { text, matchCase: true })].flat().map(({ start }) => start);
        expect(found).toEqual(expected);
      },
    ),
    { seed: 6, numRuns: 40 },
  );
});

test('a letter that stands everywhere is found so many times and no more', () => {
  const raw = 'e'.repeat(2 * MOST_HITS);
  expect([...findText(raw, { text: 'e', matchCase: true })].flat()).toHaveLength(MOST_HITS);
});
