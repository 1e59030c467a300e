import { expect, test } from 'vitest';
import { attempt, hold, judgeUnder, startSession, stepTexts, type Session } from './session';

/** Three traces of three steps, each of its own problem; the first is open. */
async function onThree(): Promise<Session> {
  const session = await startSession();
  const lines = ['A?', 'B?', 'C?'].map((problem) => attempt(problem, stepTexts(3, `step of ${problem}`)));
  await session.go(await session.open('three.jsonl', lines), 0);
  return session;
}
const finishes = async (session: Session) =>
  (await session.log()).flatMap(({ edits }) =>
    edits.flatMap((edit) => (edit.on === 'text' ? [edit.after?.finish] : [])),
  );

test.each<[string, string, string, string[]]>([
  ['all judged: done, next trace', '1 1 1 enter', 'row 1 step 1', ['done']],
  ['some unjudged: goes to the first of them', '1 j 1 enter', 'row 0 step 2', []],
  ['once more: partial, next trace', '1 j 1 enter enter', 'row 1 step 1', ['partial']],
  ['a verdict in between disarms', '1 j 1 enter 1 k enter', 'row 1 step 1', ['done']],
  ['and asks anew where steps are left', '1 enter 1 enter', 'row 0 step 3', []],
  ['the numpad finishes too', '1 1 1 numpadenter', 'row 1 step 1', ['done']],
  ['finished twice is one change', '1 1 1 enter p enter', 'row 1 step 1', ['done']],
  ['next and previous', 'n n p', 'row 1 step 1', []],
  ['not past the first', 'p', 'row 0 step 1', []],
  ['not past the last', 'n n n', 'row 2 step 1', []],
])('%s: %s', async (_, keys, place, finished) => {
  const session = await onThree();
  await session.press(keys);
  expect([session.place(), await finishes(session)]).toEqual([place, finished]);
});

test.each<[string, string, string, string[]]>([
  ['Enter after the first error finishes as done', '1 3 enter', 'row 1 step 1', ['done']],
  ['F and Enter', 'j j f enter', 'row 1 step 1', ['done']],
  ['a gap before the error is gone to first', 'j 3 enter', 'row 0 step 1', []],
  ['without an error all steps are needed', '1 1 enter', 'row 0 step 3', []],
])('stop at the first error, %s: %s', async (_, keys, place, finished) => {
  const session = await onThree();
  await judgeUnder(session, 'first-error');
  await session.press(keys);
  expect([session.place(), await finishes(session)]).toEqual([place, finished]);
});

test('the first Enter says how many steps are unjudged and what the next one does', async () => {
  const session = await onThree();
  await session.press('1 enter');
  expect(session.app.store.getState().announcement).toBe(
    '2 steps are unjudged. Enter again finishes the trace as partial.',
  );
});

test('a finish is one record of its own', async () => {
  const session = await onThree();
  await session.press('a enter');
  expect((await session.log()).map(({ command }) => command)).toEqual(['judge.restCorrect', 'trace.done']);
});

test('the last trace of the table says so and stays', async () => {
  const session = await onThree();
  await session.press('n n a enter');
  expect(session.app.store.getState().message).toBe('This was the last trace of the table.');
  expect(session.shown()).toBe('>c~ c~ c~');
});

test.each<['bad_problem' | 'give_up', string | undefined, unknown]>([
  ['bad_problem', 'two readings', { finish: 'bad_problem', comment: 'two readings' }],
  ['give_up', 'over my head', { finish: 'give_up', comment: 'over my head' }],
  ['give_up', '', { finish: 'give_up' }],
])('%s, because of “%s”, ends the trace and goes on', async (how, reason, said) => {
  const session = await onThree();
  session.app.run(how === 'bad_problem' ? 'trace.badProblem' : 'trace.giveUp');
  expect(session.app.store.getState().reader).toMatchObject({ mode: 'type', typing: how });
  session.app.actions.finishTyping(reason);
  await session.settled();
  const [change] = await session.log();
  expect([session.place(), change?.edits[0]]).toMatchObject(['row 1 step 1', { on: 'text', after: said }]);
});

