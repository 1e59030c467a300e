// What a person says of a file's format is remembered for files with the same fields; files of two shapes are read
// whole.

import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import type { Mapping } from '../../src/core/model';
import { inMemoryData } from '../../src/data/inMemory';
import { openTab, newBrowser, openContent, inputOf, SCOPE } from './tab';

const tried = (name: string, parts: readonly string[], marks: readonly number[]) => ({
  riddle: `Riddle ${name}`,
  parts,
  marks,
});
const RIDDLES = [tried('a', ['One.', 'Two.'], [1, -1]), tried('b', ['Three.', 'Four.'], [1, 7])];
const MAPPING: Mapping = {
  stepmarkMapping: 1,
  name: 'riddles',
  rows: '$[*]',
  problem: { text: 'riddle' },
  trace: { steps: 'parts' },
  labels: { kind: 'perStep', path: 'marks', table: { '1': 'correct', '-1': 'erroneous' }, origin: 'human' },
};

test('a mapping reads the file, is remembered for these fields, and picks itself for the next file', async () => {
  const browser = newBrowser();
  const tab = openTab(browser);
  const first = await openContent(tab, 'one.jsonl', RIDDLES, { mapping: MAPPING });
  expect(first).toMatchObject({ formatTitle: 'riddles', chosenBy: 'person', rows: 2, humanLabels: 3 });
  expect(first.warnings).toEqual([
    {
      kind: 'unknown-value:marks',
      reason: '`marks` holds 7, which has no meaning in this format; such steps are unjudged.',
      count: 1,
    },
  ]);
  await tab.data.saveMapping(MAPPING);
  tab.close();
  const later = openTab(browser);
  expect(await later.data.mappings()).toEqual([MAPPING]);
  const next = await openContent(later, 'other.jsonl', [tried('c', ['Five.'], [1])]);
  expect(next).toMatchObject({ formatTitle: 'riddles', chosenBy: 'memory', mapping: MAPPING, rows: 1 });
  const { problem, trace } = await later.data.readTrace(first.key, 1, SCOPE);
  expect([problem.prompt, trace.given?.length]).toEqual(['Riddle b', 2]);
  await later.data.forgetChoice(next.keySet!);
  const guessed = await openContent(later, 'third.jsonl', [tried('d', ['Six.'], [1])]).catch((e: Error) => e);
  expect(guessed).not.toMatchObject({ chosenBy: 'memory' });
  later.close();
});

test('a format that could read nothing is not remembered', async () => {
  const data = inMemoryData();
  const rows = (name: string) => [
    { id: name, generator: 'm', problem: name, steps: ['a', 'b'], final_answer_correct: true, label: -1 },
  ];
  expect((await openContent({ data }, 'a', rows('a'))).chosenBy).toBeUndefined();
  await openContent({ data }, 'a', rows('a'), { format: 'messages' });
  // Nothing could be read by it, so nothing was learnt.
  expect((await openContent({ data }, 'b', rows('b'))).format).toBe('processbench');
});

test('a choice that could read something is taken again until the guess is chosen', async () => {
  const data = inMemoryData();
  const row = (name: string) => ({
    instruction: name,
    input: '',
    output: 'Two.',
    messages: [
      { role: 'user', content: name },
      { role: 'assistant', content: 'Two.' },
    ],
  });
  const guessed = await openContent({ data }, 'a', [row('a')]);
  const other = guessed.format === 'messages' ? 'alpaca' : 'messages';
  expect((await openContent({ data }, 'a', [row('a')], { format: other })).rows).toBe(1);
  expect(await openContent({ data }, 'b', [row('b')])).toMatchObject({ format: other, chosenBy: 'memory' });
  // Back to the guess: nothing is remembered any more.
  const again = await openContent({ data }, 'b', [row('b')], { format: guessed.format });
  expect(again.chosenBy).toBeUndefined();
  expect((await openContent({ data }, 'c', [row('c')])).format).toBe(guessed.format);
});

test('a mapping that is none says which field is wrong', async () => {
  const data = inMemoryData();
  const wrong = { ...MAPPING, trace: { steps: '[' } };
  await expect(openContent({ data }, 'a', RIDDLES, { mapping: wrong })).rejects.toThrow(/trace/);
});

test('records of a second shape are read as what they are, and said with their number', async () => {
  const data = inMemoryData();
  const many = [
    ...[1, 2, 3].map((i) => ({
      id: `${i}`,
      generator: 'm',
      problem: `Problem ${i}`,
      steps: ['a', 'b'],
      final_answer_correct: true,
      label: -1,
    })),
    {
      messages: [
        { role: 'user', content: 'Why?' },
        { role: 'assistant', content: 'Because.' },
      ],
    },
    { neither: 'one nor the other' },
  ];
  const file = await openContent({ data }, 'two.jsonl', many);
  expect(file).toMatchObject({ format: 'processbench', records: 5, recordsRead: 4, faultCount: 1 });
  expect(file.warnings.map(({ kind, count }) => [kind, count])).toEqual([['other-shape:messages', 1]]);
  expect((await data.readTrace(file.key, 3, SCOPE)).trace.raw).toBe('Because.');
});

test('a file read in another format loses the index of the first', async () => {
  const browser = newBrowser();
  const tab = openTab(browser);
  await openContent(tab, 'one.jsonl', RIDDLES, { mapping: MAPPING });
  const text = await openContent(tab, 'one.jsonl', RIDDLES, { format: 'text' });
  tab.close();
  const later = openTab(browser);
  const [file] = await later.data.files(SCOPE);
  expect(file).toMatchObject({ key: text.key, format: 'text', rows: 1 });
  expect((await later.data.readTrace(text.key, 0, SCOPE)).trace.raw).toContain('Riddle a');
  later.close();
});

test('a draft names the fields; its preview shows steps, verdicts, values outside the table and faults', async () => {
  const data = inMemoryData();
  const odd = { riddle: 'Riddle c', parts: ['Five.', 'Six.'], marks: [1] };
  const draft = await data.draftMapping([inputOf('one.jsonl', [...RIDDLES, odd])]);
  expect(draft.records).toBe(3);
  expect(draft.fields).toEqual([
    { path: 'riddle', type: 'text', share: 1, example: 'Riddle a' },
    { path: 'parts', type: 'list of texts', share: 1, example: '["One.","Two."]' },
    { path: 'marks', type: 'list of numbers', share: 1, example: '[1,-1]' },
  ]);
  const preview = await data.previewMapping(MAPPING);
  expect(preview.records.map(({ position, steps, verdicts }) => [position, steps, verdicts])).toEqual([
    ['line 1', ['One.', 'Two.'], ['correct', 'erroneous']],
    ['line 2', ['Three.', 'Four.'], ['correct', undefined]],
  ]);
  expect(preview).toMatchObject({
    sampled: 3,
    problems: 2,
    traces: 2,
    steps: 4,
    verdicts: { correct: 2, redundant: 0, erroneous: 1 },
    values: [
      { value: '1', count: 3, verdict: 'correct' },
      { value: '-1', count: 1, verdict: 'erroneous' },
      { value: '7', count: 1 },
    ],
    faultCount: 1,
    faults: [{ position: 'line 3', kind: 'label-count', reason: '1 labels for 2 steps.' }],
  });
  expect((await data.previewMapping({ ...MAPPING, problem: { text: '[' } })).wrong).toMatch(/problem\.text/);
});
