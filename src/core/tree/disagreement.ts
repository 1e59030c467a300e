import type { Verdict } from '../model';
import type { TreeShape } from './walk';

/** Why a verdict on a node is worth a second look. */
export type Disagreement = 'annotators' | 'erroneous-without-drop' | 'correct-at-largest-drop';

/** Per node 1 where its value falls more than anywhere else on some path through it, first of equal falls. */
export function largestDropsOfPaths({ parent }: TreeShape, values: ArrayLike<number>): Uint8Array {
  const size = parent.length;
  const fall = Float64Array.from(parent, (up, node) => {
    const by = node === 0 ? NaN : values[up]! - values[node]!;
    return by > 0 ? by : 0;
  });
  const above = new Float64Array(size);
  for (let node = 1; node < size; node++) {
    above[node] = Math.max(above[parent[node]!]!, fall[parent[node]!]!);
  }
  /** Largest fall below the node on the path below it where the largest is least. */
  const below = new Float64Array(size).fill(Infinity);
  for (let node = size - 1; node >= 0; node--) {
    if (below[node] === Infinity) below[node] = 0;
    const up = parent[node]!;
    if (up >= 0) below[up] = Math.min(below[up]!, Math.max(below[node]!, fall[node]!));
  }
  return Uint8Array.from(parent, (_, node) =>
    fall[node]! > 0 && fall[node]! > above[node]! && fall[node]! >= below[node]! ? 1 : 0,
  );
}

/** Nodes by how much lower their value is than their parent's, the largest fall first; of equal ones in order. */
export function dropsInOrder({ parent }: TreeShape, values: ArrayLike<number>): number[] {
  const fall = (node: number) => values[parent[node]!]! - values[node]!;
  return [...parent.keys()].filter((node) => node > 0 && fall(node) > 0).sort((a, b) => fall(b) - fall(a));
}

export interface JudgedNode {
  /** What the person says; undefined: unjudged. */
  verdict: Verdict | undefined;
  /** What others say of the same step. */
  others: readonly Verdict[];
}

/** undefined: nothing to look at. `values` undefined: the tree has none. */
export function disagreementAt(
  { parent }: TreeShape,
  node: number,
  { verdict, others }: JudgedNode,
  values: ArrayLike<number> | undefined,
  largest: ArrayLike<number> | undefined,
): Disagreement | undefined {
  const said = verdict === undefined ? others : [verdict, ...others];
  if (new Set(said).size > 1) return 'annotators';
  if (verdict === undefined || values === undefined || node === 0) return undefined;
  const fall = values[parent[node]!]! - values[node]!;
  if (verdict === 'erroneous' && fall <= 0) return 'erroneous-without-drop';
  if (verdict === 'correct' && largest?.[node] === 1) return 'correct-at-largest-drop';
  return undefined;
}
