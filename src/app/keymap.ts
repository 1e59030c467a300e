// The command table with the keys a person gave: a layout adds keys, an own key takes the place of the first ones.

import type { Binding, Command } from './command';
import type { AppState } from './state';

export type KeyLayout = 'standard' | 'leftHand' | 'numpad';
export interface KeySettings {
  layout: KeyLayout;
  /** By command: the one key it has instead of its own. */
  own: Readonly<Record<string, string>>;
}
export const STANDARD_KEYS: KeySettings = { layout: 'standard', own: {} };

/** Keys that are added; none of them does something else. */
const LAYOUTS: Record<KeyLayout, Readonly<Record<string, string>>> = {
  standard: {},
  // Under the left hand: 1 to 5, the letters from Q to B, Shift and the space bar.
  leftHand: {
    'move.next': 'w',
    'move.previous': 'shift+w',
    'trace.finish': 'shift+d',
    'trace.next': 'shift+a',
    'trace.previous': 'shift+q',
    'judge.unsure': 'shift+c',
    'judge.clear': 'shift+e',
    'judge.category6': 'shift+r',
    'judge.category7': 'shift+t',
    'judge.category8': 'shift+g',
    'judge.allCategories': 'shift+f',
    'split.join': 'shift+x',
    'step.open': 'shift+b',
    'trace.guideline': 'shift+s',
  },
  // Digits, Enter, + and − and . act in every layout.
  numpad: { 'judge.firstError': 'numpadmultiply', 'judge.unsure': 'numpaddivide' },
};

/** Where an own key of a command acts: where its keys do; without any, in the list. */
export function placesOf({ keys }: Command): Binding['place'][] {
  const places = [...new Set(keys.map(({ place }) => place))];
  return places.length === 0 ? ['steps'] : places;
}

function keyed(command: Command, { layout, own }: KeySettings): Command {
  const ownKey = own[command.id];
  const added = LAYOUTS[layout][command.id];
  if (ownKey === undefined && added === undefined) return command;
  const at = (key: string): Binding[] => placesOf(command).map((place) => ({ key, place }));
  const base = ownKey === undefined ? command.keys : at(ownKey);
  return { ...command, keys: added === undefined ? base : [...base, ...at(added)] };
}

let known: { commands: readonly Command[]; keys: KeySettings; keyed: readonly Command[] } | undefined;

/** The table as the key handler reads it now; hints read the same. */
export function keyedCommands(
  commands: readonly Command[],
  { settings }: Pick<AppState, 'settings'>,
): readonly Command[] {
  const keys = settings.keys ?? STANDARD_KEYS;
  if (known?.commands !== commands || known.keys !== keys) {
    known = { commands, keys, keyed: commands.map((command) => keyed(command, keys)) };
  }
  return known.keyed;
}
