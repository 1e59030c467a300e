// Keys of one's own: hints and handler read the same table, a key that is taken is refused.

import { expect, test } from 'vitest';
import { COMMANDS } from '../../src/app/commands';
import { keyedCommands, type KeyLayout } from '../../src/app/keymap';
import { spellKey } from '../../src/app/keys';
import { keyPress, onTrace, type Session } from './session';

const message = (session: Session) => session.app.store.getState().message;
const keysOf = (session: Session, id: string) => [
  ...new Set(session.app.commands.find((one) => one.id === id)?.keys.map(({ key }) => key)),
];

test('an own key acts instead of the first ones, after a reload too', async () => {
  const session = await onTrace(3);
  session.app.actions.bindKey('judge.erroneous', 'w');
  await session.press('3 w');
  expect([session.shown(), keysOf(session, 'judge.erroneous')]).toEqual(['e >u u', ['w']]);
  const again = await session.reload();
  await again.go(again.app.store.getState().files![0]!.key, 0);
  expect(keysOf(again, 'judge.erroneous')).toEqual(['w']);
  await again.press('home w');
  await again.press('j w');
  expect(again.shown()).toBe('e u >e');
});

test('its own key comes back', async () => {
  const session = await onTrace(2);
  session.app.actions.bindKey('judge.erroneous', 'w');
  session.app.actions.bindKey('judge.erroneous', undefined);
  await session.press('w 3');
  expect(session.shown()).toBe('e >u');
});

test.each<[string, string, string, string]>([
  [
    'a key of the list',
    'judge.erroneous',
    'u',
    'It is taken by “Flag the step as unsure”: change that one first.',
  ],
  [
    'a key that acts everywhere',
    'judge.erroneous',
    'mod+e',
    'It is taken by “Export”: change that one first.',
  ],
  [
    'the way back',
    'judge.erroneous',
    'escape',
    'This key is kept for the way back, the sheet or the browser: choose another.',
  ],
])('refused: %s', async (_, id, key, why) => {
  const session = await onTrace(2);
  session.app.actions.bindKey(id, key);
  expect([message(session), keysOf(session, id)]).toEqual([why, ['3']]);
});

test('a key that became free can be taken', async () => {
  const session = await onTrace(2);
  session.app.actions.bindKey('judge.unsure', 'w');
  session.app.actions.bindKey('judge.erroneous', 'u');
  await session.press('u');
  expect(session.shown()).toBe('e >u');
});

test.each<KeyLayout>(['standard', 'leftHand', 'numpad'])(
  'in the layout %s no key does two things',
  (layout) => {
    const table = keyedCommands(COMMANDS, {
      settings: { theme: 'system', annotator: 'me', protocol: 'own-merit', keys: { layout, own: {} } },
    });
    const all = table.flatMap(({ id, keys }) =>
      keys.flatMap(({ key, place }) =>
        (place === 'everywhere' ? ['steps', 'drawing', 'rows'] : [place]).map(
          (at) => [`${at} ${key}`, id] as const,
        ),
      ),
    );
    const twice = all.filter(([key, id]) => all.some(([other, by]) => other === key && by !== id));
    expect(twice).toEqual([]);
  },
);

test('with the left hand alone: judged, gone back, flagged, finished', async () => {
  const session = await onTrace(3);
  session.app.actions.chooseKeyLayout('leftHand');
  await session.press('1 w shift+w shift+c 3 1 shift+d');
  expect(session.shown()).toBe('c e? >c');
});

test('by numpad alone: judged, moved, undone, first error, finished', async () => {
  const session = await onTrace(4);
  session.app.actions.chooseKeyLayout('numpad');
  await session.press('1 numpadadd numpadsubtract 3 4 numpaddecimal numpadadd numpadmultiply numpadenter');
  expect(session.shown()).toBe('c e e >u');
});

test('every command can be reached by a key or by its words in the sheet', () => {
  expect(COMMANDS.filter(({ title }) => title.trim() === '')).toEqual([]);
  expect(new Set(COMMANDS.map(({ title }) => title)).size).toBe(COMMANDS.length);
  expect(new Set(COMMANDS.map(({ id }) => id)).size).toBe(COMMANDS.length);
});

test.each<[string, string | undefined]>([
  ['shift+j', 'shift+j'],
  ['3', '3'],
  ['mod+e', 'mod+e'],
  ['arrowdown', 'arrowdown'],
])('a press is spelled as the table spells it: %s', (key, spelled) => {
  expect(spellKey(keyPress(key))).toBe(spelled);
});
