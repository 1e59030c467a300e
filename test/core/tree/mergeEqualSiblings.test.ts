import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { mergeEqualSiblings } from '../../../src/core/tree';
import { treeOf } from './trees';

test('equal siblings become one node and so do their children; each value stays with the tree given', () => {
  const tree = treeOf(
    [
      [-1, ''],
      [0, 'a'],
      [0, 'a'],
      [1, 'b'],
      [2, 'b'],
      [2, 'c'],
      [0, 'd'],
    ],
    {
      rowsEndingAt: [[], [], [], [0], [1], [2], [3]],
      values: [
        { name: 'mc_value', on: 'node', means: 'mc', data: Float64Array.of(0.5, 0.25, 0.75, 1, NaN, NaN, 0) },
      ],
    },
  );
  const merged = mergeEqualSiblings(tree);
  expect(merged.members).toEqual([[0], [1, 2], [3, 4], [5], [6]]);
  expect([...merged.mergedAt]).toEqual([0, 1, 1, 2, 2, 3, 4]);
  expect([...merged.tree.parent]).toEqual([-1, 0, 1, 1, 0]);
  expect(merged.tree.rowsEndingAt).toEqual([[], [], [0, 1], [2], [3]]);
  expect([...merged.tree.values[0]!.data]).toEqual([0.5, 0.5, 1, NaN, 0]);
});

test('c and k of equal siblings add up, and so do visits', () => {
  const tree = treeOf(
    [
      [-1, ''],
      [0, 'a'],
      [0, 'a'],
    ],
    {
      values: [
        {
          name: 'mc',
          on: 'node',
          means: 'mc',
          data: Float64Array.of(0.5, 1, 0.25),
          c: Float64Array.of(3, 2, 1),
          k: Float64Array.of(6, 2, 4),
        },
        { name: 'visits', on: 'node', means: 'visits', data: Float64Array.of(7, 3, 4) },
      ],
    },
  );
  const [mc, visits] = mergeEqualSiblings(tree).tree.values;
  expect([...mc!.data]).toEqual([0.5, 0.5]);
  expect([mc!.c![1], mc!.k![1], visits!.data[1]]).toEqual([3, 6, 7]);
});

interface OmegaNode {
  text: string;
  children?: OmegaNode[];
}
const folder = '../shared/data/omegaprm_tree';
const files = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.jsonl')) : [];
if (files.length === 0) console.log('../shared/data/omegaprm_tree is not there: 0 shared trees compared');

test('OmegaPRM trees of ../shared/data keep the distinct nodes that EXPECTED.json counts', () => {
  for (const name of files) {
    const expected = JSON.parse(readFileSync('../shared/data/EXPECTED.json', 'utf8')) as {
      files: { path: string; tree: { nodes: number; distinctNodes: number } | null }[];
    };
    let nodes = 0;
    let distinct = 0;
    for (const line of readFileSync(`${folder}/${name}`, 'utf8').split('\n').filter(Boolean)) {
      const { reasoning_steps: root } = JSON.parse(line) as { reasoning_steps: OmegaNode };
      const rows: [number, string][] = [];
      const open: [number, OmegaNode][] = [[-1, root]];
      for (let next = open.shift(); next !== undefined; next = open.shift()) {
        const at = rows.push([next[0], next[1].text]) - 1;
        open.push(...(next[1].children ?? []).map((child): [number, OmegaNode] => [at, child]));
      }
      nodes += rows.length;
      distinct += mergeEqualSiblings(treeOf(rows)).members.length;
    }
    const { tree } = expected.files.find(({ path }) => path === `omegaprm_tree/${name}`)!;
    expect({ nodes, distinct }).toEqual({ nodes: tree!.nodes, distinct: tree!.distinctNodes });
  }
});
