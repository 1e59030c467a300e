// Rollouts side by side from the keyboard, and a preference between two siblings, down to the exported log.

import { expect, test } from 'vitest';
import { selectComparison, selectPreference } from '../../src/app/comparison';
import { passagesAt } from '../../src/core/tree';
import { attempt, startSession, stepTexts, type Session } from './session';

const SHARED = stepTexts(2, 'shared step');
async function onThree(): Promise<Session> {
  const session = await startSession();
  const lines = ['left', 'left', 'right'].map((way, i) =>
    attempt('A problem', [...SHARED, `All go ${way} here.`, `Way ${i + 1} ends.`]),
  );
  await session.go(await session.open('three.jsonl', lines), 0);
  session.app.run('trace.compare');
  await session.settled();
  return session;
}
const state = (session: Session) => session.app.store.getState();
const comparison = (session: Session) => selectComparison(state(session))!;
const cursor = (session: Session) => {
  const { tree } = state(session);
  return tree!.tree!.tree.text[tree!.node]!.trim();
};
/** A level a line: the text of each cell and how many columns it spans. */
const grid = (session: Session) => {
  const { levels, open } = comparison(session);
  return levels.map(({ cells }) =>
    cells.map(({ node, from, to }) => `${open.tree.text[node]!.trim()} ×${to - from + 1}`).join(' | '),
  );
};

test('two rollouts are aligned at what they share; a third goes where it fits', async () => {
  const session = await onThree();
  expect(state(session).route).toMatchObject({ screen: 'compare', row: 0, others: [1] });
  session.app.actions.compareWith(2);
  await session.settled();
  expect(grid(session)).toEqual([
    `${SHARED[0]} ×3`,
    `${SHARED[1]} ×3`,
    'All go left here. ×2 | All go right here. ×1',
    'Way 1 ends. ×1 | Way 2 ends. ×1 | Way 3 ends. ×1',
  ]);
  expect(session.platform.hash).toMatch(/^#\/compare\/.*\/three\.jsonl\/1\+2\+3$/);
  session.app.actions.leaveOut(1);
  await session.settled();
  expect(comparison(session).rows).toEqual([0, 2]);
});

test.each([
  ['J and K walk the steps', 'j j k', SHARED[1]],
  ['D goes to where they part', 'd', 'Way 1 ends.'],
  ['then round', 'd d', 'Way 1 ends.'],
  ['arrows go across', 'd arrowright', 'Way 2 ends.'],
  ['and stay at the edge', 'd arrowright arrowright arrowleft', 'Way 1 ends.'],
  ['a verdict goes deeper', '1', SHARED[1]],
])('%s', async (_, keys, expected) => {
  const session = await onThree();
  await session.press(keys);
  expect(cursor(session)).toBe(expected);
});

test('a preference is one change, turned round, given a reason, taken back and undone', async () => {
  const session = await onThree();
  session.app.actions.compareWith(2);
  await session.settled();
  const { open, levels } = comparison(session);
  const [left, right] = levels[2]!.parts[0]!.map((node) => passagesAt(open.passages, node)[0]!);
  const said = () => selectPreference(state(session), left!, right!);
  const prefer = async (...of: Parameters<typeof session.app.actions.prefer>) => {
    session.app.actions.prefer(...of);
    await session.settled();
  };
  await prefer(left!, right!, {});
  expect(said()).toEqual({ better: left, worse: right });
  await prefer(right!, left!, { principle: ' shorter ' });
  expect(said()).toEqual({ better: right, worse: left, principle: 'shorter' });
  await prefer(right!, left!, { principle: 'shorter' });
  await session.press('z');
  expect(said()).toEqual({ better: left, worse: right });
  expect(state(session).route.screen).toBe('compare');
  await prefer(left!, right!, undefined);
  expect(said()).toBeUndefined();
  await session.press('z');
  expect(said()).toEqual({ better: left, worse: right });
  const commands = (await session.log()).map(({ command, edits }) => `${command} ${edits.length}`);
  expect(commands.filter((one) => one.startsWith('compare'))).toEqual(Array(3).fill('compare.prefer 1'));
});

test('the preference is in the Stepmark export', async () => {
  const session = await onThree();
  session.app.actions.compareWith(2);
  await session.settled();
  const { open, levels } = comparison(session);
  const [left, right] = levels[2]!.parts[0]!.map((node) => passagesAt(open.passages, node)[0]!);
  session.app.actions.prefer(left!, right!, { principle: 'clearer' });
  await session.settled();
  const [change] = await session.log();
  const request = { file: open.file, target: 'stepmark', policies: {}, rows: 'all' } as const;
  const { file } = await session.data.export(
    { ...request, annotator: change!.scope.annotator, scope: change!.scope },
    () => undefined,
  );
  const lines = (await file.text()).trimEnd().split('\n');
  const changes = lines
    .map((line) => JSON.parse(line) as { change?: unknown })
    .flatMap((one) => one.change ?? []);
  expect(changes).toEqual([change]);
});
