// What the tree screen and the keys of the tree both ask of an open tree: its value sets, where values fall and
// where a verdict is worth a second look. Computed once a tree.

import { passageId } from '../core/identity';
import type { Protocol, ValueSet, Verdict } from '../core/model';
import {
  chainHeads,
  disagreementAt,
  dropsInOrder,
  globalAdvantage,
  largestDropsOfPaths,
  localAdvantage,
  namedValues,
  passagesAt,
} from '../core/tree';
import type { Disagreement, NamedValues } from '../core/tree';
import type { OpenTree } from '../data/api';
import { protocolById } from '../core/labels';
import type { AppState } from './state';

type Tree = OpenTree['tree'];

function perTree<T>(make: (tree: Tree) => T): (tree: Tree) => T {
  const known = new WeakMap<Tree, T>();
  return (tree) => {
    let value = known.get(tree);
    if (value === undefined) known.set(tree, (value = make(tree)));
    return value;
  };
}

/** The file's sets, then those that can be computed from them. */
export const selectValueSets: (tree: Tree) => readonly NamedValues[] = perTree(namedValues);

/** Per node the first node of the chain it is inside of, or -1. */
export const selectChains: (tree: Tree) => Int32Array = perTree(chainHeads);

/** The set to show first: a value before visits and priors. */
export function firstValueSet(tree: Tree): number {
  const sets = tree.values.map(({ means }) => means);
  return Math.max(
    0,
    sets.findIndex((means) => means === 'mc' || means === 'v' || means === 'q'),
  );
}

/** What falls along a path: one list per tree and set. */
interface Falls {
  inOrder: readonly number[];
  largest: Uint8Array;
  advantage: ValueSet;
  global: Float64Array;
}
const fallsOf = new WeakMap<ValueSet, Falls>();

export function selectFalls(tree: Tree, set: ValueSet): Falls {
  let falls = fallsOf.get(set);
  if (falls === undefined) {
    falls = {
      inOrder: dropsInOrder(tree, set.data),
      largest: largestDropsOfPaths(tree, set.data),
      advantage: advantageOf(tree, set),
      global: globalAdvantage(tree, set.data),
    };
    fallsOf.set(set, falls);
  }
  return falls;
}

/** V(n) − V(parent) as a set of its own, on a scale that crosses 0. */
function advantageOf(tree: Tree, set: ValueSet): ValueSet {
  const data = localAdvantage(tree, set.data);
  const most = data.reduce((far, by) => (Math.abs(by) > far ? Math.abs(by) : far), 0) || 1;
  return { name: `advantage, ${set.name}`, on: 'node', means: 'v', data, range: [-most, most] };
}

/** Verdicts of people whom the file names, by node. */
export const selectGivenVerdicts: (tree: Tree) => ReadonlyMap<number, readonly Verdict[]> = perTree(
  (tree) => {
    const verdicts = new Map<number, Verdict[]>();
    for (const [node, { origin, verdict }] of tree.given) {
      if (origin !== 'human' || verdict === undefined) continue;
      verdicts.set(node, [...(verdicts.get(node) ?? []), verdict]);
    }
    return verdicts;
  },
);

/** What may be compared at a node: numbers and labels of the file only where the protocol shows them. */
export function selectDisagreement(state: AppState, node: number): Disagreement | undefined {
  const open = state.tree?.tree;
  if (state.tree === undefined || open === undefined) return undefined;
  const { passages } = state.annotation.annotations;
  const said = passagesAt(open.passages, node).map((at) => passages.get(passageId(at))?.judgement.verdict);
  const verdict = said.length > 0 && said.every((one) => one === said[0]) ? said[0] : undefined;
  if (!maySee(state, verdict !== undefined)) return undefined;
  const set = selectValueSets(open.tree)[state.tree.valueSet]?.values();
  return disagreementAt(
    open.tree,
    node,
    { verdict, others: selectGivenVerdicts(open.tree).get(node) ?? [] },
    set?.data,
    set === undefined ? undefined : selectFalls(open.tree, set).largest,
  );
}

/** Whether a number from a machine may be seen at a step; the rest is drawn hatched. */
export function mayShowValue(hints: Protocol['hints'], revealed: boolean, isJudged: boolean): boolean {
  return hints === 'shown' || revealed || (hints === 'afterVerdict' && isJudged);
}

/** The same under the protocol at hand. */
export function maySee({ settings, reader }: AppState, isJudged: boolean): boolean {
  return mayShowValue(protocolById(settings.protocol).hints, reader?.revealed === true, isJudged);
}
