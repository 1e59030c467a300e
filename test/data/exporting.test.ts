import 'fake-indexeddb/auto';
import { afterEach, expect, test, vi } from 'vitest';
import type { ExportRequest } from '../../src/data/api';
import type { FileKey } from '../../src/core/model';
import { conversation, newBrowser, openContent, openTab, press, SCOPE, strips } from './tab';
import type { Tab } from './tab';

vi.setConfig({ testTimeout: 60_000 });

const open: Tab[] = [];
const newTab = () => {
  const tab = openTab(newBrowser());
  open.push(tab);
  return tab;
};
afterEach(() => open.splice(0).forEach((tab) => tab.close()));

const ANSWERED = { redundant: 'positive', afterFirstError: 'masked', unjudged: 'masked' } as const;
const asked = (file: FileKey, target: string, more: Partial<ExportRequest> = {}): ExportRequest => ({
  file,
  target,
  policies: ANSWERED,
  annotator: 'me',
  scope: SCOPE,
  rows: 'all',
  ...more,
});

const LINES = [
  conversation('What is 2 + 3 · 4?', ['3 · 4 = 12.', '2 + 12 = 14.', 'The answer is 14.'], {
    is_correct: true,
  }),
  conversation('What is 2 + 3 · 4?', ['3 · 4 = 12.', '2 + 12 = 15.', 'The answer is 15.'], {
    is_correct: false,
  }),
  conversation('Name a prime.', ['7 has no divisor but 1 and 7.'], { is_correct: true }),
];

/** Row 0: all correct; row 1: step 2 wrong, step 3 unjudged; row 2: nothing said. */
async function judged(): Promise<{ tab: Tab; key: FileKey }> {
  const tab = newTab();
  const { key } = await openContent(tab, 'sums.jsonl', LINES);
  for (const step of [0, 1, 2]) await press(tab, key, 0, step, 'correct');
  await press(tab, key, 1, 1, 'erroneous');
  return { tab, key };
}
const linesOf = async (file: Blob) =>
  (await file.text())
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>);

test('Stepmark JSONL alone, in a fresh browser, gives the same labels', async () => {
  const { tab, key } = await judged();
  const progress: number[] = [];
  const exported = await tab.data.export(asked(key, 'stepmark'), (done) => progress.push(done));
  expect(exported).toMatchObject({ verified: true, fileName: 'sums.stepmark.jsonl' });
  expect(exported.report).toMatchObject({ considered: 3, written: 3, refused: [] });
  expect(progress.at(-1)).toBe(3);

  const fresh = newTab();
  const summary = await openContent(fresh, 'came.jsonl', await exported.file.text());
  expect(summary).toMatchObject({
    format: 'stepmark',
    rows: 3,
    merged: { added: 4, already: 0, differing: [] },
  });
  expect(await strips(fresh.data, summary.key)).toEqual(await strips(tab.data, key));
  const { trace } = await tab.data.readTrace(key, 1, SCOPE);
  expect(await fresh.data.annotations([trace.problem], SCOPE)).toEqual(
    await tab.data.annotations([trace.problem], SCOPE),
  );
  const again = await openContent(fresh, 'came.jsonl', await exported.file.text());
  expect(again.merged).toMatchObject({ added: 0, already: 4 });
});

test('ProcessBench: the first error from 0, −1 only when all is judged, the rest refused with reasons', async () => {
  const { tab, key } = await judged();
  const { file, report, verified } = await tab.data.export(asked(key, 'processbench'), () => undefined);
  expect(verified).toBe(true);
  const rows = await linesOf(file);
  expect(rows.map(({ label, final_answer_correct: right }) => [label, right])).toEqual([
    [-1, true],
    [1, false],
  ]);
  expect(report).toMatchObject({ considered: 3, written: 2 });
  expect(report.refused.map(({ count, positions }) => [count, positions])).toEqual([[1, ['line 3']]]);
});

test('TRL: whole numbers 1, 0 and −100 under the answered policies', async () => {
  const { tab, key } = await judged();
  const { file, sidecar } = await tab.data.export(asked(key, 'trl-stepwise'), () => undefined);
  const rows = await linesOf(file);
  expect(rows.map(({ labels }) => labels)).toEqual([
    [1, 1, 1],
    [1, 0, -100],
  ]);
  expect(JSON.parse(await sidecar.text())).toMatchObject({
    target: 'trl-stepwise',
    policies: ANSWERED,
    readBackEqual: true,
    annotator: 'me',
  });
});

test('an unanswered policy refuses the export, and a preview shows the first lines', async () => {
  const { tab, key } = await judged();
  await expect(
    tab.data.export(asked(key, 'trl-stepwise', { policies: { redundant: 'masked' } }), () => undefined),
  ).rejects.toThrow(/afterFirstError, unjudged/);
  const { firstLines, report } = await tab.data.previewExport(asked(key, 'processbench'));
  expect(firstLines).toHaveLength(2);
  expect(report.written).toBe(2);
});

test('people of the log and of the file can be chosen', async () => {
  const tab = newTab();
  const { key } = await openContent(tab, 'bench.jsonl', [
    { id: 'a', generator: 'g', problem: 'P', steps: ['One.', 'Two.'], final_answer_correct: false, label: 1 },
  ]);
  expect(await tab.data.annotators(key)).toEqual([{ name: 'file: bench.jsonl', from: 'file', verdicts: 2 }]);
  const { file } = await tab.data.export(
    asked(key, 'processbench', { annotator: 'file: bench.jsonl' }),
    () => undefined,
  );
  expect((await linesOf(file)).map(({ label }) => label)).toEqual([1]);
  await press(tab, key, 0, 0, 'erroneous');
  expect(await tab.data.annotators(key)).toEqual([
    { name: 'me', from: 'log', verdicts: 1 },
    { name: 'file: bench.jsonl', from: 'file', verdicts: 2 },
  ]);
  const own = await tab.data.export(asked(key, 'processbench'), () => undefined);
  expect((await linesOf(own.file)).map(({ label }) => label)).toEqual([0]);
});

test('stopping an export leaves no file', async () => {
  const { tab, key } = await judged();
  const stop = new AbortController();
  stop.abort();
  await expect(tab.data.export(asked(key, 'stepmark'), () => undefined, stop.signal)).rejects.toThrow(
    /stopped/,
  );
});
