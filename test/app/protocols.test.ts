// What each switch of a protocol changes, by keys.

import { expect, test } from 'vitest';
import { OWN_MERIT } from '../../src/core/labels';
import { SHIPPED_PACKS } from '../../src/core/labels/packs';
import type { Protocol } from '../../src/core/model';
import { selectProgress } from '../../src/app/selectProgress';
import { scopeOf } from '../../src/app/recorder';
import { attempt, onTrace, startSession, stepTexts, type Session } from './session';

/** Under own merit with these switches set otherwise. */
async function under(session: Session, switches: Partial<Protocol>): Promise<void> {
  session.app.actions.changeSettings({ protocol: { ...OWN_MERIT, id: 'mine', ...switches } });
  await session.settled();
}
const finishOf = (session: Session) => {
  const { reader, annotation } = session.app.store.getState();
  return annotation.annotations.texts.get(reader!.open.trace.text)?.finish;
};
const commands = async (session: Session) =>
  (await session.log()).map(({ command, edits }) => `${command} ${edits.length}`);

/** Two rollouts of four steps that part after the second; the drawing of the first one is open. */
async function inTree(switches: Partial<Protocol>): Promise<Session> {
  const session = await startSession();
  const lines = ['left', 'right'].map((way) =>
    attempt('A problem', [...stepTexts(2, 'shared step'), ...stepTexts(2, `${way} step`)]),
  );
  await session.go(await session.open('fork.jsonl', lines), 0);
  await under(session, switches);
  await session.press('t');
  return session;
}

test.each<[string, Partial<Protocol>, string, string]>([
  ['off, a verdict is about its own step', {}, 'j j 1', 'u u c >u'],
  ['on, the steps before it are correct too', { carryAncestors: true }, 'j j 1', 'c~ c~ c >u'],
  ['a verdict that stands stays', { carryAncestors: true }, '2 j 1', 'r c~ c >u'],
  ['an erroneous one too', { carryAncestors: true }, 'j 3 1', 'c~ e c >u'],
  ['only correct carries', { carryAncestors: true }, 'j j 3', 'u u e >u'],
  ['bulk keys may be off', { carryAncestors: true, bulk: false }, 'j j 1', 'c~ c~ c >u'],
  [
    'under stop nothing behind the first error',
    { carryAncestors: true, afterFirstError: 'stop' },
    '3 j j 1',
    'e u c >u',
  ],
])('carrying %s', async (_, switches, keys, shown) => {
  const session = await inTree(switches);
  await session.press(`${keys} t`);
  expect(session.shown()).toBe(shown);
});

test('what was carried is one change, one undo, and its words say so', async () => {
  const session = await inTree({ carryAncestors: true });
  await session.press('j j 1');
  expect(await commands(session)).toEqual(['judge.correct 3']);
  expect(session.app.store.getState().history.undo).toBe('step 3 correct and 2 steps before it');
  expect(session.app.store.getState().announcement).toBe(
    'This node and 2 before it correct, saved. Step 4 of 4.',
  );
  await session.press('z t');
  expect(session.shown()).toBe('u u >u u');
});

test('carrying is about the tree: in the list of steps a verdict is about its own', async () => {
  const session = await inTree({ carryAncestors: true });
  await session.press('t j j 1');
  expect(session.shown()).toBe('u u c >u');
});

const THINKING = [
  attempt('Why?', [
    `<think>\n${stepTexts(3, 'thought').join('\n\n')}\n</think>`,
    ...stepTexts(2, 'step of the answer'),
  ]),
  attempt('Why not?', stepTexts(2)),
];
async function onThinking(switches: Partial<Protocol>): Promise<Session> {
  const session = await startSession();
  await session.go(await session.open('think.jsonl', THINKING), 0);
  await under(session, switches);
  return session;
}

test.each<[string, Partial<Protocol>, string, string]>([
  ['all, A', {}, 'a', '>c~ c~ c~ c~ c~'],
  ['thinking, A', { scope: 'thinking' }, 'a', '>c~ c~ c~ u u'],
  ['thinking, F behind it', { scope: 'thinking' }, 'end f', 'c~ c~ c~ u >e'],
  ['thinking, next unjudged', { scope: 'thinking' }, '1 1 home space', 'c c >u u u'],
  ['thinking, no next unjudged behind it', { scope: 'thinking' }, '1 1 1 home space', '>c c c u u'],
])('scope %s', async (_, switches, keys, shown) => {
  const session = await onThinking(switches);
  await session.press(keys);
  expect(session.shown()).toBe(shown);
});

test.each<[Partial<Protocol>, string, string, string | undefined]>([
  [{ scope: 'thinking' }, '1 1 1 home enter p', '3 of 3', 'done'],
  [{ scope: 'all' }, '1 1 1 home enter', '3 of 5', undefined],
  [{ scope: 'thinking' }, '1 1 home enter', '2 of 3', undefined],
])('finishing under %o after %s', async (switches, keys, counted, finish) => {
  const session = await onThinking(switches);
  await session.press(keys);
  const { judged, total } = selectProgress(session.app.store.getState())!;
  expect([`${judged} of ${total}`, finishOf(session)]).toEqual([counted, finish]);
});

