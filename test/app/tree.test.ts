import { expect, test } from 'vitest';
import { attempt, startSession, stepTexts, type Session } from './session';

const SHARED = stepTexts(2, 'shared step');
/** Two rollouts of four steps that part after the second, the first is open. */
async function onFork(): Promise<Session> {
  const session = await startSession();
  const lines = ['left', 'right'].map((way) =>
    attempt('A problem', [...SHARED, ...stepTexts(2, `${way} step`)]),
  );
  await session.go(await session.open('fork.jsonl', lines), 0);
  return session;
}
/** The text of the cursor node, trimmed. */
const node = (session: Session) => {
  const { tree } = session.app.store.getState();
  return tree?.tree?.tree.text[tree.node]?.trim();
};

test.each<[string, string, string | undefined, string]>([
  ['the cursor is at the step of the reader', 'j t', SHARED[1], 'row 0 step 2'],
  ['J goes deeper along the trace', 't j j', 'This is left step 1 of it.', 'row 0 step 3'],
  ['K goes back', 't j j k', SHARED[1], 'row 0 step 2'],
  ['arrows too', 't arrowdown arrowdown arrowup', SHARED[1], 'row 0 step 2'],
  ['a sibling opens its rollout', 't j j arrowright', 'This is right step 1 of it.', 'row 1 step 3'],
  ['and back', 't j j arrowright arrowleft', 'This is left step 1 of it.', 'row 0 step 3'],
  [
    'the problem keeps the rollout',
    't j j arrowright k k k j j j',
    'This is right step 1 of it.',
    'row 1 step 3',
  ],
  ['back to the steps where the cursor was', 't j j t', 'This is left step 1 of it.', 'row 0 step 3'],
  ['a verdict goes deeper', 't 1 1', 'This is left step 1 of it.', 'row 0 step 3'],
])('%s: %s', async (_, keys, text, place) => {
  const session = await onFork();
  await session.press(keys);
  expect([node(session), session.place()]).toEqual([text, place]);
});

test('what is judged in the tree shows in the reader, and the other way', async () => {
  const session = await onFork();
  await session.press('1 t');
  await session.press('1 3 4', 'drawing');
  await session.press('t');
  expect(session.shown()).toBe('c c e[calculation] >u');
});

test('selectNode goes to the step, and to the rollout that has it', async () => {
  const session = await onFork();
  await session.press('t');
  const { tree } = session.app.store.getState();
  const of = (text: string) => tree!.tree!.tree.text.findIndex((one) => one.trim() === text);
  session.app.actions.selectNode(of('This is right step 2 of it.'));
  await session.settled();
  expect(session.place()).toBe('row 1 step 4');
  session.app.actions.selectNode(of(SHARED[0]!));
  await session.settled();
  expect(session.place()).toBe('row 1 step 1');
});

test('an alternative from the list of steps', async () => {
  const session = await onFork();
  await session.press('j j arrowright');
  expect(session.place()).toBe('row 1 step 3');
  await session.press('arrowleft');
  expect(session.place()).toBe('row 0 step 3');
});

test('undo in the tree moves its cursor there', async () => {
  const session = await onFork();
  await session.press('t 3 j j z');
  expect([node(session), session.place()]).toEqual([SHARED[0], 'row 0 step 1']);
});
