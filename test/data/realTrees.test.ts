// Every tree of the real files: it is drawn (each node has a place, no two leaves share a row), and a Stepmark file
// made of it holds the same tree, the same rows at the same nodes and the same values.

import { existsSync, readFileSync } from 'node:fs';
import { expect, test, vi } from 'vitest';
import { leavesOf } from '../../src/core/tree';
import type { OpenTree } from '../../src/data/api';
import { inMemoryData } from '../../src/data/inMemory';
import { SCOPE } from './tab';

vi.setConfig({ testTimeout: 60_000 });

const SHARED = '../shared/data';
interface Facts {
  path: string;
  traces: number;
  tree: { trees: number; nodes: number; distinctNodes: number } | null;
}
const files = existsSync(SHARED)
  ? (JSON.parse(readFileSync(`${SHARED}/EXPECTED.json`, 'utf8')) as { files: Facts[] }).files.filter(
      ({ tree }) => tree !== null,
    )
  : [];

test('how many files with trees are compared', () => {
  console.log(files.length > 0 ? `${files.length} files with trees` : `${SHARED} is missing`);
  expect(files.length).toBe(existsSync(SHARED) ? 10 : 0);
});

/** Trees of a file by the first row that shows each. */
async function treesOf(name: string, blob: Blob, traces: number) {
  const data = inMemoryData();
  const { key } = await data.open([{ name, blob }], () => undefined);
  const trees: OpenTree[] = [];
  const seen = new Set<number>();
  for (let row = 0; row < traces; row++) {
    if (seen.has(row)) continue;
    const open = await data.readTree(key, row, SCOPE);
    if (open === undefined) continue;
    for (const at of open.rowsAt.flat()) seen.add(at);
    trees.push(open);
  }
  return { data, key, trees };
}

for (const { path, traces, tree: expected } of files) {
  test(path, async () => {
    const { data, key, trees } = await treesOf(
      'a.json',
      new Blob([readFileSync(`${SHARED}/${path}`)]),
      traces,
    );
    expect(trees.length).toBe(expected!.trees);
    expect(trees.reduce((sum, { tree }) => sum + tree.parent.length, 0)).toBe(expected!.distinctNodes);
    for (const { tree, x, y } of trees) {
      expect([x.length, y.length]).toEqual([tree.parent.length, tree.parent.length]);
      const leaves = leavesOf(tree);
      expect(new Set(leaves.map((leaf) => y[leaf])).size).toBe(leaves.length);
    }
    const request = {
      file: key,
      target: 'stepmark',
      policies: {},
      annotator: SCOPE.annotator,
      scope: SCOPE,
      rows: 'all',
    } as const;
    const { file, verified } = await data.export(request, () => undefined);
    expect(verified).toBe(true);
    const again = await treesOf('b.jsonl', file, traces);
    const drawn = (all: OpenTree[]) => all.map(({ file: _file, problemName: _name, ...open }) => open);
    expect(drawn(again.trees)).toEqual(drawn(trees));
  });
}
