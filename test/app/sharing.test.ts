import { expect, test } from 'vitest';
import type { RowView } from '../../src/app/state';
import { attempt, judgeUnder, onTrace, startSession, stepTexts, type Session } from './session';

async function rowsOf(session: Session): Promise<readonly RowView[]> {
  session.app.actions.showTraces();
  await session.settled();
  return session.app.store.getState().traces?.windows.get(0) ?? [];
}
const strips = async (session: Session) => (await rowsOf(session)).map(({ strip }) => strip.join(''));

test('64 rollouts that part at step 3: a verdict on step 2 counts in all, one record, one undo', async () => {
  const session = await startSession();
  const shared = stepTexts(2, 'shared step');
  const lines = Array.from({ length: 64 }, (_, i) =>
    attempt('One problem', [...shared, `Here rollout ${i} goes its own way.`, `So it ends at ${i}.`]),
  );
  const file = await session.open('rollouts.jsonl', lines);
  await session.go(file, 17);
  await session.press('j 3');
  expect(await strips(session)).toEqual(Array.from({ length: 64 }, () => 'ueuu'));
  expect(await session.log()).toHaveLength(1);
  await session.press('z', 'rows');
  expect(await strips(session)).toEqual(Array.from({ length: 64 }, () => 'uuuu'));
});

test('equal texts are judged once and counted', async () => {
  const session = await startSession();
  const one = attempt('One problem', stepTexts(3));
  const file = await session.open('equal.jsonl', [one, { ...one, is_correct: true }, one]);
  await session.go(file, 2);
  await session.press('1 2 1 enter');
  const rows = await rowsOf(session);
  expect(rows.map(({ sameText, strip, finish }) => `${sameText} ${strip.join('')} ${finish}`)).toEqual(
    Array.from({ length: 3 }, () => '3 crc done'),
  );
  expect(await session.log()).toHaveLength(4);
});

test('the same words under another prompt are other passages', async () => {
  const session = await startSession();
  const file = await session.open('prompts.jsonl', [
    attempt('One problem', stepTexts(3)),
    attempt('Another problem', stepTexts(3)),
  ]);
  await session.go(file, 0);
  await session.press('a');
  expect(await strips(session)).toEqual(['ccc', 'uuu']);
});

test('two protocols are two annotations of one trace', async () => {
  const session = await onTrace(3);
  await session.press('1 3');
  await judgeUnder(session, 'first-error');
  expect(session.shown()).toBe('u u >u');
  await session.press('home 3');
  expect(session.shown()).toBe('>e u u');
  await judgeUnder(session, 'own-merit');
  expect(session.shown()).toBe('>c e u');
  const scopes = (await session.log()).map(({ scope }) => scope.protocol.split('@')[0]);
  expect(scopes).toEqual(['own-merit', 'own-merit', 'first-error']);
});
