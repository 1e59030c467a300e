import { afterEach, expect, test, vi } from 'vitest';
import {
  changeOf,
  conversation,
  newBrowser,
  openContent,
  openTab,
  passagesOfRow,
  press,
  SCOPE,
  strips,
} from './tab';
import { bareTextKey } from '../../src/core/identity';
import { judge, writeLabelsFile } from '../../src/core/labels';
import type { ProblemKey } from '../../src/core/model';
import { AnnotationDatabase } from '../../src/data/databases';
import { StoredChangeLog } from '../../src/data/log';
import type { Tab } from './tab';

// A shared machine may be slow; no test here measures time.
vi.setConfig({ testTimeout: 60_000 });

const open: Tab[] = [];
const tabIn = (browser: string) => {
  const tab = openTab(browser);
  open.push(tab);
  return tab;
};
afterEach(() => open.splice(0).forEach((tab) => tab.close()));

const LINES = [
  conversation('What is 2 + 3 · 4?', [
    'First the product: 3 · 4 = 12.',
    'Then the sum: 2 + 12 = 14.',
    'The answer is 14.',
  ]),
  conversation('What is 2 + 3 · 4?', [
    'First the product: 3 · 4 = 12.',
    'Then the sum: 2 + 12 = 15.',
    'The answer is 15.',
  ]),
  conversation('What is 7 − 9?', ['7 − 9 = −2.', 'The answer is −2.']),
];

test('a verdict is there after a reload, on the same step of the same file', async () => {
  const browser = newBrowser();
  const before = tabIn(browser);
  const { key } = await openContent(before, 'sums.jsonl', LINES);
  await press(before, key, 1, 1, 'erroneous');
  const { steps } = await passagesOfRow(before.data, key, 1);
  await before.data.saveLeftAt(key, { row: 1, passage: steps[2]! });
  before.close();

  const after = tabIn(browser);
  const [file] = await after.data.files(SCOPE);
  expect(file).toMatchObject({
    name: 'sums.jsonl',
    rows: 3,
    problems: 2,
    texts: 3,
    startedTexts: 1,
    complete: true,
  });
  expect(file?.leftAt).toEqual({ row: 1, passage: steps[2] });
  expect(await strips(after.data, key)).toEqual(['uuu', 'ueu', 'uu']);
  const history = await after.data.history(10);
  expect(history.map(({ edits }) => edits[0]?.on)).toEqual(['passage']);
});

test('a text is found again under every problem it was judged under', async () => {
  const tab = tabIn(newBrowser());
  const { key } = await openContent(tab, 'sums.jsonl', LINES);
  const { problem, steps } = await passagesOfRow(tab.data, key, 0);
  const bare = bareTextKey('the text');
  const edit = judge(steps[0]!, undefined, 'correct', 'key')!;
  for (const [n, of] of [problem, 'edited' as ProblemKey, problem].entries())
    await tab.data.record({ ...changeOf(tab.data.writer, n + 1, of, [edit]), bare: [bare] });
  expect((await tab.data.problemsOfText(bare)).toSorted()).toEqual([problem, 'edited'].toSorted());
  expect(await tab.data.problemsOfText(bareTextKey('another text'))).toEqual([]);
});

test('each key press is one record of the log', async () => {
  const tab = tabIn(newBrowser());
  const { key } = await openContent(tab, 'sums.jsonl', LINES);
  for (const step of [0, 1, 2]) await press(tab, key, 0, step, 'correct');
  expect(await tab.database.log.count()).toBe(3);
  expect(await tab.data.lastN()).toBe(3);
});

test('a shared prefix is judged once for both rollouts', async () => {
  const tab = tabIn(newBrowser());
  const { key } = await openContent(tab, 'sums.jsonl', LINES);
  await press(tab, key, 0, 0, 'correct');
  expect(await strips(tab.data, key)).toEqual(['cuu', 'cuu', 'uu']);
  expect(await tab.database.log.count()).toBe(1);
});

