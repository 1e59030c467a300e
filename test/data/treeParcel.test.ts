import { expect, test } from 'vitest';
import { problemKey } from '../../src/core/identity';
import type { RolloutTree } from '../../src/core/model';
import { layoutTree, nodePassages } from '../../src/core/tree';
import type { OpenTree } from '../../src/data/api';
import { isParcel, packTree, parcelBuffers, unpackTree } from '../../src/data/treeParcel';
import type { FileKey } from '../../src/core/model';

test('a tree is the same after its way from the worker to the page', () => {
  const problem = { key: problemKey({ prompt: 'p' }), prompt: 'p', assets: [] };
  const parent = Int32Array.of(-1, 0, 0, 1);
  const tree: RolloutTree = {
    problem: problem.key,
    parent,
    extraParents: [[3, 2]],
    text: ['', 'Ein 😀', '', '\n\nlast'],
    lead: Uint8Array.of(0, 0, 0, 2),
    author: [undefined, 'human', undefined, 'model'],
    rowsEndingAt: [[], [], [10, 12], [11]],
    chosenChild: Int32Array.of(1, -1, -1, -1),
    terminal: Uint8Array.of(0, 0, 1, 1),
    given: [],
    values: [{ name: 'v', on: 'node', means: 'v', data: Float64Array.of(NaN, 0.5, 1, 0) }],
    order: Int32Array.of(-1, 0, 1, 2),
  };
  const open: OpenTree = {
    file: 'f' as FileKey,
    problem,
    problemName: 'one',
    tree,
    source: 'merged',
    passages: nodePassages([[], [], [], []]),
    through: Int32Array.of(3, 1, 2, 1),
    rowsAt: [[], [], [10, 12], [11]],
    answers: [undefined, undefined, '4', '5'],
    ...layoutTree(parent),
  };
  const before = structuredClone(open);
  const parcel = packTree(open);
  expect(isParcel(parcel)).toBe(true);
  const arrived = structuredClone(parcel, { transfer: parcelBuffers(parcel) });
  expect(unpackTree(arrived)).toEqual(before);
  // Handed over, not copied.
  expect(open.x).toHaveLength(0);
});
