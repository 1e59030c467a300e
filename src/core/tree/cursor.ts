// Small verbs on the cursor of a tree: node in, node out; where there is nowhere to go, the node itself.

import type { RolloutTree } from '../model';
import { childrenOf, leavesOf, nodesInOrder, siblingsOf } from './walk';
import type { TreeShape } from './walk';

/** The child the solution went on with, else the first. */
export function deeper(tree: Pick<RolloutTree, 'parent' | 'chosenChild'>, node: number): number {
  const chosen = tree.chosenChild[node] ?? -1;
  return chosen > 0 ? chosen : (childrenOf(tree, node)[0] ?? node);
}

export function back(tree: TreeShape, node: number): number {
  return node > 0 ? tree.parent[node]! : node;
}

export function sibling(tree: TreeShape, node: number, by: 1 | -1): number {
  const all = siblingsOf(tree, node);
  return all[all.indexOf(node) + by] ?? node;
}

/** The next or previous path to its end: from a leaf to the one below or above it in the drawing. */
export function neighbourLeaf(tree: TreeShape, node: number, by: 1 | -1): number {
  const order = nodesInOrder(tree);
  const leaves = new Set(leavesOf(tree));
  for (let at = order.indexOf(node) + by; at >= 0 && at < order.length; at += by) {
    if (leaves.has(order[at]!)) return order[at]!;
  }
  return node;
}

/** The next node in drawing order for which `wanted` holds, round the end; undefined when there is none. */
export function nextNode(
  tree: TreeShape,
  node: number,
  wanted: (node: number) => boolean,
): number | undefined {
  const order = nodesInOrder(tree);
  const from = order.indexOf(node);
  for (let step = 1; step <= order.length; step++) {
    const candidate = order[(from + step) % order.length]!;
    if (candidate !== 0 && wanted(candidate)) return candidate;
  }
  return undefined;
}
