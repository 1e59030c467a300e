// Walks over a rollout tree. All work on the `parent` column alone (parents stand before children), so they
// serve a tree as it was read, as it was merged and as it is drawn. Nothing recurses: a chain may be 10,000
// nodes deep.

import type { RolloutTree } from '../model';

export type TreeShape = Pick<RolloutTree, 'parent'>;

interface ChildIndex {
  /** Children of node i are `children[start[i], start[i + 1])`, in the order of their numbers. */
  start: Int32Array;
  children: Int32Array;
  depth: Int32Array;
}
const indexes = new WeakMap<Int32Array, ChildIndex>();

/** Built once for each `parent` column, which is never changed. */
function childIndex({ parent }: TreeShape): ChildIndex {
  const known = indexes.get(parent);
  if (known !== undefined) return known;
  const size = parent.length;
  const start = new Int32Array(size + 1);
  const depth = new Int32Array(size);
  for (let node = 1; node < size; node++) {
    start[parent[node]! + 1]!++;
    depth[node] = depth[parent[node]!]! + 1;
  }
  for (let node = 0; node < size; node++) start[node + 1]! += start[node]!;
  const children = new Int32Array(Math.max(size - 1, 0));
  const filled = start.slice();
  for (let node = 1; node < size; node++) children[filled[parent[node]!]!++] = node;
  const index = { start, children, depth };
  indexes.set(parent, index);
  return index;
}

export function childrenOf(tree: TreeShape, node: number): Int32Array {
  const { start, children } = childIndex(tree);
  return children.subarray(start[node], start[node + 1]);
}

export function childCount(tree: TreeShape, node: number): number {
  const { start } = childIndex(tree);
  return start[node + 1]! - start[node]!;
}

/** Itself included, in drawing order. The root has none but itself. */
export function siblingsOf(tree: TreeShape, node: number): Int32Array {
  return node === 0 ? Int32Array.of(0) : childrenOf(tree, tree.parent[node]!);
}

/** Depth of every node; the root's is 0. */
export function depthsOf(tree: TreeShape): Int32Array {
  return childIndex(tree).depth;
}

/** From the root to the node, both included. */
export function pathOf(tree: TreeShape, node: number): number[] {
  const path: number[] = [];
  for (let at = node; at > 0; at = tree.parent[at]!) path.push(at);
  path.push(0);
  return path.reverse();
}

/** The text from the root to the end of the node. */
export function rawOf(tree: Pick<RolloutTree, 'parent' | 'text'>, node: number): string {
  return pathOf(tree, node)
    .slice(1)
    .map((at) => tree.text[at]!)
    .join('');
}

/** Depth-first, in drawing order. */
export function nodesInOrder(tree: TreeShape): Int32Array {
  const order = new Int32Array(tree.parent.length);
  const open = tree.parent.length === 0 ? [] : [0];
  for (let at = 0; open.length > 0; at++) {
    const node = open.pop()!;
    order[at] = node;
    const children = childrenOf(tree, node);
    for (let i = children.length - 1; i >= 0; i--) open.push(children[i]!);
  }
  return order;
}

/** Nodes without children, in drawing order. A tree that is its root alone has none. */
export function leavesOf(tree: TreeShape): number[] {
  return [...nodesInOrder(tree)].filter((node) => node !== 0 && childCount(tree, node) === 0);
}

/** Per node: how many of the rows that end somewhere go through it, those that end at it included. */
export function throughCounts({
  parent,
  rowsEndingAt,
}: Pick<RolloutTree, 'parent' | 'rowsEndingAt'>): Int32Array {
  const through = Int32Array.from(parent, (_, node) => rowsEndingAt[node]?.length ?? 0);
  for (let node = parent.length - 1; node > 0; node--) through[parent[node]!]! += through[node]!;
  return through;
}
