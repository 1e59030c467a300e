import type { ReactNode } from 'react';
import type { Binding } from '../../app/command';
import { useStepmark } from './AppContext';

export function Key({ children, bare = false }: { children: ReactNode; bare?: boolean }) {
  return <kbd className={`key${bare ? ' key--bare' : ''}`}>{children}</kbd>;
}

const CAPS: Record<string, string> = {
  arrowdown: '↓',
  arrowup: '↑',
  arrowleft: '←',
  arrowright: '→',
  enter: '↵',
  escape: 'Esc',
  ' ': 'Space',
  space: 'Space',
  shift: '⇧',
};
const onMac = () => /mac|iphone|ipad/i.test(navigator.userAgent);

/** `shift+j` as it stands on a key cap: `⇧J`; `mod` is ⌘ on macOS, else Ctrl. */
export function capOf(key: string): string {
  const parts = key === '+' ? ['+'] : key.split('+').map((part) => (part === '' ? '+' : part));
  return parts
    .map((part) => {
      if (part === 'mod') return onMac() ? '⌘' : 'Ctrl ';
      if (part === 'numpad') return 'Num ';
      return CAPS[part] ?? (part.length === 1 ? part.toUpperCase() : part[0]?.toUpperCase() + part.slice(1));
    })
    .join('');
}
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
  const keys = shownBindings(useStepmark().commands.find(({ id }) => id === command)?.keys ?? []);
  return (all ? keys : keys.slice(0, 1)).map(({ key }) => <Key key={key}>{capOf(key)}</Key>);
}
