import { expect, test } from 'vitest';
import { judgeUnder, onTrace } from './session';

// Four steps, nothing judged, the first one active: `>u u u u`. The keys, then what is shown.
test.each<[string, string, string]>([
  ['a verdict and on to the next step', '1', 'c >u u u'],
  ['three verdicts', '1 2 3', 'c r e >u'],
  ['the last step stays active', '1 1 1 2', 'c c c >r'],
  ['a verdict again is the verdict', '1 k 1', 'c >u u u'],
  ['another verdict replaces it', '1 k 3', 'e >u u u'],
  ['clearing stays', '1 k 0', '>u u u u'],
  ['clearing what is not judged', '0', '>u u u u'],
  ['moving', 'j j k', 'u >u u u'],
  ['moving by arrows', 'arrowdown arrowdown arrowup', 'u >u u u'],
  ['not past either end', 'k k', '>u u u u'],
  ['the ends', 'end', 'u u u >u'],
  ['and back', 'end home', '>u u u u'],
  ['next unjudged', '1 1 home shift+j', 'c c >u u'],
  ['next unjudged by space', '1 home space', 'c >u u u'],
  ['previous unjudged', 'j 1 1 shift+k', '>u c c u'],
  ['no further unjudged step: stays', '1 1 1 1 space', 'c c c >c'],

  ['a category of the step judged last', '3 4', 'e[calculation] >u u u'],
  ['two of them', '3 4 5', 'e[calculation,logic] >u u u'],
  ['a category again takes it away', '3 4 4', 'e >u u u'],
  ['all five of an error', '3 4 5 6 7 8', 'e[calculation,logic,misread,fact,contradiction] >u u u'],
  [
    'the same keys under redundant',
    '2 4 5 6 7 8',
    'r[repeats,irrelevant,circular,stalling,over-verification] >u u u',
  ],
  ['of the last one, wherever the cursor is', '3 j j 5', 'e[logic] u u >u'],
  ['a new 2 replaces it', '3 2 5', 'e r[irrelevant] >u u'],
  ['a correct step does not', '3 1 5', 'e[logic] c >u u'],
  ['Esc ends it', '3 escape 5', 'e >u u u'],
  ['none before the first', '1 4', 'c >u u u'],
  ['clearing it ends it', '3 k 0 4', '>u u u u'],
  ['judging it correct ends it', '3 k 1 4', 'c >u u u'],
  ['another verdict drops its categories', '3 4 k 2', 'r >u u u'],
  ['the same verdict keeps them', '3 4 k 3', 'e[calculation] >u u u'],

  ['unsure', 'u', '>u? u u u'],
  ['unsure of a verdict', '1 k u', '>c? u u u'],
  ['unsure again takes it away', 'u u', '>u u u u'],
  ['bad split', 'b', '>u! u u u'],
  ['bad split again takes it away', 'b b', '>u u u u'],
  ['flags outlive a verdict and its clearing', 'u b 3 k 0', '>u?! u u u'],

  ['first error here', 'j j f', 'c~ c~ e >u'],
  ['first error on the first step', 'f', 'e >u u u'],
  ['first error changes no other verdict', '2 3 j f', 'r e c~ >e'],
  ['first error on its own step', '1 1 k f', 'c e >u u'],
  ['its categories', 'j f 6', 'c~ e[misread] >u u'],
  ['the rest is correct', '1 3 a', 'c e >c~ c~'],
  ['the rest of all', 'a', '>c~ c~ c~ c~'],
  ['a bulk verdict confirmed by key', 'a 1', 'c >c~ c~ c~'],
])('%s: %s', async (_, keys, shown) => {
  const session = await onTrace(4);
  await session.press(keys);
  expect(session.shown()).toBe(shown);
});

test.each<[string, string, string]>([
  ['correct goes on', '1', 'c >u u u'],
  ['redundant goes on', '2', 'r >u u u'],
  ['the first error stays', '1 3', 'c >e u u'],
  ['its category', '1 3 4', 'c >e[calculation] u u'],
  ['F stays too', 'j f', 'c~ >e u u'],
  ['the rest is correct only before the error', 'j j 3 a', 'c~ c~ >e u'],
  ['without an error all of it', '1 a', 'c >c~ c~ c~'],
  ['an error in the first step leaves no rest', '3 a', '>e u u u'],
])('stop at the first error, %s: %s', async (_, keys, shown) => {
  const session = await onTrace(4);
  await judgeUnder(session, 'first-error');
  await session.press(keys);
  expect(session.shown()).toBe(shown);
});

