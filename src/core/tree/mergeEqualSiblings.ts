import type { RolloutTree, ValueSet } from '../model';
import { nodesInOrder } from './walk';

export interface MergedSiblings {
  tree: RolloutTree;
  /** Per node of the result: the nodes of the tree given that it stands for, itself a text and a path. */
  members: number[][];
  /** Per node of the tree given: its node in the result. */
  mergedAt: Int32Array;
}

/** Siblings with equal text become one node, and so do their children: for drawing and counting. OmegaPRM
 *  files hold the same step many times, each with an estimate of its own; the tree given keeps them all. */
export function mergeEqualSiblings(tree: RolloutTree): MergedSiblings {
  const mergedAt = new Int32Array(tree.parent.length);
  const members: number[][] = [[0]];
  const children: Map<string, number>[] = [new Map()];
  for (const node of nodesInOrder(tree)) {
    if (node === 0) continue;
    const siblings = children[mergedAt[tree.parent[node]!]!]!;
    const known = siblings.get(tree.text[node]!);
    if (known === undefined) {
      siblings.set(tree.text[node]!, (mergedAt[node] = members.length));
      members.push([node]);
      children.push(new Map());
    } else {
      mergedAt[node] = known;
      members[known]!.push(node);
    }
  }
  return { tree: mergedColumns(tree, members, mergedAt), members, mergedAt };
}

function mergedColumns(tree: RolloutTree, members: number[][], mergedAt: Int32Array): RolloutTree {
  const first = members.map((nodes) => nodes[0]!);
  const parentOf = (node: number) => (node === 0 ? -1 : mergedAt[tree.parent[node]!]!);
  const chosen = members.map((nodes) =>
    nodes.map((node) => tree.chosenChild[node]!).find((child) => child > 0),
  );
  return {
    problem: tree.problem,
    parent: Int32Array.from(first, parentOf),
    extraParents: tree.extraParents.map(([child, parent]) => [mergedAt[child]!, mergedAt[parent]!]),
    text: first.map((node) => tree.text[node]!),
    lead: Uint8Array.from(first, (node) => tree.lead[node]!),
    author: first.map((node) => tree.author[node]),
    rowsEndingAt: members.map((nodes) =>
      nodes.flatMap((node) => tree.rowsEndingAt[node]!).sort((a, b) => a - b),
    ),
    chosenChild: Int32Array.from(chosen, (child) => (child === undefined ? -1 : mergedAt[child]!)),
    terminal: Uint8Array.from(members, (nodes) => (nodes.some((node) => tree.terminal[node] === 1) ? 1 : 0)),
    given: tree.given.map(([node, label]) => [mergedAt[node]!, label]),
    values: tree.values.map((set) => mergedValues(set, members)),
    ...(tree.order === undefined ? {} : { order: Int32Array.from(first, (node) => tree.order![node]!) }),
  };
}

/** Where the members have c and k the value is c / k of all of them, else their mean; visits add up. */
function mergedValues(set: ValueSet, members: number[][]): ValueSet {
  const known = (column: Float64Array) =>
    members.map((nodes) => nodes.map((node) => column[node]!).filter((value) => !Number.isNaN(value)));
  const total = (values: number[]) =>
    values.length === 0 ? NaN : values.reduce((sum, value) => sum + value, 0);
  const sum = (column: Float64Array) => Float64Array.from(known(column), total);
  const mean = (column: Float64Array) =>
    Float64Array.from(known(column), (values) => total(values) / values.length);
  const c = set.c === undefined ? undefined : sum(set.c);
  const k = set.k === undefined ? undefined : sum(set.k);
  const perRollout = c !== undefined && k !== undefined ? c.map((right, i) => right / k[i]!) : undefined;
  return {
    ...set,
    data: set.means === 'visits' ? sum(set.data) : (perRollout ?? mean(set.data)),
    ...(c === undefined ? {} : { c }),
    ...(k === undefined ? {} : { k }),
  };
}
