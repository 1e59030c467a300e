import { expect, test } from 'vitest';
import { COMMANDS } from '../../src/app/commands';
import { matchCommand, showBinding, type KeyPress } from '../../src/app/keys';

const press = (key: string, more: Partial<KeyPress> = {}): KeyPress => ({
  key,
  code: '',
  shift: false,
  ctrl: false,
  alt: false,
  meta: false,
  repeat: false,
  composing: false,
  place: 'steps',
  ...more,
});

test.each<[string, KeyPress, string | undefined]>([
  ['1', press('1', { code: 'Digit1' }), 'judge.correct'],
  ['2 on the numpad', press('2', { code: 'Numpad2' }), 'judge.redundant'],
  ['3 where digits need Shift (AZERTY)', press('3', { code: 'Digit3', shift: true }), 'judge.erroneous'],
  ['3 without Shift on AZERTY', press('"', { code: 'Digit3' }), 'judge.erroneous'],
  ['a Cyrillic о on the J key', press('о', { code: 'KeyJ' }), 'move.next'],
  ['J', press('j', { code: 'KeyJ' }), 'move.next'],
  ['Shift+J', press('J', { code: 'KeyJ', shift: true }), 'move.nextUnjudged'],
  ['J with Caps Lock', press('J', { code: 'KeyJ' }), 'move.next'],
  ['Space', press(' ', { code: 'Space' }), 'move.nextUnjudged'],
  ['numpad +', press('+', { code: 'NumpadAdd' }), 'move.next'],
  ['numpad .', press('.', { code: 'NumpadDecimal' }), 'history.undo'],
  ['numpad Enter', press('Enter', { code: 'NumpadEnter' }), 'trace.finish'],
  ['Z', press('z', { code: 'KeyZ' }), 'history.undo'],
  ['Shift+Z', press('Z', { code: 'KeyZ', shift: true }), 'history.redo'],
  ['Ctrl+Z is the browser’s', press('z', { code: 'KeyZ', ctrl: true }), undefined],
  ['?', press('?', { code: 'Slash', shift: true, place: 'elsewhere' }), 'page.commands'],
  ['⌘E', press('e', { code: 'KeyE', meta: true }), 'file.export'],
  ['E alone rewrites', press('e', { code: 'KeyE' }), 'judge.rewrite'],
  ['1 while typing', press('1', { code: 'Digit1', place: 'typing' }), undefined],
  ['1 while composing', press('1', { code: 'Digit1', composing: true }), undefined],
  ['1 with the focus on a button elsewhere', press('1', { code: 'Digit1', place: 'elsewhere' }), undefined],
  ['1 held down', press('1', { code: 'Digit1', repeat: true }), undefined],
  ['J held down', press('j', { code: 'KeyJ', repeat: true }), 'move.next'],
  ['→ in the list', press('ArrowRight', { code: 'ArrowRight' }), 'move.sibling'],
  ['→ in the drawing', press('ArrowRight', { code: 'ArrowRight', place: 'drawing' }), 'tree.deeper'],
  ['↓ in the table', press('ArrowDown', { code: 'ArrowDown', place: 'rows' }), 'rows.next'],
  ['Alt+1', press('1', { code: 'Digit1', alt: true }), undefined],
  ['Esc while typing', press('Escape', { code: 'Escape', place: 'typing' }), 'page.back'],
])('%s', (_, pressed, command) => {
  expect(matchCommand(pressed, COMMANDS)?.id).toBe(command);
});

test('no key does two things in one place', () => {
  const seen = new Map<string, string>();
  const twice: string[] = [];
  for (const command of COMMANDS) {
    for (const { key, place } of command.keys) {
      for (const where of place === 'everywhere' ? ['steps', 'drawing', 'rows'] : [place]) {
        const other = seen.get(`${where} ${key}`);
        if (other !== undefined) twice.push(`${where} ${key}: ${other}, ${command.id}`);
        seen.set(`${where} ${key}`, command.id);
      }
    }
  }
  expect(twice).toEqual([]);
});

test('a key cap shows what is printed on the key', () => {
  expect(['3', 'shift+j', 'mod+e', 'arrowdown', 'numpadadd'].map((key) => showBinding(key, false))).toEqual([
    '3',
    '⇧J',
    'Ctrl E',
    '↓',
    'Num +',
  ]);
  expect(showBinding('mod+e', true)).toBe('⌘E');
});
