import { expect, test } from 'vitest';
import { attempt, foldOf, onTrace, startSession, stepTexts, type Session } from './session';
import { NO_ANNOTATIONS } from '../../src/core/labels';

const history = (session: Session) => {
  const { undo, redo } = session.app.store.getState().history;
  return `${undo ?? '-'} | ${redo ?? '-'}`;
};

test.each<[string, string, string]>([
  ['a verdict', '3 z', '>u u u u'],
  ['the numpad undoes too', '3 numpaddecimal', '>u u u u'],
  ['and goes there', '3 j j z', '>u u u u'],
  ['redo', '3 z shift+z', '>e u u u'],
  ['two steps back, one forward', '1 2 3 z z shift+z', 'c >r u u'],
  ['a replaced verdict comes back', '1 k 3 z', '>c u u u'],
  ['a category', '3 4 5 z', '>e[calculation] u u u'],
  ['a cleared one with its categories', '3 4 k 0 z', '>e[calculation] u u u'],
  ['A as one', '3 j 1 a z', 'e >u c u'],
  ['F as one', 'j j f z', '>u u u u'],
  ['F again forward', 'j j f z shift+z', 'c~ c~ >e u'],
  ['flags', 'u b z', '>u? u u u'],
  ['nothing to undo', 'z z', '>u u u u'],
  ['nothing to redo after something new', '1 z 2 shift+z', 'r >u u u'],
  ['all back and all forward', '1 2 3 z z z shift+z shift+z shift+z', 'c r >e u'],
])('undo, %s: %s', async (_, keys, shown) => {
  const session = await onTrace(4);
  await session.press(keys);
  expect(session.shown()).toBe(shown);
});

test('what undo and redo would do is said by name', async () => {
  const session = await onTrace(4);
  const said: string[] = [];
  for (const key of ['1', '3', '4', 'a', 'z', 'z', 'z', 'z', 'shift+z']) {
    await session.press(key);
    said.push(history(session));
  }
  expect(said).toEqual([
    'step 1 correct | -',
    'step 2 erroneous | -',
    'category calculation | -',
    '2 steps correct | -',
    'category calculation | 2 steps cleared',
    'step 2 erroneous | category calculation removed',
    'step 1 correct | step 2 cleared',
    '- | step 1 cleared',
    'step 1 correct | step 2 cleared',
  ]);
});

test('one undo is one record that names what it takes back', async () => {
  const session = await onTrace(3);
  await session.press('a z');
  const [bulk, undo] = await session.log();
  expect(undo).toMatchObject({ command: 'history.undo', undoes: [bulk!.writer, 1], n: 2 });
  expect(undo!.edits).toHaveLength(3);
});

/** Two problems of two steps each. */
async function onTwo(): Promise<Session> {
  const session = await startSession();
  const lines = ['A?', 'B?'].map((problem) => attempt(problem, stepTexts(2, `step ${problem[0]}`)));
  await session.go(await session.open('two.jsonl', lines), 0);
  return session;
}

test('undo and redo go to the trace that was judged', async () => {
  const session = await onTwo();
  await session.press('3 n 2');
  await session.press('z z');
  expect([session.place(), session.shown()]).toEqual(['row 0 step 1', '>u u']);
  await session.press('shift+z');
  expect([session.place(), session.shown()]).toEqual(['row 0 step 1', '>e u']);
  await session.press('shift+z');
  expect([session.place(), session.shown()]).toEqual(['row 1 step 1', '>r u']);
});

test('undo presses in a row wait for each other while traces open', async () => {
  const session = await onTwo();
  await session.press('3 2 n 2 3');
  for (let i = 0; i < 4; i++) session.tap('z');
  await session.settled();
  expect([session.place(), session.shown(), history(session)]).toEqual([
    'row 0 step 1',
    '>u u',
    '- | step 1 cleared',
  ]);
});

test('undo of a finish goes back to its trace', async () => {
  const session = await onTwo();
  await session.press('1 1 enter z');
  expect(session.place()).toBe('row 0 step 1');
  expect([...session.app.store.getState().annotation.annotations.texts]).toEqual([]);
});

test('undo and redo from the table open the trace', async () => {
  const session = await onTwo();
  await session.press('3 n');
  session.app.actions.showTraces();
  await session.settled();
  await session.press('z', 'rows');
  expect(session.app.store.getState().route).toMatchObject({ screen: 'read', row: 0 });
  expect(session.shown()).toBe('>u u');
});

test('undo reaches back past a reload, to the start', async () => {
  const session = await onTwo();
  await session.press('3 4 n 2');
  const again = await session.reload();
  expect(history(again)).toBe('step redundant | -');
  await again.press('z');
  const { files } = again.app.store.getState();
  await again.go(files![0]!.key, 1);
  await again.press('z z z');
  expect(again.shown()).toBe('>u u');
  expect(await foldOf(again)).toEqual(NO_ANNOTATIONS);
  await again.press('shift+z shift+z shift+z');
  expect([again.place(), again.shown()]).toEqual(['row 1 step 1', '>r u']);
});