test('a reason that is not kept leaves the trace as it was', async () => {
  const session = await onThree();
  session.app.run('trace.giveUp');
  session.app.actions.finishTyping(undefined);
  await session.settled();
  expect([session.place(), await session.log()]).toEqual(['row 0 step 1', []]);
});

test('N pressed faster than the neighbours are known goes on all the same', async () => {
  const session = await onThree();
  const release = hold(session.data, 'neighbours');
  session.tap('n');
  session.tap('n');
  await session.settled();
  expect([session.place(), session.app.store.getState().message]).toEqual(['row 1 step 1', undefined]);
  await release();
  await session.settled();
  expect(session.place()).toBe('row 2 step 1');
});

test('keys typed ahead while the next trace is on its way are for the next trace', async () => {
  const session = await onThree();
  const release = hold(session.data, 'readTrace');
  for (const key of ['1', '1', '3', 'enter', '1', '3', '4', 'n', '2']) session.tap(key);
  await session.settled();
  expect(session.shown()).toBe('c c >e');
  await release();
  await session.settled();
  expect(session.shown()).toBe('r >u u');
  await session.press('p');
  expect(session.shown()).toBe('c e[calculation] >u');
  await session.press('p');
  expect(session.shown()).toBe('>c c e');
});

test('a trace opened again starts at its first unjudged step', async () => {
  const session = await onThree();
  await session.press('1 1 n p');
  expect(session.shown()).toBe('c c >u');
});

test('a reveal is logged once, marks what is judged after it, and stands when the trace is opened again', async () => {
  const session = await onThree();
  await session.press('1 g g 1 n p 1');
  expect((await session.log()).map(({ command }) => command)).toEqual([
    'judge.correct',
    'trace.reveal',
    'judge.correct',
    'judge.correct',
  ]);
  expect(session.shown()).toBe('c c^ >c^');
});

test('a reveal of one trace reveals no other', async () => {
  const session = await onThree();
  await session.press('g n 1');
  expect(session.shown()).toBe('c >u u');
});

const LENGTHS = [5, 2, 4, 3];
/** Four traces of 5, 2, 4 and 3 steps, of two generators in turn, in the table. */
async function inTable(): Promise<Session> {
  const session = await startSession();
  const lines = LENGTHS.map((steps, i) =>
    attempt(`Problem ${i}?`, stepTexts(steps), { generator: i % 2 === 0 ? 'alpha' : 'beta' }),
  );
  const file = await session.open('lengths.jsonl', lines);
  session.app.actions.navigate({ screen: 'traces', file });
  await session.settled();
  return session;
}
async function walk(session: Session): Promise<number[]> {
  const rows: number[] = [];
  for (let row = -1; ; await session.press('n')) {
    const now = session.app.store.getState().reader?.open.row;
    if (now === undefined || now === row) return rows;
    rows.push((row = now));
  }
}

test('N follows the order of the table', async () => {
  const session = await inTable();
  session.app.actions.sortBy('steps');
  await session.settled();
  await session.press('enter', 'rows');
  expect(await walk(session)).toEqual([1, 3, 2, 0]);
});

test('N follows the filter of the table', async () => {
  const session = await inTable();
  session.app.actions.filterBy({ generators: ['beta'] });
  await session.settled();
  await session.press('enter', 'rows');
  expect(await walk(session)).toEqual([1, 3]);
});

test('a trace that is open already follows the order the table has by now', async () => {
  const session = await inTable();
  await session.press('enter', 'rows');
  expect(session.place()).toBe('row 0 step 1');
  session.app.actions.showTraces();
  await session.settled();
  session.app.actions.sortBy('steps');
  session.app.actions.sortBy('steps');
  await session.settled();
  await session.press('enter', 'rows');
  expect(await walk(session)).toEqual([0, 2, 3, 1]);
});
