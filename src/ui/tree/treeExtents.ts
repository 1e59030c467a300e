import type { OpenTree } from './openTree';

/** What the drawing asks of a tree on every frame, found once. */
export interface TreeExtents {
  /** First and last row of the subtree of each node. */
  top: Float32Array;
  bottom: Float32Array;
  /** Deepest level of the subtree. */
  deepest: Float32Array;
  leaves: Int32Array;
  levels: number;
  rows: number;
  mostThrough: number;
}

type Placed = Pick<OpenTree, 'x' | 'y' | 'through'> & { parent: Int32Array };

/** `left` out: 1 for nodes that are not drawn and take no room. */
export function treeExtents(open: Placed, left?: Uint8Array): TreeExtents {
  const { parent } = open;
  const top = open.y.slice();
  const bottom = open.y.slice();
  const deepest = open.x.slice();
  const leaves = new Int32Array(parent.length);
  // Children stand behind their parents: who has none by now is a leaf.
  for (let node = parent.length - 1; node > 0; node--) {
    if (left?.[node] === 1) continue;
    if (leaves[node] === 0) leaves[node] = 1;
    const up = parent[node]!;
    top[up] = Math.min(top[up]!, top[node]!);
    bottom[up] = Math.max(bottom[up]!, bottom[node]!);
    deepest[up] = Math.max(deepest[up]!, deepest[node]!);
    leaves[up]! += leaves[node]!;
  }
  return {
    top,
    bottom,
    deepest,
    leaves,
    levels: deepest[0] ?? 0,
    rows: Math.max(leaves[0] ?? 1, 1),
    mostThrough: Math.max(open.through[0] ?? 1, 1),
  };
}
