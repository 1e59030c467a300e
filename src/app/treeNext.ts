// Where the keys of the tree go next.

import { passageId } from '../core/identity';
import { nextNode, passagesAt, workOrder } from '../core/tree';
import type { OpenTree } from '../data/api';
import type { Comparison } from './comparison';
import type { AppState, TreeSlice } from './state';
import { maySee, selectDisagreement, selectFalls, selectValueSets } from './treeInsight';

type Sought = 'unjudged' | 'leverage' | 'drop' | 'disagreement';

/** Said where there is nothing to go to. */
export const NOWHERE: Record<Sought, string> = {
  unjudged: 'Every step of the tree is judged.',
  leverage: 'Every other step of the tree is judged.',
  drop: 'The value falls nowhere in this tree.',
  disagreement: 'No judged step disagrees with the values or with another annotator.',
};

function isUnjudged({ annotation }: AppState, open: OpenTree, node: number): boolean {
  const { passages } = annotation.annotations;
  return passagesAt(open.passages, node).some(
    (at) => passages.get(passageId(at))?.judgement.verdict === undefined,
  );
}

export function nextOf(what: Sought, state: AppState, tree: TreeSlice, open: OpenTree): number | undefined {
  switch (what) {
    case 'drop':
      return nextDrop(tree, open);
    case 'leverage':
      return mostLeverage(state, tree, open);
    case 'unjudged':
      return nextNode(open.tree, tree.node, (node) => isUnjudged(state, open, node));
    case 'disagreement':
      return nextNode(open.tree, tree.node, (node) => selectDisagreement(state, node) !== undefined);
  }
}

/** The largest fall, or from one fall the next smaller one. */
function nextDrop({ node, dropAt, valueSet }: TreeSlice, { tree }: OpenTree): number | undefined {
  const set = selectValueSets(tree)[valueSet]?.values();
  if (set === undefined) return undefined;
  const { inOrder } = selectFalls(tree, set);
  const at = dropAt === node ? inOrder.indexOf(node) : -1;
  return inOrder[(at + 1) % Math.max(1, inOrder.length)];
}

function mostLeverage(state: AppState, tree: TreeSlice, open: OpenTree): number | undefined {
  const set = selectValueSets(open.tree)[tree.valueSet]?.values();
  // Widths of withheld intervals would tell something.
  const order = workOrder(open.tree, open.through, maySee(state, false) ? set : undefined);
  return order.find(({ node }) => node !== tree.node && isUnjudged(state, open, node))?.node;
}

/** The step of the next column at the same level. */
export function besides({ levels, open }: Comparison, node: number, by: 1 | -1): number {
  const cells = levels[open.x[node]! - 1]?.cells ?? [];
  const at = cells.findIndex((cell) => cell.node === node);
  return (at < 0 ? undefined : cells[at + by]?.node) ?? node;
}
