import type { RolloutTree, ValueSet } from '../model';
import { intervalAt } from './values';
import { depthsOf } from './walk';

/** Nodes with the highest leverage first: rollouts through the step times the width of its 95 % interval, where
 *  the values have one; without any, rollouts alone. Of equal ones the shared trunk comes first. */
export function workOrder(
  tree: Pick<RolloutTree, 'parent'>,
  through: ArrayLike<number>,
  values: ValueSet | undefined,
): { node: number; leverage: number }[] {
  const depth = depthsOf(tree);
  const hasIntervals = values?.c !== undefined && values.k !== undefined;
  const widthOf = (node: number) => {
    if (!hasIntervals) return 1;
    const interval = intervalAt(values, node);
    // Nothing is known of it: as wide as can be.
    return interval === undefined ? 1 : interval.high - interval.low;
  };
  return [...tree.parent.keys()]
    .slice(1)
    .map((node) => ({ node, leverage: through[node]! * widthOf(node) }))
    .sort((a, b) => b.leverage - a.leverage || depth[a.node]! - depth[b.node]! || a.node - b.node);
}
