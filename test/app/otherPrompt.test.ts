// design.md §2.4: labels of an edited prompt are offered, never applied silently.

import { expect, test } from 'vitest';
import { attempt, startSession, stepTexts, type Session } from './session';

/** Judged under one prompt, then opened under another; the offer has come. */
async function underAnotherPrompt(keys: string, again = stepTexts(4)): Promise<Session> {
  const session = await startSession();
  await session.go(await session.open('before.jsonl', [attempt('Whyy?', stepTexts(4))]), 0);
  await session.press(keys);
  await session.go(await session.open('after.jsonl', [attempt('Why?', again)]), 0);
  session.platform.advance(1000);
  await session.settled();
  return session;
}
const offered = (session: Session) => session.app.store.getState().reader?.otherPrompt?.length;
async function takeOver(session: Session): Promise<void> {
  session.app.run('trace.takeOverLabels');
  await session.settled();
}

test('labels are offered and nothing is applied', async () => {
  const session = await underAnotherPrompt('1 3 4');
  expect(offered(session)).toBe(2);
  expect(session.shown()).toBe('>u u u u');
});

test('taken over as one change with their categories, and back with one undo', async () => {
  const session = await underAnotherPrompt('1 3 4');
  await takeOver(session);
  expect(session.shown()).toBe('>c e[calculation] u u');
  expect(await session.log()).toHaveLength(4);
  expect(offered(session)).toBeUndefined();
  await session.press('z');
  expect(session.shown()).toBe('>u u u u');
});

test('what was judged here in the meantime stands', async () => {
  const session = await underAnotherPrompt('1 3');
  await session.press('2');
  await takeOver(session);
  expect(session.shown()).toBe('r >e u u');
});

test('another text is offered nothing', async () => {
  expect(offered(await underAnotherPrompt('1 3', [...stepTexts(4), 'And more.']))).toBeUndefined();
});

test('declined, it is not offered again for this text', async () => {
  const session = await underAnotherPrompt('1 3');
  session.app.actions.declineLabels();
  expect(offered(session)).toBeUndefined();
  const { reader } = session.app.store.getState();
  await session.go(await session.open('third.jsonl', [attempt('Who?', stepTexts(2))]), 0);
  await session.go(reader!.open.file, 0);
  session.platform.advance(1000);
  await session.settled();
  expect(offered(session)).toBeUndefined();
});

test('labels that were cleared are not offered', async () => {
  expect(offered(await underAnotherPrompt('1 k 0'))).toBeUndefined();
});