test('64 rollouts that part at step 3: step 2 judged once changes the progress of all', async () => {
  const tab = tabIn(newBrowser());
  const rollouts = Array.from({ length: 64 }, (_, i) =>
    conversation('Pick a number.', ['We may pick any.', 'Let us not pick zero.', `We pick ${i + 1}.`]),
  );
  const { key } = await openContent(tab, 'rollouts.jsonl', rollouts);
  expect(await strips(tab.data, key)).toEqual(Array.from({ length: 64 }, () => 'uuu'));
  await press(tab, key, 40, 1, 'redundant');
  expect(await strips(tab.data, key)).toEqual(Array.from({ length: 64 }, () => 'uru'));
  expect(await tab.database.log.count()).toBe(1);
});

test('labels belong to content: the file dropped again, reordered, longer and renamed', async () => {
  const tab = tabIn(newBrowser());
  const { key } = await openContent(tab, 'sums.jsonl', LINES);
  await press(tab, key, 2, 0, 'correct');
  expect((await openContent(tab, 'sums.jsonl', LINES)).key).toBe(key);
  const longer = [...LINES.toReversed(), conversation('What is 1 + 1?', ['It is 2.'])];
  const other = await openContent(tab, 'renamed.jsonl', longer);
  expect(other.key).not.toBe(key);
  expect(await strips(tab.data, other.key)).toEqual(['cu', 'uuu', 'uuu', 'u']);
});

test('two tabs write side by side, and each hears of the other', async () => {
  const browser = newBrowser();
  const [first, second] = [tabIn(browser), tabIn(browser)];
  const { key } = await openContent(first, 'sums.jsonl', LINES);
  await second.data.files(SCOPE);
  const heard = new Promise<string>((resolve) => {
    second.data.subscribe((event) => {
      if (event.kind === 'changes') resolve(event.changes.map(({ n }) => n).join());
    });
  });
  await press(first, key, 0, 2, 'correct');
  expect(await heard).toBe('1');
  expect(await strips(second.data, key)).toEqual(['uuc', 'uuu', 'uu']);
  await press(second, key, 2, 1, 'erroneous');
  const writers = await first.database.log.toArray();
  expect(
    new Set(writers.map(({ writer, n }) => `${writer === first.data.writer ? 'first' : 'second'} ${n}`)),
  ).toEqual(new Set(['first 1', 'second 1']));
});

test('merging the same labels twice adds nothing the second time', async () => {
  const [here, there] = [tabIn(newBrowser()), tabIn(newBrowser())];
  const { key } = await openContent(here, 'sums.jsonl', LINES);
  const changes = [await press(here, key, 0, 0, 'correct'), await press(here, key, 0, 1, 'correct')];
  await openContent(there, 'sums.jsonl', LINES);
  expect(await there.data.mergeLabels(changes)).toMatchObject({ added: 2, already: 0, differing: [] });
  expect(await there.data.mergeLabels(changes)).toMatchObject({ added: 0, already: 2, differing: [] });
  expect(await strips(there.data, key)).toEqual(['ccu', 'cuu', 'uu']);
  expect(await there.data.history(10)).toEqual([]);
});

test('two verdicts of one annotator on one passage are named when logs are merged', async () => {
  const [here, there] = [tabIn(newBrowser()), tabIn(newBrowser())];
  const { key } = await openContent(here, 'sums.jsonl', LINES);
  await openContent(there, 'sums.jsonl', LINES);
  await press(here, key, 2, 0, 'correct');
  const theirs = await press(there, key, 2, 0, 'erroneous');
  const { differing } = await here.data.mergeLabels([theirs]);
  expect(differing.map(({ verdicts }) => verdicts)).toEqual([['correct', 'erroneous']]);
});

test('a change that does not reach the disk is refused in words', async () => {
  const tab = tabIn(newBrowser());
  const { key } = await openContent(tab, 'sums.jsonl', LINES);
  const change = await press(tab, key, 0, 0, 'correct');
  await expect(tab.data.record(change)).rejects.toThrow(
    /^Change 1 of this tab did not reach the disk: .* Save your labels/,
  );
});

