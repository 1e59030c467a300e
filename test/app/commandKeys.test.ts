// Every command is reachable by keyboard: by a key of its own, which no command before it takes, or by its name in
// the commands sheet (test/ui/commands/everyCommand.test.tsx).

import { expect, test } from 'vitest';
import { COMMANDS } from '../../src/app/commands';
import type { KeyLayout } from '../../src/app/keymap';
import { keyedCommands, STANDARD_KEYS } from '../../src/app/keymap';
import { matchCommand } from '../../src/app/keys';
import { INITIAL } from '../../src/app/createApp';
import { keyPress } from './session';

const LAYOUTS: KeyLayout[] = ['standard', 'leftHand', 'numpad'];

test.each(LAYOUTS)('each key of each command asks for that command and no other, layout %s', (layout) => {
  const commands = keyedCommands(COMMANDS, {
    settings: { ...INITIAL.settings, keys: { ...STANDARD_KEYS, layout } },
  });
  const lost: string[] = [];
  for (const { id, keys } of commands) {
    for (const { key, place } of keys) {
      const code = key.startsWith('numpad') ? { code: `Numpad${key.slice(6)}`, key: '' } : {};
      const press = keyPress(key, { place: place === 'everywhere' ? 'steps' : place, ...code });
      const found = matchCommand(press, commands)?.id;
      if (found !== id) lost.push(`${key} at ${place} should be ${id}, is ${found}`);
    }
  }
  expect(lost).toEqual([]);
});

test('ids and titles are unique, so that a name finds its command', () => {
  const ids = COMMANDS.map(({ id }) => id);
  const titles = COMMANDS.map(({ title }) => title);
  expect([new Set(ids).size, new Set(titles).size]).toEqual([COMMANDS.length, COMMANDS.length]);
});
