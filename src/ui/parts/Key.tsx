import type { ReactNode } from 'react';
import type { Binding } from '../../app/command';
import { showBinding } from '../../app/keys';
import { useApp, useStepmark } from './AppContext';

export function Key({ children, bare = false }: { children: ReactNode; bare?: boolean }) {
  return <kbd className={`key${bare ? ' key--bare' : ''}`}>{children}</kbd>;
}

export const onMac = /mac|iphone|ipad/i.test(navigator.userAgent);

/** Keypad twins of a key say nothing new. */
export function shownBindings(keys: readonly Binding[]): Binding[] {
  const seen = new Set<string>();
  return keys.filter(({ key }) => {
    if (key.startsWith('numpad') || seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

/** The first key of a command, from the table that the key handler reads; nothing when it has none. */
export function KeyHint({ command, all = false }: { command: string; all?: boolean }) {
  // Own keys show at once.
  useApp(({ settings }) => settings.keys);
  const keys = shownBindings(useStepmark().commands.find(({ id }) => id === command)?.keys ?? []);
  return (all ? keys : keys.slice(0, 1)).map(({ key }) => <Key key={key}>{showBinding(key, onMac)}</Key>);
}
