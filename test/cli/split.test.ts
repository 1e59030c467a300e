import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { runCommand } from '../../src/cli/runCommand';

const folder = mkdtempSync(join(tmpdir(), 'split-'));
afterAll(() => rmSync(folder, { recursive: true }));

async function split(name: string, content: string, ...options: string[]) {
  const path = join(folder, name);
  writeFileSync(path, content);
  const lines: string[] = [];
  const said: string[] = [];
  const streams = { out: (line: string) => lines.push(line), say: (message: string) => said.push(message) };
  const status = await runCommand(['split', path, ...options], streams);
  return { status, said, path, lines: lines.map((line): unknown => JSON.parse(line)) };
}

test('a text is one trace, its ranges counted in code points', async () => {
  const { status, lines, path } = await split('a', '😀 a\n\nb', '--strategy', 'blank');
  const ranges = [
    [0, 3, 'step'],
    [3, 5, 'gap'],
    [5, 6, 'step'],
  ];
  expect(lines).toEqual([
    { path, record: 0, sample: 0, strategy: 'blank', unit: 'codepoint', length: 6, ranges },
  ]);
  expect(status).toBe(0);
});

test('records keep their number behind a line that cannot be read', async () => {
  const row = (steps: string[]) =>
    JSON.stringify({ id: 'x', problem: 'p', steps, label: -1, final_answer_correct: true, generator: 'g' });
  const { status, lines } = await split(
    'b',
    `${row(['a', 'b'])}\n{"id":\n${row(['c'])}\n`,
    '--strategy=given',
  );
  expect(lines).toMatchObject([{ record: 0 }, { record: 2, ranges: [[0, 1, 'step']] }]);
  expect(status).toBe(1);
});

test('auto says what it chose and why, and switches count', async () => {
  const text = 'a one\n\n$$x$$\n\nb two\n\nc three';
  const { said, lines } = await split('c', text, '--strategy', 'auto', '--switch', 'join-formulas');
  expect(said[0]).toContain('split by blank. Half of the traces have 4 paragraphs or more');
  expect(lines).toMatchObject([{ strategy: 'blank', ranges: [[0, 12, 'step'], {}, {}, {}, {}] }]);
});

test('each `tag` switch adds a pair of tags', async () => {
  const tags = ['--switch', 'tag=thinking,«,»', '--switch=tag=result,{,}'];
  const { lines } = await split('e', '«a»{b}c', '--strategy', 'blank', ...tags);
  const kinds = ['marker', 'step', 'marker', 'marker', 'gap', 'marker', 'step'];
  expect(lines).toEqual([
    expect.objectContaining({ ranges: kinds.map((kind, i) => [i, i + 1, kind]) }) as unknown,
  ]);
});

test('records of any shape are read as a mapping says', async () => {
  const mapping = join(folder, 'mapping.json');
  writeFileSync(
    mapping,
    JSON.stringify({
      stepmarkMapping: 1,
      name: 'm',
      rows: '$[*]',
      problem: { text: 'q' },
      trace: { text: 't' },
      scores: [],
      meta: [],
    }),
  );
  const { lines, said } = await split(
    'f',
    '{"q":"x","t":"a\\n\\nb"}',
    '--strategy',
    'blank',
    '--mapping',
    mapping,
  );
  expect(said).toEqual([]);
  expect(lines).toMatchObject([{ length: 4 }]);
});

test.each([
  [[]],
  [['--strategy', 'pasted']],
  [['--strategy', 'blank', '--switch', 'x']],
  [['--strategy', 'blank', '--switch', 'tag=nothing,«,»']],
  [['--strategy', 'blank', '--mapping', 'no such file']],
  [['--other']],
])('wrong use: %j', async (options) => expect((await split('d', 'a', ...options)).status).toBe(2));