test('9 opens the whole list while there is a step it is about, Esc closes the list before it ends the step', async () => {
  const session = await onTrace(2);
  const states: string[] = [];
  for (const key of ['9', '3', '9', '9', '9', 'escape', 'escape', '9']) {
    await session.press(key);
    const { reader } = session.app.store.getState();
    states.push(
      `${key} ${reader?.allCategories ? 'list' : '-'} ${reader?.last === undefined ? '-' : 'last'}`,
    );
  }
  expect(states).toEqual([
    '9 - -',
    '3 - last',
    '9 list last',
    '9 - last',
    '9 list last',
    'escape - last',
    'escape - -',
    '9 - -',
  ]);
});

test('a category from the list, without a key of its own', async () => {
  const session = await onTrace(2);
  await session.press('3');
  session.app.actions.toggleCategory('propagated');
  await session.settled();
  expect(session.shown()).toBe('e[propagated] >u');
});

test.each<[string, string | undefined, string, number]>([
  ['a comment is one change', 'why 7?', '>u"why 7?" u', 1],
  ['an empty one none', '', '>u u', 0],
  ['a blank one none', '  \n', '>u u', 0],
  ['given up without a word', undefined, '>u u', 0],
])('C: %s', async (_, text, shown, changes) => {
  const session = await onTrace(2);
  const { store, actions } = session.app;
  await session.press('c');
  expect(store.getState().reader).toMatchObject({ mode: 'type', typing: 'comment' });
  actions.finishTyping(text);
  await session.settled();
  expect(store.getState().reader).toMatchObject({ mode: 'read', typing: undefined });
  expect(session.shown()).toBe(shown);
  expect(await session.log()).toHaveLength(changes);
});

test('a comment left as it was is no change, an emptied one is taken away', async () => {
  const session = await onTrace(2);
  const { actions } = session.app;
  for (const text of ['why 7?', 'why 7?', '']) {
    await session.press('c');
    actions.finishTyping(text);
    await session.settled();
  }
  expect(session.shown()).toBe('>u u');
  expect(await session.log()).toHaveLength(2);
});

test('Esc while typing goes back to the keys and judges nothing', async () => {
  const session = await onTrace(2);
  await session.press('c');
  await session.press('1 3 a escape', 'typing');
  expect(session.app.store.getState().reader?.mode).toBe('read');
  expect([session.shown(), await session.log()]).toEqual(['>u u', []]);
});

test('each key that says something is one change in the log with one scope, in order', async () => {
  const session = await onTrace(5);
  await session.press('1 2 4 3 u a 0 b');
  expect((await session.log()).map(({ n, command, edits }) => `${n} ${command} ${edits.length}`)).toEqual([
    '1 judge.correct 1',
    '2 judge.redundant 1',
    '3 judge.category 1',
    '4 judge.erroneous 1',
    '5 judge.unsure 1',
    '6 judge.restCorrect 2',
    '7 judge.clear 1',
    '8 judge.badSplit 1',
  ]);
});

test('keys that say nothing new leave no change: moving, the same verdict, clearing nothing, A with nothing left', async () => {
  const session = await onTrace(2);
  await session.press('1 1');
  await session.press('k 1 k j a 0 0 9 escape v o space');
  expect((await session.log()).map(({ command }) => command)).toEqual([
    'judge.correct',
    'judge.correct',
    'judge.clear',
  ]);
});

test('twenty steps with two categories take 22 presses', async () => {
  const session = await onTrace(20);
  const keys = Array.from('11131111111112111111').flatMap((key) => (key === '1' ? [key] : [key, '4']));
  await session.press(keys.join(' '));
  expect(keys).toHaveLength(22);
  expect(session.shown()).toBe('c c c e[calculation] c c c c c c c c c r[repeats] c c c c c >c');
});

test('what was judged is said when it is on disk', async () => {
  const session = await onTrace(3);
  await session.press('1 3');
  expect(session.app.store.getState().announcement).toBe('Step 2 erroneous, saved. Step 3 of 3.');
});

test('a key that cannot act says why', async () => {
  const session = await onTrace(1);
  await session.press('4');
  expect(session.app.store.getState().announcement).toBe('Mark a step redundant or erroneous first.');
});
