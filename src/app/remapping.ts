// Keys of one's own. A key that is taken is refused, and by what is said.

import type { Command } from './command';
import type { AppActions } from './actions';
import { keyedCommands, placesOf, STANDARD_KEYS, type KeySettings } from './keymap';
import type { Parts } from './parts';

export type RemappingActions = Pick<AppActions, 'bindKey' | 'chooseKeyLayout'>;

/** The way back, the sheet, and what belongs to browser and page. */
const RESERVED = new Set([
  'escape',
  'tab',
  'shift+tab',
  'mod+k',
  '?',
  'mod+w',
  'mod+t',
  'mod+n',
  'mod+r',
  'mod+c',
  'mod+v',
  'mod+x',
  'mod+a',
  'mod+z',
  'enter',
]);

/** Why a command cannot have the key; undefined: it can. */
export function keyObstacle(
  commands: readonly Command[],
  keys: KeySettings,
  id: string,
  key: string,
): string | undefined {
  const command = commands.find((one) => one.id === id);
  if (command === undefined) return 'There is no such command.';
  if (RESERVED.has(key))
    return `This key is kept for the way back, the sheet or the browser: choose another.`;
  const { [id]: _own, ...others } = keys.own;
  const table = keyedCommands(commands, { settings: { keys: { ...keys, own: others } } as never });
  const places = placesOf(command);
  const taken = table.find(
    (one) =>
      one.id !== id &&
      one.keys.some(
        (binding) =>
          binding.key === key &&
          (binding.place === 'everywhere' || places.includes('everywhere') || places.includes(binding.place)),
      ),
  );
  return taken && `It is taken by “${taken.title}”: change that one first.`;
}

export function createRemapping({ store, actions }: Parts, commands: readonly Command[]): RemappingActions {
  const keysNow = () => store.getState().settings.keys ?? STANDARD_KEYS;
  const say = (message: string) => store.setState({ message, announcement: message });
  return {
    bindKey(id, key) {
      const keys = keysNow();
      const { [id]: _own, ...others } = keys.own;
      const obstacle = key === undefined ? undefined : keyObstacle(commands, keys, id, key);
      if (obstacle !== undefined) return say(obstacle);
      actions.changeSettings({
        keys: { ...keys, own: key === undefined ? others : { ...others, [id]: key } },
      });
    },
    chooseKeyLayout(layout) {
      const keys = keysNow();
      // What one's own keys would collide with in the new layout goes back to its own key.
      const own = Object.fromEntries(
        Object.entries(keys.own).filter(
          ([id, key]) => keyObstacle(commands, { ...keys, layout }, id, key) === undefined,
        ),
      );
      const lost = Object.keys(keys.own).length - Object.keys(own).length;
      actions.changeSettings({ keys: { layout, own } });
      if (lost > 0) say(`${lost} of your own keys are taken in this layout and went back.`);
    },
  };
}
