import { expect, test } from 'vitest';
import type { Zone } from '../../../src/core/model';
import { findZones } from '../../../src/core/segment';

const shown = (raw: string, zones: Zone[] = []) =>
  findZones({ raw, zones }).map(
    ({ kind, start, end, truncated }) => `${kind}${truncated ? '…' : ''}:${raw.slice(start, end).trim()}`,
  );

test.each([
  ['', []],
  ['a', ['response:a']],
  ['<think>a</think>b', ['marker:<think>', 'thinking:a', 'marker:</think>', 'response:b']],
  ['a</think>b', ['thinking:a', 'marker:</think>', 'response:b']],
  [
    'a\n\n\\boxed{1}\n\nb</think>c',
    ['thinking:a', 'answer:\\boxed{1}', 'thinking:b', 'marker:</think>', 'response:c'],
  ],
  ['<think>a', ['marker:<think>', 'thinking…:a']],
  ['<think>a<search>b', ['marker:<think>', 'thinking…:a', 'marker:<search>', 'call…:b']],
  ['<think>\n\n</think>b', ['marker:<think>', 'marker:</think>', 'response:b']],
  ['a\n\nso \\boxed{1}\nend\n\nb', ['response:a', 'answer:so \\boxed{1}\nend', 'response:b']],
  ['a\n#### 18', ['response:a', 'answer:#### 18']],
  [
    '<information>x</information></think>a',
    ['marker:<information>', 'result:x', 'marker:</information>', 'marker:</think>', 'response:a'],
  ],
] as const)('%j', (raw, expected) => expect(shown(raw)).toEqual(expected));

test("the format's own zones stay, and only its responses are looked into", () => {
  const raw = '<think>a\n\nb</think>c\n\nf(x)';
  const zones: Zone[] = [
    { kind: 'thinking', start: 0, end: 8, turn: 1 },
    { kind: 'response', start: 10, end: 20, turn: 1 },
    { kind: 'call', start: 22, end: 26, turn: 1, callId: '7' },
  ];
  expect(findZones({ raw, zones })).toEqual([
    zones[0],
    { kind: 'thinking', start: 10, end: 11, turn: 1 },
    { kind: 'marker', start: 11, end: 19, turn: 1 },
    { kind: 'response', start: 19, end: 20, turn: 1 },
    zones[2],
  ]);
});
