// The next trace is read and split before it is asked for: then going on waits for nothing that the data room says.

import { expect, test } from 'vitest';
import * as segment from '../../src/core/segment';
import { attempt, foldOf, hold, startSession, stepTexts, type Session } from './session';

const SHARED = stepTexts(2, 'shared step');

/** Two rollouts of one problem and another problem; the first is on the screen, the second was prepared. */
async function onTwoRollouts(): Promise<Session> {
  const session = await startSession();
  const file = await session.open('ahead.jsonl', [
    attempt('One problem', [...SHARED, 'It ends here.']),
    attempt('One problem', [...SHARED, 'It ends there. And that is all.']),
    attempt('Another problem', stepTexts(4)),
  ]);
  await session.go(file, 0);
  await prepared(session);
  return session;
}

async function prepared(session: Session): Promise<void> {
  session.platform.advance(1000);
  await session.settled();
  session.platform.advance(1);
}

test('finish and next shows the next trace in the same turn', async () => {
  const session = await onTwoRollouts();
  await session.press('1 2 1');
  const release = hold(session.data, 'readTrace');
  session.tap('enter');
  expect([session.place(), session.shown()]).toEqual(['row 1 step 3', 'c r >u']);
  await release();
});

test('what was judged since it was prepared is there, and undone again', async () => {
  const session = await onTwoRollouts();
  await session.press('3 4');
  session.tap('n');
  expect(session.shown()).toBe('e[calculation] >u u');
  await session.settled();
  expect(session.app.store.getState().annotation.annotations).toEqual(await foldOf(session));
  await session.press('z z');
  expect(session.shown()).toBe('>u u u');
});

test('changes of another problem stay out of it', async () => {
  const session = await onTwoRollouts();
  await session.press('n');
  await prepared(session);
  await session.press('1 1 1');
  session.tap('enter');
  expect([session.place(), session.shown()]).toEqual(['row 2 step 1', '>u u u u']);
  await session.settled();
  expect(session.app.store.getState().annotation.annotations).toEqual(await foldOf(session));
});

test('its steps were there before it was shown; under another strategy they are cut again', async () => {
  const session = await onTwoRollouts();
  session.app.actions.chooseSplit(segment.strategyOf('sentence'), 'file');
  await session.settled();
  session.tap('n');
  expect(session.shown()).toBe('>u u u u');
});

test('after labels were merged it is read again', async () => {
  const session = await onTwoRollouts();
  const other = await startSession();
  const { file } = session.app.store.getState().reader!.open;
  const lines = [attempt('One problem', [...SHARED, 'It ends there. And that is all.'])];
  await other.go(await other.open('theirs.jsonl', lines), 0);
  await other.press('2');
  const [theirs] = await other.log();
  await session.data.mergeLabels([theirs!]);
  await session.settled();
  const release = hold(session.data, 'readTrace');
  session.tap('n');
  expect(session.place()).toBe('row 0 step 1');
  await release();
  await session.settled();
  expect([session.app.store.getState().reader?.open.file, session.shown()]).toEqual([file, 'r >u u']);
});
