import type { RolloutTree } from '../model';
import { mergeEqualSiblings } from './mergeEqualSiblings';
import { depthsOf, leavesOf } from './walk';
import type { TreeShape } from './walk';

export interface TreeMeasures {
  /** With the root. */
  nodes: number;
  leaves: number;
  /** The root's depth is 0. */
  maxDepth: number;
  /** The same after siblings with equal text were merged. */
  distinctNodes: number;
  distinctLeaves: number;
}

const sizeOf = (tree: TreeShape) => ({ nodes: tree.parent.length, leaves: leavesOf(tree).length });

export function measureTree(tree: RolloutTree): TreeMeasures {
  const distinct = sizeOf(mergeEqualSiblings(tree).tree);
  const maxDepth = depthsOf(tree).reduce((deepest, depth) => Math.max(deepest, depth), 0);
  return { ...sizeOf(tree), maxDepth, distinctNodes: distinct.nodes, distinctLeaves: distinct.leaves };
}
