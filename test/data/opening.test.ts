import 'fake-indexeddb/auto';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { expect, test, vi } from 'vitest';
import { CannotOpen } from '../../src/data/api';
import type { OpenProgress, PageQuery } from '../../src/data/api';
import { inMemoryData } from '../../src/data/inMemory';
import { conversation, inputOf, newBrowser, openContent, openTab, SCOPE, strips } from './tab';

// A shared machine may be slow; no test here measures time.
vi.setConfig({ testTimeout: 60_000 });

const query = (file: PageQuery['file'], more: Partial<PageQuery> = {}): PageQuery => ({
  file,
  from: 0,
  count: 100,
  sort: 'file',
  descending: false,
  filter: {},
  scope: SCOPE,
  ...more,
});

const MIXED = [
  conversation('Sum of 1 and 2?', ['1 + 2 = 3.'], { generator: 'beta', is_correct: true }),
  conversation('Sum of 1 and 2?', ['1 + 2.', 'That is 4.'], { generator: 'alpha', is_correct: false }),
  conversation('Half of 10?', ['10 / 2.', 'That is 5.', 'So 5.'], { generator: 'alpha' }),
];

test('a page is a window of the sorted and filtered rows', async () => {
  const data = inMemoryData();
  const { key } = await openContent({ data }, 'mixed.jsonl', MIXED);
  const rows = async (more: Partial<PageQuery>) => {
    const page = await data.page(query(key, more));
    return `${page.rows.map(({ row }) => row).join()} of ${page.total}`;
  };
  expect(await rows({})).toBe('0,1,2 of 3');
  expect(await rows({ from: 1, count: 1 })).toBe('1 of 3');
  expect(await rows({ descending: true })).toBe('2,1,0 of 3');
  expect(await rows({ sort: 'generator' })).toBe('1,2,0 of 3');
  expect(await rows({ sort: 'outcome' })).toBe('1,0,2 of 3');
  expect(await rows({ sort: 'outcome', descending: true })).toBe('0,1,2 of 3');
  expect(await rows({ sort: 'steps', descending: true })).toBe('2,1,0 of 3');
  expect(await rows({ sort: 'length' })).toBe('0,1,2 of 3');
  expect(await rows({ filter: { generators: ['alpha'] } })).toBe('1,2 of 2');
  expect(await rows({ filter: { generators: ['nobody'] } })).toBe(' of 0');
  expect(await rows({ filter: { outcome: 'unknown' } })).toBe('2 of 1');
  expect(await rows({ filter: { text: 'hALF' } })).toBe('2 of 1');
  expect(await rows({ filter: { text: 'bet' } })).toBe('0 of 1');
  expect(await data.generators(key)).toEqual(['beta', 'alpha']);
});

test('a row says which attempt of which problem it is', async () => {
  const data = inMemoryData();
  const { key } = await openContent({ data }, 'mixed.jsonl', MIXED);
  const { rows } = await data.page(query(key));
  expect(
    rows.map((r) => [r.position, r.problemName, r.problemPreview, r.attempt, r.attempts, r.steps]),
  ).toEqual([
    ['line 1', '#1', 'Sum of 1 and 2?', 0, 2, 1],
    ['line 2', '#1', 'Sum of 1 and 2?', 1, 2, 2],
    ['line 3', '#2', 'Half of 10?', 0, 1, 3],
  ]);
  const open = await data.readTrace(key, 1, SCOPE);
  expect(open.siblings.map(({ row, strip }) => [row, strip.join('')])).toEqual([
    [0, 'u'],
    [1, 'uu'],
  ]);
  expect(open).toMatchObject({ hasTree: true, attempt: 1, attempts: 2, position: 'line 2' });
  const tree = await data.readTree(key, 1);
  expect(tree).toMatchObject({ source: 'merged', rowsAt: [[], [0], [], [1]] });
  expect(await data.readTree(key, 2)).toBeUndefined();
});

test('neighbours follow the order of the table', async () => {
  const data = inMemoryData();
  const { key } = await openContent({ data }, 'mixed.jsonl', MIXED);
  expect(await data.neighbours(query(key, { sort: 'generator' }), 2)).toEqual({
    position: 1,
    total: 3,
    previous: 1,
    next: 0,
    nextUnfinished: 0,
  });
  expect(await data.neighbours(query(key, { filter: { outcome: 'right' } }), 2)).toEqual({
    position: 1,
    total: 1,
    previous: 0,
  });
});

test('records that cannot be read are faults, the rest opens, and the counts add up', async () => {
  const data = inMemoryData();
  const good = JSON.stringify(MIXED[0]);
  const summary = await openContent(
    { data },
    'broken.jsonl',
    `${good}\n{"messages": [\n${good}\n{"messages": 3}\n${good}`,
  );
  expect(summary).toMatchObject({
    records: 5,
    recordsRead: 3,
    faultCount: 2,
    rows: 3,
    texts: 1,
    complete: true,
  });
  const { total, faults } = await data.faults(summary.key, 0, 10);
  expect(total).toBe(2);
  expect(faults.map(({ position }) => position)).toEqual(['line 2', 'line 4']);
  for (const { reason, remedy } of faults) expect([reason, remedy]).not.toContain('');
  const { rows } = await data.page(query(summary.key));
  expect(rows.map(({ position, sameText }) => `${position} ${sameText}`)).toEqual([
    'line 1 3',
    'line 3 3',
    'line 5 3',
  ]);
});

