import { expect, test } from 'vitest';
import { attempt, inputOf, startSession, stepTexts, type Session } from './session';

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

test('O in the drawing opens the chain at the cursor and folds it again; where there is none it says so', async () => {
  const session = await startSession();
  const ways = ['left', 'right'].map((way) =>
    attempt('A problem', [...stepTexts(4, 'shared step'), `All go ${way}.`]),
  );
  await session.go(await session.open('chain.jsonl', ways), 0);
  const open = () => [...(session.app.store.getState().tree?.openChains ?? [])];
  await session.press('t arrowright arrowright o', 'drawing');
  expect(open()).toEqual([1]);
  await session.press('arrowright o', 'drawing');
  expect(open()).toEqual([]);
  await session.press('arrowright o', 'drawing');
  expect(open()).toEqual([]);
  expect(session.app.store.getState().announcement).toMatch(/^No chain/);
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

/** An OmegaPRM record: question → a .5 → b .25, c 1; question → d .75. Values fall at a (.3) and b (.25). */
const OMEGA = {
  question: 'How many?',
  final_answer: '4',
  question_id: 'q',
  reasoning_steps: {
    text: 'How many?',
    mc_value: 0.8,
    children: [
      {
        text: 'Step a.',
        mc_value: 0.5,
        children: [
          { text: 'Step b.', mc_value: 0.25, children: [] },
          { text: 'Step c.', mc_value: 1, children: [] },
        ],
      },
      { text: 'Step d.', mc_value: 0.75, children: [] },
    ],
  },
};
async function onOmega(): Promise<Session> {
  const session = await startSession();
  await session.go(await session.open('omega.jsonl', [OMEGA]), 0);
  return session;
}

test.each<[string, string, string | undefined]>([
  ['the values are withheld at first', 't l', 'Step a.'],
  ['the largest fall', 't g arrowright l', 'Step a.'],
  ['the largest fall though it is the cursor', 't g l', 'Step a.'],
  ['then the next smaller one', 't g l l', 'Step b.'],
  ['and the next, and round', 't g l l l l', 'Step a.'],
  ['the next path', 't n', 'Step b.'],
  ['the one after it', 't n n', 'Step c.'],
  ['and back', 't n n n p', 'Step c.'],
  ['the next unjudged', 't 1 1 shift+j', 'Step c.'],
  ['nothing disagrees', 't 2 d', 'Step b.'],
  ['erroneous where the value rises', 't n n 3 arrowleft d', 'Step c.'],
  ['correct at the largest fall', 't 1 arrowleft arrowleft d', 'Step a.'],
])('keys in the tree, %s', async (_, keys, text) => {
  const session = await onOmega();
  await session.press(keys, 'drawing');
  expect(node(session)).toBe(text);
});

test('revealed beside the tree holds for every path of it, is said once, and marks what is judged after it', async () => {
  const session = await onOmega();
  await session.press('t g n n 1 t', 'drawing');
  const reveals = (await session.log()).filter(({ edits }) => edits.some(({ on }) => on === 'reveal'));
  expect(reveals.map(({ command }) => command)).toEqual(['tree.reveal']);
  expect([session.place(), session.shown()]).toEqual(['row 1 step 2', 'u >c^']);
});

test('the largest fall, judged in the tree, is in reader and table, and undone from the reader', async () => {
  const session = await onOmega();
  await session.press('t g l l 3 t', 'drawing');
  expect(session.shown()).toBe('u >e^');
  const { file } = session.app.store.getState().reader!.open;
  const strips = async () => {
    session.app.actions.navigate({ screen: 'traces', file });
    await session.settled();
    return [...session.app.store.getState().traces!.windows.values()]
      .flat()
      .map(({ strip }) => strip.join(''));
  };
  expect(await strips()).toEqual(['ue', 'uu', 'u']);
  await session.go(file, 0);
  await session.press('z');
  expect(session.shown()).toBe('u >u');
});

test('Q goes to the step most rollouts hang on, the shared trunk first', async () => {
  const session = await onFork();
  await session.press('t j j q');
  expect(node(session)).toBe(SHARED[0]);
  await session.press('1 q');
  expect(node(session)).not.toBe(SHARED[0]);
  await session.press('k k k');
  await session.press('q');
  expect(node(session)).toBe(SHARED[1]);
});

test('a tree that is read after its trace is drawn once the file is read to the end', async () => {
  const session = await startSession();
  const { data } = session;
  const { open, readTrace, readTree } = data;
  let end = () => {};
  const ended = new Promise<void>((resolve) => (end = resolve));
  // Until then the data room has met one rollout of the problem.
  Object.assign(data, {
    open: async (...args: Parameters<typeof open>) => {
      const summary = await open(...args);
      await ended;
      return summary;
    },
    readTrace: async (...args: Parameters<typeof readTrace>) => ({
      ...(await readTrace(...args)),
      attempts: 1,
      siblings: [],
      hasTree: false,
    }),
    readTree: () => Promise.resolve(undefined),
  });
  const lines = ['left', 'right'].map((way) => attempt('A problem', [...SHARED, `The ${way} way of it.`]));
  session.app.actions.openFiles([inputOf('fork.jsonl', lines)]);
  const { store } = session.app;
  await until(() => (store.getState().opening?.progress?.summary.rows ?? 0) > 0);
  session.app.actions.navigate({
    screen: 'read',
    file: store.getState().opening!.progress!.summary.key,
    row: 0,
  });
  await until(() => store.getState().reader !== undefined);
  session.app.actions.navigate({
    screen: 'tree',
    file: store.getState().reader!.open.file,
    row: 0,
  });
  await until(() => store.getState().tree !== undefined);
  expect(store.getState().tree?.none).toContain('read to the end');

  Object.assign(data, { readTrace, readTree });
  end();
  await session.settled();
  expect(store.getState().tree?.tree?.tree.parent).toHaveLength(5);
  expect(store.getState().reader?.open).toMatchObject({ attempts: 2, hasTree: true });
});

/** Turns of the event loop until it holds: `settled` would wait for the file that is held back. */
async function until(holds: () => boolean): Promise<void> {
  for (let turn = 0; turn < 200 && !holds(); turn++) await new Promise((resume) => setImmediate(resume));
  expect(holds()).toBe(true);
}

/** PRM800K: three candidates for step 1, two for step 2; the labelled solution went on with the first and the last. */
const candidates = (chosen: number, ...texts: string[]) => ({
  completions: texts.map((text, i) => ({ text, rating: i === chosen ? 1 : -1, flagged: false })),
  human_completion: null,
  chosen_completion: chosen,
});
const PRM800K = {
  labeler: 'ann',
  timestamp: '2022-07-30T23:23:32',
  generation: null,
  is_quality_control_question: false,
  question: { problem: 'Solve x + 1 = 3.', ground_truth_answer: '2' },
  label: {
    steps: [
      candidates(0, 'Subtract 1.', 'Add 1.', 'Double it.'),
      candidates(1, 'So x = 4.', 'So x = 2.'),
      candidates(0, '# Answer\n\n2'),
    ],
    total_time: 61_000,
    finish_reason: 'solution',
  },
};

test.each<[string, string, string | undefined, string]>([
  ['→ goes to the next candidate, in the tree, where it can be read', 'arrowright', 'Add 1.', 'tree'],
  ['and on', 'arrowright arrowright', 'Double it.', 'tree'],
  ['not past the last', 'arrowright arrowright arrowright', 'Double it.', 'tree'],
  ['← back to the step the solution went on with', 'arrowright arrowleft', 'Subtract 1.', 'tree'],
  ['before the chosen one', 'j arrowleft', 'So x = 4.', 'tree'],
  ['T leads back to the steps', 'j arrowleft t', undefined, 'read'],
  ['a step with one candidate has nowhere to go', 'end arrowright', undefined, 'read'],
])('candidates of a PRM800K row, %s', async (_, keys, text, screen) => {
  const session = await startSession();
  await session.go(await session.open('phase1.jsonl', [PRM800K]), 0);
  await session.press(keys);
  const { route } = session.app.store.getState();
  expect([route.screen, route.screen === 'tree' ? node(session) : undefined]).toEqual([screen, text]);
});

test.each([
  ['end arrowright', 'This step has no alternative.'],
  ['arrowleft', 'This is the first of 3 alternatives: → goes to the others.'],
  ['j arrowright', 'This is the last of 2 alternatives: ← goes to the others.'],
])('where there is no further candidate it is said: %s', async (keys, said) => {
  const session = await startSession();
  await session.go(await session.open('phase1.jsonl', [PRM800K]), 0);
  await session.press(keys);
  expect(session.app.store.getState().message).toBe(said);
});

test('a candidate that no solution went on with is judged, and shows where it was left', async () => {
  const session = await startSession();
  await session.go(await session.open('phase1.jsonl', [PRM800K]), 0);
  await session.press('j arrowleft 3');
  const { annotations } = session.app.store.getState().annotation;
  expect([...annotations.passages.values()].map(({ judgement }) => judgement.verdict)).toEqual(['erroneous']);
  await session.press('t');
  expect(session.shown()).toBe('u >u u');
});