test('the first press of Enter goes to an unjudged step of the scope', async () => {
  const session = await onThinking({ scope: 'thinking' });
  await session.press('1 j 1 end enter');
  expect(session.place()).toBe('row 0 step 2');
});

test('a text without thinking is asked for as a whole', async () => {
  const session = await onThinking({ scope: 'thinking' });
  await session.press('n enter');
  expect([session.place(), finishOf(session)]).toEqual(['row 1 step 1', undefined]);
  await session.press('a');
  expect(session.shown()).toBe('>c~ c~');
});

const STOP = { afterFirstError: 'stop', scope: 'upToFirstError' } as const;

test.each<[string, Partial<Protocol>, string, string | undefined]>([
  ['stands, so the trace is done', STOP, '2 of 2', 'done'],
  ['is cleared, so the rest is asked for', { ...STOP, correctionClears: true }, '2 of 4', undefined],
])('an error that is corrected later %s', async (_, switches, counted, finish) => {
  const session = await startSession();
  await session.go(await session.open('two.jsonl', [attempt('Why?', stepTexts(4))]), 0);
  await under(session, switches);
  await session.press('1 3 r');
  await session.press('j enter', 'pick');
  const { judged, total } = selectProgress(session.app.store.getState())!;
  await session.press('enter');
  expect([`${judged} of ${total}`, finishOf(session)]).toEqual([counted, finish]);
});

test('a cleared error keeps its verdict and no longer ends what A judges; taken back, it does again', async () => {
  const session = await startSession();
  await session.go(await session.open('two.jsonl', [attempt('Why?', stepTexts(4))]), 0);
  await under(session, { ...STOP, correctionClears: true });
  await session.press('j 3 r');
  await session.press('enter', 'pick');
  await session.press('a');
  expect(session.shown()).toBe('c~ >e c~ c~');
  await session.press('z z a');
  expect(session.shown()).toBe('>c~ e u u');
});

test.each<[string, Partial<Protocol>, string, string]>([
  [
    'a flag is an error with a category, and on to the next',
    { flagPropagated: true },
    '1 i',
    'c e[propagated] >u u',
  ],
  ['again it is taken away, the verdict stays', { flagPropagated: true }, 'i k i', '>e u u u'],
  ['beside other categories', { flagPropagated: true }, '3 4 k i', 'e[calculation,propagated] >u u u'],
  ['a step judged correct becomes erroneous', { flagPropagated: true }, '1 k i', 'e[propagated] >u u u'],
  ['another verdict drops the flag', { flagPropagated: true }, 'i k 1', 'c >u u u'],
  ['the keys of the pack are about it', { flagPropagated: true }, 'i 5', 'e[propagated,logic] >u u u'],
  ['under stop it stays, like any error', { flagPropagated: true, ...STOP }, '1 i', 'c >e[propagated] u u'],
  ['without the switch the key does nothing', {}, '1 i', 'c >u u u'],
])('an error that follows from one, %s', async (_, switches, keys, shown) => {
  const session = await onTrace(4);
  await under(session, switches);
  await session.press(keys);
  expect(session.shown()).toBe(shown);
});

test('the flag is there in a pack that has no such category, and is one change', async () => {
  const session = await onTrace(2);
  session.app.actions.takePack(SHIPPED_PACKS.find(({ id }) => id === 'safety')!);
  await under(session, { flagPropagated: true });
  await session.press('i k');
  expect([session.shown(), await commands(session)]).toEqual(['>e[propagated] u', ['judge.propagated 1']]);
  await session.press('1 z z');
  expect(session.shown()).toBe('>u u');
});

/** The one line of a ProcessBench export, by its label. */
async function firstErrorExported(session: Session): Promise<unknown> {
  const { file } = session.app.store.getState().reader!.open;
  const scope = scopeOf(session.app.store.getState());
  const request = {
    file,
    target: 'processbench',
    policies: {},
    annotator: 'me',
    scope,
    rows: 'all',
  } as const;
  const exported = await session.data.export(request, () => undefined);
  return (JSON.parse(await exported.file.text()) as { label: number }).label;
}

/** Of the first row of the table. */
async function rowOf(session: Session): Promise<string> {
  const { file } = session.app.store.getState().reader!.open;
  const scope = scopeOf(session.app.store.getState());
  const query = { file, sort: 'file', descending: false, filter: {}, scope } as const;
  const { rows } = await session.data.page({ ...query, from: 0, count: 1 });
  return `${rows[0]!.judged} first error ${rows[0]!.firstErrorFrom0}`;
}

test('table and export go by a protocol of one’s own: what is cleared is not the first error', async () => {
  const session = await startSession();
  const line = attempt('Why?', stepTexts(4), { is_correct: false });
  await session.go(await session.open('two.jsonl', [line]), 0);
  const rules = { ...OWN_MERIT, id: 'mine', ...STOP, correctionClears: true };
  session.app.actions.saveProtocol(rules, true);
  await session.settled();
  await session.press('3 r');
  await session.press('enter', 'pick');
  await session.press('j 1 3');
  expect(session.shown()).toBe('e c >e u');
  expect(await rowOf(session)).toBe('3 first error 2');
  expect(await firstErrorExported(session)).toBe(2);
});
