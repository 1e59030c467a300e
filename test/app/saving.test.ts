import { expect, test } from 'vitest';
import type { Change } from '../../src/core/model';
import type { StepmarkData } from '../../src/data/api';
import { inMemoryData } from '../../src/data/inMemory';
import { judgeUnder, onTrace } from './session';

/** A disk that refuses while it is full. */
function fullDisk(): StepmarkData & { isFull: boolean } {
  const twin = inMemoryData();
  const data = {
    ...twin,
    isFull: false,
    record: (change: Change) =>
      data.isFull ? Promise.reject(new Error('The disk is full: free some space.')) : twin.record(change),
  };
  return data;
}

test('a verdict is hollow until it is on disk', async () => {
  const session = await onTrace(2);
  session.tap('1');
  expect(session.shown()).toBe('c* >u');
  expect(session.app.store.getState().saving.pending).toBe(1);
  await session.settled();
  expect(session.shown()).toBe('c >u');
  expect(session.app.store.getState().saving).toMatchObject({ pending: 0, failed: undefined });
});

test('two changes of one step: solid when both are on disk', async () => {
  const session = await onTrace(1);
  session.tap('3');
  session.tap('4');
  expect(session.shown()).toBe('>e[calculation]*');
  await session.settled();
  expect(session.shown()).toBe('>e[calculation]');
});

test('what the disk refuses stays unsaved and says why; the next success writes all of it', async () => {
  const disk = fullDisk();
  const session = await onTrace(4, disk);
  const saving = () => {
    const { pending, failed } = session.app.store.getState().saving;
    return `${session.shown()} | ${pending} | ${failed ?? 'saved'}`;
  };
  disk.isFull = true;
  await session.press('1 3 4');
  expect(saving()).toBe('c* e[calculation]* >u u | 0 | The disk is full: free some space.');
  expect(session.app.store.getState().announcement).toBe('The disk is full: free some space.');
  expect(await session.log()).toEqual([]);
  disk.isFull = false;
  await session.press('2');
  expect(saving()).toBe('c e[calculation] r >u | 0 | saved');
  expect((await session.log()).map(({ n, command }) => `${n} ${command}`)).toEqual([
    '1 judge.correct',
    '2 judge.erroneous',
    '3 judge.category',
    '4 judge.redundant',
  ]);
});

test('what the disk refused is still shown when the trace is left and opened again', async () => {
  const disk = fullDisk();
  const session = await onTrace(2, disk);
  const file = session.app.store.getState().reader!.open.file;
  disk.isFull = true;
  await session.press('3 4');
  await judgeUnder(session, 'first-error');
  expect(session.shown()).toBe('u* >u');
  await judgeUnder(session, 'own-merit');
  await session.go(file, 0);
  expect(session.shown()).toBe('e[calculation]* >u');
});

test('an undo of what the disk refused; both are written once it takes them', async () => {
  const disk = fullDisk();
  const session = await onTrace(2, disk);
  disk.isFull = true;
  await session.press('3 z');
  expect(session.shown()).toBe('>u* u');
  disk.isFull = false;
  await session.press('j 1');
  expect(session.shown()).toBe('u >c');
  expect((await session.reload()).shown()).toBe('u >c');
  expect((await session.log()).map(({ command }) => command)).toEqual([
    'judge.erroneous',
    'history.undo',
    'judge.correct',
  ]);
});

test('a name said while the disk refuses gives no number out twice', async () => {
  const disk = fullDisk();
  const session = await onTrace(3, disk);
  await session.press('1');
  disk.isFull = true;
  await session.press('2');
  session.app.actions.changeSettings({ annotator: 'ana' });
  await session.settled();
  disk.isFull = false;
  await session.press('3');
  expect((await session.log()).map(({ n, scope }) => `${n} ${scope.annotator}`)).toEqual([
    '1 ana',
    '2 ana',
    '3 ana',
  ]);
});

test('a verdict given while labels are read again is not lost', async () => {
  const session = await onTrace(3);
  const twin = { ...session.data };
  session.data.annotations = async (...asked) => {
    const read = await twin.annotations(...asked);
    session.tap('3');
    return read;
  };
  session.app.actions.changeSettings({ annotator: 'ana' });
  await session.settled();
  expect(session.shown()).toBe('e >u u');
});

test('the number of the next change goes on after a reload', async () => {
  const session = await onTrace(3);
  await session.press('1 2');
  const again = await session.reload();
  await again.press('3');
  expect((await again.log()).map(({ n }) => n)).toEqual([1, 2, 3]);
});

test('time spent is kept with each change, an idle hour as a minute', async () => {
  const session = await onTrace(3);
  await session.press('1');
  session.platform.advance(3_600_000);
  await session.press('1 j j 1');
  expect((await session.log()).map(({ activeMs }) => activeMs)).toEqual([1000, 60_000, 3000]);
});

test('a clock that moves back does not put a change before the one it follows', async () => {
  const session = await onTrace(3);
  await session.press('1 2');
  session.platform.advance(-60_000);
  await session.press('z');
  const [, second, undo] = await session.log();
  expect(undo!.at).toBeGreaterThanOrEqual(second!.at);
  expect(session.shown()).toBe('c >u u');
});