test('a file in which nothing can be read is refused with a fault', async () => {
  const data = inMemoryData();
  const empty = await openContent({ data }, 'empty.jsonl', '').catch((error: unknown) => error);
  expect(empty).toBeInstanceOf(CannotOpen);
  expect(empty).toMatchObject({ fault: { position: '$', kind: 'empty' } });
  const unknown = await openContent({ data }, 'unknown.jsonl', '{"colour":"red"}\n{"colour":"blue"}\n').catch(
    (error: unknown) => error,
  );
  expect(unknown).toMatchObject({ name: 'CannotOpen', fault: { position: '$', kind: 'no-format' } });
});

test('stopping keeps what was read, and the first trace can be read meanwhile', async () => {
  const tab = openTab(newBrowser());
  const stop = new AbortController();
  const lines = Array.from({ length: 20_000 }, (_, i) =>
    conversation(`Problem ${i}`, [`Step of ${i}. ${'x'.repeat(200)}`, 'End.']),
  );
  const seen: OpenProgress[] = [];
  let first: Promise<string> | undefined;
  const summary = await tab.data.open(
    [inputOf('long.jsonl', lines)],
    (progress) => {
      seen.push(progress);
      if (progress.summary.rows < 100 || first !== undefined) return;
      first = tab.data.readTrace(progress.summary.key, 0, SCOPE).then(({ problem }) => {
        stop.abort();
        return problem.prompt;
      });
    },
    { signal: stop.signal },
  );
  expect(await first).toBe('Problem 0');
  expect(seen[0]?.preview.map(({ position, steps }) => [position, steps.length])).toEqual([
    ['line 1', 2],
    ['line 2', 2],
    ['line 3', 2],
  ]);
  expect(summary.complete).toBe(false);
  expect(summary.rows).toBeGreaterThanOrEqual(100);
  expect(summary.rows).toBeLessThan(20_000);
  const last = await tab.data.page(query(summary.key, { from: summary.rows - 1 }));
  expect(last.rows[0]?.problemPreview).toBe(`Problem ${summary.rows - 1}`);
  tab.close();
});

test('an index of several chunks is the same after a reload', async () => {
  const browser = newBrowser();
  const before = openTab(browser);
  const lines = Array.from({ length: 6_001 }, (_, i) =>
    conversation(`Problem ${i % 2_000}`, [`Answer ${i % 3_000}.`], {
      generator: `g${i % 7}`,
      is_correct: i % 3 === 0,
    }),
  );
  const { key } = await openContent(before, 'long.jsonl', lines);
  const asked = query(key, { from: 5_990, count: 20 });
  const expected = await before.data.page(asked);
  expect(expected.rows).toHaveLength(11);
  expect(expected.rows.at(-1)).toMatchObject({ problemName: '#1', attempt: 3, attempts: 4, sameText: 2 });
  before.close();
  const after = openTab(browser);
  expect(await after.data.page(asked)).toEqual(expected);
  expect(await after.data.page(query(key, { sort: 'problem', from: 5_000 }))).toMatchObject({
    total: 6_001,
  });
  after.close();
});

test('a file that is forgotten is gone, its labels are not', async () => {
  const tab = openTab(newBrowser());
  const { key } = await openContent(tab, 'mixed.jsonl', MIXED);
  await tab.data.forget(key);
  expect(await tab.data.files(SCOPE)).toEqual([]);
  await expect(tab.data.readTrace(key, 0, SCOPE)).rejects.toThrow(/not in the library/);
  tab.close();
});

test('another format can be chosen for the same file', async () => {
  const data = inMemoryData();
  const content = JSON.stringify(MIXED[0]);
  const summary = await openContent({ data }, 'one.jsonl', content, { format: 'text' });
  expect(summary).toMatchObject({ format: 'text', rows: 1 });
  expect((await data.readTrace(summary.key, 0, SCOPE)).trace.raw).toBe(content);
});

const TOT = '../shared/data/tot_samples/game24.cot_sample_100.0-7.json';
test('Tree of Thoughts samples: 8 problems, 800 rows, 517 texts; equal texts are judged once', async () => {
  if (!existsSync(TOT)) return console.log(`${TOT} is not there: not compared`);
  const data = inMemoryData();
  const summary = await data.open(
    [{ name: 'game24.json', blob: new Blob([await readFile(TOT)]) }],
    () => undefined,
  );
  expect(summary).toMatchObject({ format: 'tot-samples', records: 8, problems: 8, rows: 800, texts: 517 });
  const { rows } = await data.page(query(summary.key, { count: 800 }));
  const perText = new Map(rows.map(({ text, sameText }) => [text, sameText]));
  expect([...perText.values()].reduce((sum, count) => sum + count, 0)).toBe(800);
  expect((await strips(data, summary.key)).join('')).toMatch(/^u+$/);
});
