import type { Binding, Command, KeyPlace } from './command';

/** What is asked of a keyboard event; `place` is where the focus lies (ui/keyPlace.ts). */
export interface KeyPress {
  key: string;
  code: string;
  shift: boolean;
  ctrl: boolean;
  alt: boolean;
  meta: boolean;
  repeat: boolean;
  composing: boolean;
  place: KeyPlace | 'elsewhere';
}

const NAMED: Record<string, string> = { ' ': 'space', esc: 'escape' };

/** The spellings a binding may use for this press, without modifiers. Digits and the numpad go by `code`,
 *  since digits need Shift on AZERTY; letters by `key`, or by `code` where the layout is not Latin. */
function namesOf({ key, code }: KeyPress): string[] {
  // On some layouts it is typed on a digit: Shift+7.
  if (key === '/' && code.startsWith('Digit')) return [key];
  const digit = /^(?:Digit|Numpad)(\d)$/.exec(code)?.[1];
  if (digit !== undefined) return [digit];
  if (code.startsWith('Numpad')) return [`numpad${code.slice(6).toLowerCase()}`, code.slice(6).toLowerCase()];
  const lower = key.toLowerCase();
  const isLatin = /^[\u0020-\u024f]$/.test(lower) || lower.length > 1;
  const letter = /^Key([A-Z])$/.exec(code)?.[1];
  return [NAMED[lower] ?? (isLatin || letter === undefined ? lower : letter.toLowerCase())];
}

function matches(binding: Binding, press: KeyPress, names: readonly string[]): boolean {
  const parts = binding.key.split('+').filter((part) => part !== '');
  const name = parts.at(-1)!;
  const wants = (modifier: string) => parts.length > 1 && parts.slice(0, -1).includes(modifier);
  if (!names.includes(name)) return false;
  if (press.alt || (press.ctrl || press.meta) !== wants('mod')) return false;
  // A digit may need Shift to be typed, and so may `?`: Shift counts only where letters and names are bound.
  const shiftMatters = !/^[\d?/]$/.test(name);
  return !shiftMatters || press.shift === wants('shift');
}

function actsAt(binding: Binding, press: KeyPress): boolean {
  if (press.place === 'typing') return binding.place === 'typing';
  return binding.place === press.place || binding.place === 'everywhere';
}

/** The command a key press asks for, available or not. */
export function matchCommand(press: KeyPress, commands: readonly Command[]): Command | undefined {
  if (press.composing || press.key === 'Process' || press.key === 'Dead') return undefined;
  const names = namesOf(press);
  return commands.find(
    (command) =>
      (!press.repeat || command.repeats === true) &&
      command.keys.some((binding) => actsAt(binding, press) && matches(binding, press, names)),
  );
}

/** A press as the table spells it; undefined: only a modifier so far. */
export function spellKey(press: KeyPress): string | undefined {
  const [name] = namesOf(press);
  if (name === undefined || /^(?:shift|control|alt|meta|altgraph|capslock|dead|process)$/.test(name))
    return undefined;
  const shift = press.shift && !/^[\d?/]$/.test(name) ? 'shift+' : '';
  return `${press.ctrl || press.meta ? 'mod+' : ''}${shift}${name}`;
}

const SHOWN: Record<string, string> = {
  arrowdown: '↓',
  arrowup: '↑',
  arrowleft: '←',
  arrowright: '→',
  enter: '↵',
  escape: 'Esc',
  space: 'Space',
  shift: '⇧',
  pagedown: 'PgDn',
  pageup: 'PgUp',
  home: 'Home',
  end: 'End',
  numpadadd: 'Num +',
  numpadsubtract: 'Num −',
  numpaddecimal: 'Num .',
  numpadenter: 'Num ↵',
  numpadmultiply: 'Num ×',
  numpaddivide: 'Num ÷',
};

/** A binding as a key cap shows it: `⇧J`, `Ctrl E`, on macOS `⌘E`. */
export function showBinding(key: string, isMac: boolean): string {
  return key
    .split('+')
    .map((part) => (part === 'mod' ? (isMac ? '⌘' : 'Ctrl ') : (SHOWN[part] ?? part.toUpperCase())))
    .join('');
}
