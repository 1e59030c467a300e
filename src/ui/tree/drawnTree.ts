import { depthsOf } from '../../core/tree';
import type { OpenTree } from './openTree';
import { treeExtents } from './treeExtents';
import type { TreeExtents } from './treeExtents';

/** The tree as it lies on the canvas: as it is, or with folded chains drawn together. */
export interface DrawnTree {
  /** The last node of a folded chain, and all inside it, hang on its first. */
  parent: Int32Array;
  x: Float32Array;
  y: Float32Array;
  extents: TreeExtents;
  /** undefined: no chain is folded, and a level of the drawing is a level of the tree. */
  chains: FoldedChains | undefined;
}
export interface FoldedChains {
  /** 1: inside a folded chain, not drawn. */
  inside: Uint8Array;
  /** How many are folded, by the first node of their chain. */
  counts: ReadonlyMap<number, number>;
}

export function wholeTree(open: OpenTree): DrawnTree {
  const { x, y } = open;
  const { parent } = open.tree;
  return { parent, x, y, extents: treeExtents({ parent, x, y, through: open.through }), chains: undefined };
}

/** A chain has one row, so only levels close up. `heads`: per node the first node of the chain it is inside of, or
 *  -1; `opened`: those of chains that stay as they are. */
export function withChainsFolded(
  open: OpenTree,
  heads: Int32Array,
  opened: ReadonlySet<number | undefined>,
): DrawnTree {
  const parent = open.tree.parent.slice();
  const inside = new Uint8Array(parent.length);
  const counts = new Map<number, number>();
  for (let node = 1; node < parent.length; node++) {
    const head = heads[node]!;
    if (head >= 0 && !opened.has(head)) {
      inside[node] = 1;
      counts.set(head, (counts.get(head) ?? 0) + 1);
    }
    const up = parent[node]!;
    if (inside[up] === 1) parent[node] = parent[up]!;
  }
  const x = Float32Array.from(depthsOf({ parent }));
  const { y, through } = open;
  return {
    parent,
    x,
    y,
    extents: treeExtents({ parent, x, y, through }, inside),
    chains: { inside, counts },
  };
}
