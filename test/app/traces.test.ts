import { expect, test } from 'vitest';
import { attempt, startSession, stepTexts, type Session } from './session';

const LINES = Array.from({ length: 10_000 }, (_, i) =>
  attempt(`Problem ${i % 5000}`, stepTexts(2, `step ${i}`)),
);

async function inTable(lines: readonly object[]): Promise<Session> {
  const session = await startSession();
  const file = await session.open('table.jsonl', lines);
  session.app.actions.navigate({ screen: 'traces', file });
  await session.settled();
  return session;
}

test('of 10,000 rows the page never holds more than three windows, wherever it scrolls', async () => {
  const session = await inTable(LINES);
  const { store, actions } = session.app;
  let most = 0;
  store.subscribe(({ traces }) => (most = Math.max(most, traces?.windows.size ?? 0)));
  const rowAt = (position: number) => {
    const from = Math.floor(position / 100) * 100;
    return store.getState().traces?.windows.get(from)?.[position - from]?.row;
  };
  for (const from of [0, 150, 9_960, 5_050, 5_120, 5_200, 90, 0, 7_777]) {
    const to = Math.min(10_000, from + 40);
    actions.showRows(from, to);
    await session.settled();
    expect([rowAt(from), rowAt(to - 1)]).toEqual([from, to - 1]);
  }
  // Scrolled faster than answers come.
  for (let from = 0; from < 3_000; from += 70) actions.showRows(from, from + 40);
  actions.sortBy('length');
  actions.showRows(4_000, 4_040);
  await session.settled();
  expect(rowAt(4_000)).toBeDefined();
  expect(most).toBe(3);
}, 60_000);

test.each<[string, string, number]>([
  ['down and up', 'arrowdown j k', 1],
  ['a page', 'pagedown pageup pagedown', 20],
  ['the ends', 'end', 249],
  ['not past them', 'home arrowup', 0],
])('the cursor of the table, %s: %s', async (_, keys, cursor) => {
  const session = await inTable(LINES.slice(0, 250));
  await session.press(keys, 'rows');
  expect(session.app.store.getState().traces?.cursor).toBe(cursor);
});

test('another order or filter begins at the top', async () => {
  const session = await inTable(LINES.slice(0, 250));
  await session.press('pagedown', 'rows');
  session.app.actions.filterBy({ text: 'problem 24' });
  await session.settled();
  expect(session.app.store.getState().traces).toMatchObject({ cursor: 0, total: 11 });
});

test('rows out of sight are up to date when they come into sight after judging', async () => {
  const lines = Array.from({ length: 250 }, (_, i) => attempt('One problem', ['Begin here.', `Go on ${i}.`]));
  const session = await inTable(lines);
  const { store, actions } = session.app;
  actions.showRows(150, 190);
  await session.settled();
  actions.moveCursor(160);
  await session.press('enter', 'rows');
  await session.press('3');
  actions.showTraces();
  await session.settled();
  actions.showRows(0, 40);
  await session.settled();
  expect(store.getState().traces?.windows.get(0)?.[0]?.strip.join('')).toBe('eu');
});

test('once the cursor rests, the panel beside the table has the text of that row', async () => {
  const session = await inTable(LINES.slice(0, 20));
  const { store, actions } = session.app;
  for (const position of [3, 4, 5]) actions.moveCursor(position);
  session.platform.advance(500);
  await session.settled();
  expect(store.getState().traces?.preview).toEqual({
    row: 5,
    prompt: 'Problem 5',
    steps: stepTexts(2, 'step 5'),
  });
});
