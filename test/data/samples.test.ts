import { expect, test, vi } from 'vitest';
import { inMemoryData } from '../../src/data/inMemory';
import { SCOPE } from './tab';

vi.setConfig({ testTimeout: 60_000 });

async function openSample(id: string) {
  const data = inMemoryData();
  const summary = await data.open([await data.sample(id)], () => undefined);
  const { rows } = await data.page({
    file: summary.key,
    from: 0,
    count: 100,
    sort: 'file',
    descending: false,
    filter: {},
    scope: SCOPE,
  });
  return { data, summary, rows };
}

test('the rollouts part after one to four shared steps, three are wrong', async () => {
  const { data, summary, rows } = await openSample('rollouts');
  expect(summary).toMatchObject({
    format: 'messages',
    problems: 1,
    rows: 8,
    texts: 8,
    faultCount: 0,
    warnings: [],
  });
  expect(rows.map(({ steps }) => steps)).toEqual([10, 9, 9, 8, 14, 8, 9, 6]);
  expect(rows.filter(({ outcome }) => outcome === false)).toHaveLength(3);
  const tree = await data.readTree(summary.key, 0);
  // Depth of each fork: how many steps the rollouts below it share.
  const depth = tree?.x ?? new Float32Array();
  const children = (node: number) =>
    [...(tree?.tree.parent ?? [])].filter((parent) => parent === node).length;
  const forks = [...depth].filter((at, node) => at > 0 && children(node) > 1);
  expect(forks.toSorted((a, b) => a - b)).toEqual([1, 1, 2, 2, 3, 4]);
});

test('the thinking traces are long, one in each language, and keep thinking apart from the answer', async () => {
  const { data, summary, rows } = await openSample('think');
  expect(summary).toMatchObject({ format: 'messages', problems: 2, rows: 2, faultCount: 0, warnings: [] });
  for (const { steps } of rows) expect(steps).toBeGreaterThanOrEqual(60);
  for (const { row } of rows) {
    const { trace } = await data.readTrace(summary.key, row, SCOPE);
    const kinds = trace.zones.map(({ kind }) => kind);
    expect(kinds).toContain('thinking');
    expect(kinds).toContain('response');
  }
});

test('the tool trace has calls, results and thinking', async () => {
  const { data, summary } = await openSample('tools');
  expect(summary).toMatchObject({ format: 'messages', problems: 1, rows: 2, faultCount: 0, warnings: [] });
  const { trace, problem } = await data.readTrace(summary.key, 0, SCOPE);
  const kinds = new Set(trace.zones.map(({ kind }) => kind));
  for (const kind of ['thinking', 'call', 'result', 'response'] as const) expect(kinds).toContain(kind);
  expect(problem.tools).toContain('stock');
});

test('a sample that is not there is said so', async () => {
  await expect(inMemoryData().sample('nothing')).rejects.toThrow('no sample named nothing');
});
