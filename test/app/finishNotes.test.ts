// Notes, not walls: said at the finish, never in the way, each to be switched off.

import { expect, test } from 'vitest';
import { noteSeen } from '../../src/app/finishNotes';
import { inputOf, judgeUnder, startSession, type Session } from './session';

const row = (id: string, right: boolean) => ({
  id,
  generator: 'm',
  problem: `Problem ${id}`,
  steps: ['One is one.', 'Two is two.', 'Three is three.'],
  final_answer_correct: right,
  label: -1,
});
async function onRow(right: boolean): Promise<Session> {
  const session = await startSession();
  const rows = [row('a', right), row('b', right)];
  const text = rows.map((one) => `${JSON.stringify(one)}\n`).join('');
  session.app.actions.openFiles([inputOf('notes.jsonl', text)]);
  await session.settled();
  await session.go(session.app.store.getState().opening!.progress!.summary.key, 0);
  return session;
}
const said = (session: Session) => session.app.store.getState().message;

const WRONG =
  'The trace just finished: no step is erroneous, but the file says that the final answer is wrong.';
const RIGHT =
  'The trace just finished: a step is erroneous, but the file says that the final answer is right.';

test.each<[string, boolean, string, string | undefined]>([
  ['no error, wrong answer', false, '1 1 2 enter', WRONG],
  ['no error, right answer', true, '1 1 2 enter', undefined],
  ['an error, right answer', true, '1 3 1 enter', RIGHT],
  ['an error, wrong answer', false, '1 3 1 enter', undefined],
])('%s', async (_, right, keys, note) => {
  const session = await onRow(right);
  await session.press(keys);
  expect([session.place(), said(session)]).toEqual(['row 1 step 1', note]);
});

test('a protocol without hints tells no outcome', async () => {
  const session = await onRow(false);
  await judgeUnder(session, 'first-error');
  await session.press('1 1 1 enter');
  expect(said(session)).toBeUndefined();
});

test('a note goes when the next trace is finished without one', async () => {
  const session = await onRow(false);
  await session.press('1 1 2 enter');
  const first = said(session);
  session.app.run('trace.previous');
  await session.settled();
  await session.press('end 3 enter');
  expect([first, said(session)]).toEqual([WRONG, undefined]);
});

test('a note that is off is not said', async () => {
  const session = await onRow(false);
  session.app.run('notes.wrongAnswer');
  session.app.actions.dismissMessage();
  await session.press('1 1 1 enter');
  expect(said(session)).toBeUndefined();
});

test('verdicts faster than 0.4 s are counted by active time', async () => {
  const session = await onRow(true);
  for (const ms of [1000, 300, 300]) {
    session.platform.advance(ms);
    session.tap('1');
  }
  await session.settled();
  await session.press('enter');
  expect(said(session)).toBe('The trace just finished: 2 of 3 verdicts were given in less than 0.4 s.');
});

test('bulk verdicts on steps that were never on screen are counted', async () => {
  const session = await onRow(true);
  noteSeen(session.app.store.getState().reader!.steps.slice(0, 1));
  await session.press('a enter');
  expect(said(session)).toBe(
    'The trace just finished: 2 steps were judged in bulk without having been on screen.',
  );
});

test('time while the page is hidden does not count, an idle hour counts a minute', async () => {
  const session = await onRow(true);
  let hidden = 0;
  session.platform.hiddenMs = () => hidden;
  session.platform.advance(10_000);
  hidden = 8_000;
  session.tap('1');
  session.platform.advance(3_600_000);
  session.tap('1');
  await session.settled();
  expect((await session.log()).map(({ activeMs }) => activeMs)).toEqual([2_000, 60_000]);
});
