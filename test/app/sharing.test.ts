import { expect, test } from 'vitest';
import type { RowView } from '../../src/app/state';
import { attempt, hold, judgeUnder, onTrace, startSession, stepTexts, type Session } from './session';

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

/** Labels of two steps, and a page of another browser on the same trace. */
async function labelsAndNewPage() {
  const lines = [attempt('One problem', stepTexts(3)), attempt('One problem', stepTexts(3, 'other step'))];
  const first = await startSession();
  await first.go(await first.open('two.jsonl', lines), 0);
  await first.press('1 3');
  const second = await startSession();
  return { changes: await first.log(), second, file: await second.open('two.jsonl', lines) };
}

test('labels that are merged while the list of rollouts is read again are shown', async () => {
  const { changes, second, file } = await labelsAndNewPage();
  await second.go(file, 0);
  const release = hold(second.data, 'annotations');
  const merged = second.data.mergeLabels(changes);
  await second.settled();
  second.platform.advance(1000);
  await second.settled();
  await release();
  await merged;
  await second.settled();
  expect(second.shown()).toBe('>c e u');
});

test('labels that are merged while a trace is on its way are shown', async () => {
  const { changes, second, file } = await labelsAndNewPage();
  const read = second.data.annotations.bind(second.data);
  // The log is read, then merged into, then the answer arrives.
  Object.assign(second.data, {
    annotations: async (...asked: Parameters<typeof read>) => {
      const before = await read(...asked);
      Object.assign(second.data, { annotations: read });
      await second.data.mergeLabels(changes);
      return before;
    },
  });
  await second.go(file, 0);
  await second.settled();
  expect(second.shown()).toBe('>c e u');
});
