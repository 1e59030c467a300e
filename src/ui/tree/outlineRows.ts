import { childrenOf } from '../../core/tree';
import type { TreeShape } from '../../core/tree';

/** Nodes in sight of the outline, in drawing order: all but those below a folded one. */
export function outlineRows(tree: TreeShape, folded: ReadonlySet<number>): number[] {
  const rows: number[] = [];
  const waiting = [0];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    rows.push(node);
    if (folded.has(node)) continue;
    const children = childrenOf(tree, node);
    for (let i = children.length - 1; i >= 0; i--) waiting.push(children[i]!);
  }
  return rows;
}

export type OutlineMove = 'ArrowDown' | 'ArrowUp' | 'Home' | 'End' | 'ArrowRight' | 'ArrowLeft';
export const isOutlineMove = (key: string): key is OutlineMove =>
  ['ArrowDown', 'ArrowUp', 'Home', 'End', 'ArrowRight', 'ArrowLeft'].includes(key);

export interface OutlineStep {
  node: number;
  fold?: boolean;
}
/** Tree grid keys of the ARIA practices: right unfolds, then enters; left folds, then leaves. */
export function outlineStep(
  tree: TreeShape,
  rows: readonly number[],
  folded: ReadonlySet<number>,
  node: number,
  key: OutlineMove,
): OutlineStep {
  const at = rows.indexOf(node);
  const children = childrenOf(tree, node);
  switch (key) {
    case 'ArrowDown':
      return { node: rows[at + 1] ?? node };
    case 'ArrowUp':
      return { node: rows[at - 1] ?? node };
    case 'Home':
      return { node: rows[0] ?? node };
    case 'End':
      return { node: rows.at(-1) ?? node };
    case 'ArrowRight':
      return folded.has(node) ? { node, fold: false } : { node: children[0] ?? node };
    case 'ArrowLeft':
      if (children.length > 0 && !folded.has(node)) return { node, fold: true };
      return { node: Math.max(tree.parent[node]!, 0) };
  }
}