test('a reveal is logged and cannot be undone', async () => {
  const session = await onTrace(2);
  await session.press('1 g z');
  expect((await session.log()).map(({ command }) => command)).toEqual([
    'judge.correct',
    'trace.reveal',
    'history.undo',
  ]);
  expect(session.app.store.getState().reader?.revealed).toBe(true);
  expect(history(session)).toBe('- | step 1 cleared');
});

test('undo under another protocol takes back what was said there', async () => {
  const session = await onTrace(2);
  await session.press('3');
  session.app.actions.changeSettings({ protocol: 'first-error' });
  await session.settled();
  await session.press('home 1 z z');
  expect(session.shown()).toBe('>u u');
  session.app.actions.changeSettings({ protocol: 'own-merit' });
  await session.settled();
  expect(session.shown()).toBe('>u u');
});

test('a trace whose file is gone: undo says which file to drop and takes nothing back', async () => {
  const session = await onTrace(2);
  const file = session.app.store.getState().reader!.open.file;
  await session.press('3');
  session.app.actions.forgetFile(file);
  await session.settled();
  await session.press('z');
  expect(session.app.store.getState().message).toBe(
    'The trace of “step erroneous” is in no file of the library. Drop its file, then undo again.',
  );
  expect(await session.log()).toHaveLength(1);
});

test('a file that cannot be read does not end undo for good', async () => {
  const session = await onTwo();
  await session.press('3 n');
  const readable = { ...session.data };
  session.data.page = () => Promise.reject(new Error('This file cannot be read.'));
  await session.press('z');
  expect(await session.log()).toHaveLength(1);
  expect(session.app.store.getState().message).toContain('is in no file of the library');
  Object.assign(session.data, readable);
  await session.press('z');
  expect(session.shown()).toBe('>u u');
});

/** The list as it is drawn, newest first: `+` may be redone, `-` is undone for good, `!` stays. */
const MARKS = { stands: '', redoable: '+', undone: '-', stays: '!' } as const;
const listed = (session: Session) =>
  (session.app.store.getState().history.entries ?? []).map(({ words, state }) => `${MARKS[state]}${words}`);
async function walkTo(session: Session, words: string) {
  const { entries = [] } = session.app.store.getState().history;
  session.platform.advance(1000);
  session.app.actions.walkHistory(entries.find((entry) => entry.words === words)!.id);
  await session.settled();
}

test('the list holds all that was done, newest first; undone lines stay in it', async () => {
  const session = await onTrace(3);
  session.app.run('trace.history');
  await session.press('1 3 4 g z z');
  expect(listed(session)).toEqual([
    '!revealed',
    '+category calculation',
    '+step 2 erroneous',
    'step 1 correct',
  ]);
  await session.press('2');
  expect(listed(session)).toEqual([
    'step 2 redundant',
    '!revealed',
    '-category calculation',
    '-step 2 erroneous',
    'step 1 correct',
  ]);
});

test('back to a point and forward again, each step an undo of its own', async () => {
  const session = await onTrace(4);
  session.app.run('trace.history');
  await session.press('1 2 3 4');
  await walkTo(session, 'step 1 correct');
  expect(session.shown()).toBe('c >u u u');
  expect((await session.log()).map(({ command }) => command).slice(4)).toEqual([
    'history.undo',
    'history.undo',
    'history.undo',
  ]);
  await walkTo(session, 'step 3 erroneous');
  expect(session.shown()).toBe('c r >e u');
  await session.press('shift+z');
  expect(session.shown()).toBe('c r >e[calculation] u');
});

test('back to a point after a reload', async () => {
  const before = await onTrace(3);
  await before.press('1 2 3');
  const session = await before.reload();
  await session.go(session.app.store.getState().files![0]!.key, 0);
  session.app.run('trace.history');
  expect(listed(session)).toEqual(['step 3 erroneous', 'step 2 redundant', 'step 1 correct']);
  await walkTo(session, 'step 1 correct');
  expect(session.shown()).toBe('c >u u');
});

test('a line of another trace says so and leads there', async () => {
  const session = await startSession();
  const lines = ['A', 'B'].map((problem) => attempt(problem, stepTexts(2, `step of ${problem}`)));
  await session.go(await session.open('two.jsonl', lines), 0);
  await session.press('3 n');
  session.app.run('trace.history');
  const [entry] = session.app.store.getState().history.entries!;
  expect(entry!.words).toBe('step erroneous, in another trace');
  session.app.actions.visitHistory(entry!.id);
  await session.settled();
  expect([session.place(), session.shown()]).toEqual(['row 0 step 1', '>e u']);
  expect(await session.log()).toHaveLength(1);
});
