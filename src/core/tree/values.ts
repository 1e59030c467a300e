// Values of a tree and the doubt that belongs to them. NaN: not known, never 0.

import type { ValueSet } from '../model';
import { childrenOf, nodesInOrder, pathOf } from './walk';
import type { TreeShape } from './walk';

export interface Interval {
  low: number;
  high: number;
}

/** undefined: the file gives none. */
export function valueAt(set: ValueSet, node: number): number | undefined {
  const value = set.data[node];
  // Some files write 1.0 where nothing was rolled out.
  if (value === undefined || Number.isNaN(value) || set.k?.[node] === 0) return undefined;
  return value;
}

/** Wilson's 95 % interval of c right out of k rollouts; undefined without rollouts.
 *  E. B. Wilson, Probable inference, the law of succession, and statistical inference (JASA 22, 1927). */
export function wilson95(c: number, k: number): Interval | undefined {
  if (!(k > 0)) return undefined;
  const z = 1.959963984540054;
  const p = c / k;
  const centre = p + (z * z) / (2 * k);
  const half = z * Math.sqrt((p * (1 - p)) / k + (z * z) / (4 * k * k));
  const scale = 1 + (z * z) / k;
  return { low: Math.max(0, (centre - half) / scale), high: Math.min(1, (centre + half) / scale) };
}

/** The 95 % interval of a node, where the set has c and k for it. */
export function intervalAt(set: ValueSet, node: number): Interval | undefined {
  const c = set.c?.[node];
  const k = set.k?.[node];
  return c === undefined || k === undefined || Number.isNaN(c) ? undefined : wilson95(c, k);
}

/** V(node): the mean of the outcomes of all leaves under it, each leaf counted once (TreeRL and others).
 *  `outcome` is per node and read at leaves; a node with an unknown outcome under it has no V. */
export function leafWeightedMean(tree: TreeShape, outcome: ArrayLike<number>): Float64Array {
  const size = tree.parent.length;
  const sum = new Float64Array(size);
  const leaves = new Float64Array(size);
  for (let node = size - 1; node >= 0; node--) {
    if (childrenOf(tree, node).length === 0) {
      sum[node] = outcome[node]!;
      leaves[node] = 1;
    }
    if (node > 0) {
      sum[tree.parent[node]!]! += sum[node]!;
      leaves[tree.parent[node]!]! += leaves[node]!;
    }
  }
  return sum.map((total, node) => total / leaves[node]!);
}

/** V(n) − V(parent); NaN at the root and where either is unknown. */
export function localAdvantage({ parent }: TreeShape, values: ArrayLike<number>): Float64Array {
  return Float64Array.from(parent, (up, node) => (node === 0 ? NaN : values[node]! - values[up]!));
}

/** V(n) − V(root). */
export function globalAdvantage({ parent }: TreeShape, values: ArrayLike<number>): Float64Array {
  return Float64Array.from(parent, (_, node) => (node === 0 ? NaN : values[node]! - values[0]!));
}

export interface Drop {
  node: number;
  /** How much lower than its parent: above 0. */
  by: number;
}

/** The node of the path to `node` where the value falls most; undefined when it never falls. */
export function largestDropOnPath(
  tree: TreeShape,
  values: ArrayLike<number>,
  node: number,
): Drop | undefined {
  return largestDropAmong(tree, values, pathOf(tree, node));
}

/** The same over the whole tree, the first of equal ones. */
export function largestDrop(tree: TreeShape, values: ArrayLike<number>): Drop | undefined {
  return largestDropAmong(tree, values, tree.parent.keys());
}

function largestDropAmong(
  { parent }: TreeShape,
  values: ArrayLike<number>,
  nodes: Iterable<number>,
): Drop | undefined {
  let largest: Drop | undefined;
  for (const node of nodes) {
    const by = node === 0 ? NaN : values[parent[node]!]! - values[node]!;
    if (by > (largest?.by ?? 0)) largest = { node, by };
  }
  return largest;
}

/** The path to the best end of the tree: the leaf (or the last node that has a value) whose value is highest.
 *  Where c and k are known the lower end of the 95 % interval decides, so 7 of 7 stands above 1 of 1. */
export function bestPath(tree: TreeShape, set: ValueSet): number[] {
  const worth = (node: number) => intervalAt(set, node)?.low ?? valueAt(set, node);
  const hasValuedChild = new Uint8Array(tree.parent.length);
  for (let node = tree.parent.length - 1; node > 0; node--) {
    if (valueAt(set, node) !== undefined || hasValuedChild[node] === 1)
      hasValuedChild[tree.parent[node]!] = 1;
  }
  let best = 0;
  let most = -Infinity;
  for (const node of nodesInOrder(tree)) {
    const value = hasValuedChild[node] === 1 ? undefined : worth(node);
    if (value === undefined || value <= most) continue;
    most = value;
    best = node;
  }
  return pathOf(tree, best);
}

/** OmegaPRM's Q(s, r) = α^(1 − MC(s)) · β^(length(r) / L), which rollout to search next.
 *  Luo et al., Improve Mathematical Reasoning in Language Models by Automated Process Supervision, §3.3. */
export function omegaPriority(
  mc: number,
  length: number,
  { alpha = 0.5, beta = 0.9, longest = 500 } = {},
): number {
  return alpha ** (1 - mc) * beta ** (length / longest);
}

/** OmegaPRM's U(s) = c · √ΣN / (1 + N(s)), its exploration term (same source). */
export function omegaExploration(visits: number, allVisits: number, c = 0.125): number {
  return (c * Math.sqrt(allVisits)) / (1 + visits);
}

/** c right of k for every node, from the outcomes of the rollouts that go through it; undefined when no outcome
 *  is known. A node with an unknown outcome among its rollouts has no value. Outcomes that are numbers give
 *  their mean, and no interval. */
export function outcomeValues(
  parent: Int32Array,
  endOf: readonly number[],
  outcomes: readonly (boolean | number | undefined)[],
): ValueSet | undefined {
  if (outcomes.every((outcome) => outcome === undefined)) return undefined;
  const sum = new Float64Array(parent.length);
  const count = new Float64Array(parent.length);
  for (const [i, node] of endOf.entries()) {
    sum[node]! += outcomes[i] === undefined ? NaN : Number(outcomes[i]);
    count[node]!++;
  }
  for (let node = parent.length - 1; node > 0; node--) {
    sum[parent[node]!]! += sum[node]!;
    count[parent[node]!]! += count[node]!;
  }
  const isRightOrWrong = outcomes.every((outcome) => outcome === undefined || typeof outcome === 'boolean');
  return {
    name: isRightOrWrong ? 'value c/k' : 'mean outcome',
    on: 'node',
    means: isRightOrWrong ? 'mc' : 'v',
    data: sum.map((total, node) => total / count[node]!),
    computedBy: 'Stepmark, from the outcomes of the rollouts through each node',
    ...(isRightOrWrong ? { range: [0, 1] as [number, number], c: sum, k: count } : {}),
  };
}

/** Scale on which a set is drawn: what it declares, else what its kind means, else the values it has. */
export function valueRange({ range, means, data }: ValueSet): [number, number] {
  if (range !== undefined) return range;
  let low = Infinity;
  let high = -Infinity;
  for (const value of data) {
    if (value < low) low = value;
    if (value > high) high = value;
  }
  if (low > high) return [0, 1];
  if (low >= 0 && high <= 1 && means !== 'visits') return [0, 1];
  return low === high ? [low - 1, high] : [Math.min(low, 0), high];
}