test('storage counts verdicts, comments and texts as they stand, and settings are kept', async () => {
  const browser = newBrowser();
  const tab = tabIn(browser);
  const { key } = await openContent(tab, 'sums.jsonl', LINES);
  expect(await tab.data.storage()).toMatchObject({ verdicts: 0, comments: 0, annotatedTexts: 0 });
  await press(tab, key, 0, 0, 'correct');
  await press(tab, key, 0, 0, 'erroneous');
  await press(tab, key, 0, 1, 'correct');
  await tab.data.saveSetting('theme', 'dark');
  const storage = await tab.data.storage();
  expect(storage).toMatchObject({ verdicts: 2, comments: 0, persisted: true });
  expect(storage.labelBytes).toBeGreaterThan(0);
  expect(await tabIn(browser).data.setting('theme')).toBe('dark');
});

test('asking for a setting in a new browser makes no database, so the first change can make it whole', async () => {
  const browser = newBrowser();
  const { data } = tabIn(browser);
  expect(await data.setting('theme')).toBeUndefined();
  expect((await indexedDB.databases()).map(({ name }) => name)).not.toContain(`${browser} annotations`);
  await data.saveSetting('theme', 'dark');
  expect(await data.setting('theme')).toBe('dark');
  expect(await data.setting('name')).toBeUndefined();
});

test('a labels file opened alone goes into the log and leaves no file behind', async () => {
  const [here, there] = [tabIn(newBrowser()), tabIn(newBrowser())];
  const { key } = await openContent(here, 'sums.jsonl', LINES);
  await press(here, key, 0, 0, 'correct');
  const labels = writeLabelsFile(await here.data.history(10));
  const summary = await openContent(there, 'labels.jsonl', labels);
  expect(summary).toMatchObject({ rows: 0, merged: { added: 1, already: 0 } });
  await openContent(there, 'sums.jsonl', LINES);
  expect(await strips(there.data, key)).toEqual(['cuu', 'cuu', 'uu']);
});

test('a full disk: the ballast is given back and the change still finds room', async () => {
  const database = new AnnotationDatabase(`${newBrowser()} annotations`);
  const log = new StoredChangeLog(database);
  await log.keepBallast();
  const ballast = () => database.meta.where('key').equals('ballast').count();
  expect(await ballast()).toBe(1);
  const full = vi.spyOn(IDBObjectStore.prototype, 'add').mockImplementationOnce(() => {
    throw new DOMException('The quota has been exceeded.', 'QuotaExceededError');
  });
  await log.add(changeOf(log.writer, 1, 'p' as ProblemKey, []));
  expect(await database.log.count()).toBe(1);
  expect(await ballast()).toBe(0);
  full.mockImplementation(() => {
    throw new DOMException('The quota has been exceeded.', 'QuotaExceededError');
  });
  await expect(log.add(changeOf(log.writer, 2, 'p' as ProblemKey, []))).rejects.toThrow(
    /Change 2 .* space .* is used up. Save your labels to a file/,
  );
  full.mockRestore();
  database.close();
});

test('what was judged before a name was said goes with the first name; others’ nameless labels do not', async () => {
  const [here, there] = [tabIn(newBrowser()), tabIn(newBrowser())];
  const { key } = await openContent(here, 'sums.jsonl', LINES);
  await openContent(there, 'sums.jsonl', LINES);
  await press(here, key, 0, 0, 'correct');
  const theirs = await press(there, key, 0, 1, 'erroneous');
  await here.data.mergeLabels([theirs]);
  await here.data.sayName('ada');
  await here.data.sayName('bob');

  const { problem } = await passagesOfRow(here.data, key, 0);
  const verdictsOf = async (annotator: string) => {
    const { passages } = await here.data.annotations([problem], { ...SCOPE, annotator });
    return [...passages.values()].map(({ judgement }) => judgement.verdict);
  };
  expect([await verdictsOf('ada'), await verdictsOf('me'), await verdictsOf('bob')]).toEqual([
    ['correct'],
    ['erroneous'],
    [],
  ]);
  expect((await here.data.history(1))[0]?.scope.annotator).toBe('ada');
  // The log itself is never rewritten.
  expect((await here.database.log.toArray()).map(({ scope }) => scope.annotator)).toEqual(['me', 'me']);
});
