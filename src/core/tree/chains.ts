import type { RolloutTree } from '../model';
import { childCount } from './walk';

/** Fewer are not worth folding. */
const LEAST_INNER = 2;

/** Per node the first node of the chain that it is inside of, or -1. A chain is a way down without a fork; its
 *  first and last node are not inside, nor is a node where a row ends or that has a second parent. */
export function chainHeads({
  parent,
  extraParents,
  rowsEndingAt,
}: Pick<RolloutTree, 'parent' | 'extraParents' | 'rowsEndingAt'>): Int32Array {
  const tree = { parent };
  const heads = new Int32Array(parent.length).fill(-1);
  const inside = new Int32Array(parent.length);
  const linked = new Set(extraParents.flat());
  const goesOn = (node: number) => childCount(tree, node) === 1;
  for (let node = 1; node < parent.length; node++) {
    const up = parent[node]!;
    const isInside = up > 0 && goesOn(up) && goesOn(node) && !linked.has(node);
    if (!isInside || (rowsEndingAt[node]?.length ?? 0) > 0) continue;
    const head = heads[up]! >= 0 ? heads[up]! : up;
    heads[node] = head;
    inside[head]!++;
  }
  return heads.map((head) => (head >= 0 && inside[head]! >= LEAST_INNER ? head : -1));
}

/** The chain that the node is inside of, or begins or ends, by its first node. */
export function chainAt(
  tree: Pick<RolloutTree, 'parent'>,
  heads: Int32Array,
  node: number,
): number | undefined {
  if (heads[node]! >= 0) return heads[node];
  if (heads.includes(node)) return node;
  const up = tree.parent[node] ?? -1;
  return up > 0 && heads[up]! >= 0 ? heads[up] : undefined;
}
