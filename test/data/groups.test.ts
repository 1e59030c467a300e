// Files that belong together, dropped as a folder or side by side, are one source.

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { expect, test, vi } from 'vitest';
import type { OpenInput } from '../../src/data/api';
import { conversation, inputOf, newBrowser, openTab, SCOPE } from './tab';

vi.setConfig({ testTimeout: 60_000 });

const SOLUTION = {
  solution: 'Add them. That is 3.',
  full_cot: 'p Add them. That is 3.',
  is_correct: true,
  answer: '3',
};
const CHUNKS = [
  { chunk: 'Add them.', chunk_idx: 0, importance: 0.5 },
  { chunk: 'That is 3.', chunk_idx: 1, importance: 0.25 },
];
const FOLDER: OpenInput[] = [
  inputOf('problem.json', JSON.stringify({ problem: '1 + 2?', gt_answer: '3' })),
  inputOf('chunks_labeled.json', JSON.stringify(CHUNKS)),
  inputOf('base_solution.json', JSON.stringify(SOLUTION)),
].map((input) => ({ ...input, folder: 'runs/problem_1' }));
const OTHERS = [
  inputOf('a.jsonl', [conversation('A?', ['a'])]),
  inputOf('b.jsonl', [conversation('B?', ['b'])]),
];

test('a folder that one format claims opens as one source, and again after a reload', async () => {
  const browser = newBrowser();
  const before = openTab(browser);
  const [group, ...others] = await before.data.groupInputs([...FOLDER, ...OTHERS]);
  expect(others.map(({ name }) => name)).toEqual(['a.jsonl', 'b.jsonl']);
  const summary = await before.data.open([group!], () => undefined);
  expect(summary).toMatchObject({
    name: 'problem_1',
    container: 'file-group',
    format: 'thought-anchors',
    rows: 1,
    faultCount: 0,
    complete: true,
  });
  expect(summary.parts?.map(({ name }) => name)).toEqual([
    'base_solution.json',
    'chunks_labeled.json',
    'problem.json',
  ]);
  const read = await before.data.readTrace(summary.key, 0, SCOPE);
  expect(read.problem).toMatchObject({ prompt: '1 + 2?', answer: '3' });
  expect(read.position).toBe('base_solution.json, chunks_labeled.json, problem.json');
  before.close();
  const after = openTab(browser);
  expect((await after.data.readTrace(summary.key, 0, SCOPE)).trace).toEqual(read.trace);
  after.close();
});

test('what is in the folder and no trace is left out and said; a broken part is a fault with its file', async () => {
  const tab = openTab(newBrowser());
  const odd = [
    inputOf('picture.png', '\u0000\u0001\u0000'),
    inputOf('more.jsonl', '{"chunk":"x"}\n{"chunk"\n{"a":1}\n'),
  ].map((input) => ({ ...input, folder: 'runs/problem_1' }));
  const inputs = await tab.data.groupInputs([...FOLDER, ...odd]);
  expect(inputs).toHaveLength(1);
  const summary = await tab.data.open(inputs, () => undefined);
  expect(summary.warnings.find(({ kind }) => kind === 'not-traces')?.reason).toMatch(
    /^picture\.png: .*left out/,
  );
  const { faults } = await tab.data.faults(summary.key, 0, 5);
  expect(faults.map(({ position }) => position)).toEqual(['more.jsonl, line 2']);
  tab.close();
});

test('files of their own stay so', async () => {
  const tab = openTab(newBrowser());
  expect(await tab.data.groupInputs(OTHERS)).toEqual(OTHERS);
  tab.close();
});

const REAL = '../shared/data/thought_anchors/llama-8b/correct_base_solution/problem_2238';
test('a real folder of thought anchors is one trace', async () => {
  if (!existsSync(REAL)) return console.log(`${REAL} is not there: not compared`);
  const files = readdirSync(REAL, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const inputs = files.map(({ name, parentPath }) => ({
    name,
    blob: new Blob([readFileSync(`${parentPath}/${name}`)]),
    folder: 'problem_2238',
  }));
  const tab = openTab(newBrowser());
  const grouped = await tab.data.groupInputs(inputs);
  expect(grouped).toHaveLength(1);
  const summary = await tab.data.open(grouped, () => undefined);
  expect(summary).toMatchObject({ format: 'thought-anchors', problems: 1, rows: 1, faultCount: 0 });
  tab.close();
});
