import type { TreeShape } from './walk';
import { pathOf } from './walk';

/** A node that some of the paths go through side by side: columns `from` to `to` of the order. */
export interface AlignedCell {
  node: number;
  from: number;
  to: number;
}
export interface AlignedLevel {
  /** Depth of the nodes, from 1. */
  level: number;
  /** Paths that have ended have no cell. */
  cells: AlignedCell[];
  /** Columns that went on together so far, and part here: their nodes, in the order of the columns. */
  parts: number[][];
}
export interface AlignedPaths {
  /** Which of the ends stands in each column: those that share most stand side by side. */
  order: number[];
  levels: AlignedLevel[];
}

/** Paths of a tree beside each other, aligned at what they share. `ends` are the nodes they end at. */
export function alignPaths(tree: TreeShape, ends: readonly number[]): AlignedPaths {
  const paths = ends.map((end) => pathOf(tree, end).slice(1));
  const order = [...paths.keys()].sort((a, b) => comparePaths(paths[a]!, paths[b]!) || a - b);
  const sorted = order.map((index) => paths[index]!);
  const deepest = Math.max(0, ...paths.map(({ length }) => length));
  const levels = Array.from({ length: deepest }, (_, depth): AlignedLevel => {
    const cells: AlignedCell[] = [];
    for (const [column, path] of sorted.entries()) {
      const node = path[depth];
      if (node === undefined) continue;
      const last = cells.at(-1);
      if (last?.node === node) last.to = column;
      else cells.push({ node, from: column, to: column });
    }
    return { level: depth + 1, cells, parts: partsOf(tree, cells) };
  });
  return { order, levels };
}

/** Depth-first order: as they are drawn, so equal beginnings stand together. */
function comparePaths(a: readonly number[], b: readonly number[]): number {
  for (let i = 0; i < Math.min(a.length, b.length); i++) {
    if (a[i] !== b[i]) return a[i]! - b[i]!;
  }
  return a.length - b.length;
}

function partsOf({ parent }: TreeShape, cells: readonly AlignedCell[]): number[][] {
  const byParent = new Map<number, number[]>();
  for (const { node } of cells) byParent.set(parent[node]!, [...(byParent.get(parent[node]!) ?? []), node]);
  return [...byParent.values()].filter((nodes) => nodes.length > 1);
}
