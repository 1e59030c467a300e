// A search tree by a mapping: its nodes, their numbers, and a trace per leaf.

import type { ValueSet, Warning } from '../../model';
import { booleanOf, numberIn, present } from '../fields';
import type { AttemptDraft, TreeDraft } from '../format';
import { TreeBuilder } from '../treeDraft';
import type { CheckedMapping, TreeMapping } from './mappingSchema';
import type { Path } from './paths';
import type { Scope } from './scope';
import { findNodes } from './treeNodes';

export interface MappedTree {
  tree: TreeDraft;
  attempts: AttemptDraft[];
  warnings: Warning[];
}

/** Whole texts go on where the parent's ended; own texts are joined by a blank line. */
const isWhole = ({ prefix, textIs }: TreeMapping) => prefix !== undefined || textIs === 'prefix';

export function mapTree(mapping: CheckedMapping, tree: TreeMapping, row: Scope, prompt: string): MappedTree {
  const { root, nodes, lost } = findNodes(tree, row, prompt);
  const builder = new TreeBuilder(isWhole(tree) ? '' : '\n\n');
  const scopes = new Map<number, Scope>(root ? [[0, root]] : []);
  const extraParents: TreeDraft['extraParents'] = [];
  for (const { at, parent, others, text } of nodes) {
    const terminal = booleanOf(at.value(tree.terminal)) ?? false;
    const node = builder.add({ parent: parent + 1, text, author: 'model', terminal });
    scopes.set(node, at);
    for (const other of others) extraParents.push([node, other + 1]);
  }
  const leaves = builder.leaves();
  const attempts = builder.attemptsTo(leaves, isWhole(tree) ? 'plain@1' : 'steps@1').map((attempt, i) => {
    const outcome = booleanOf(scopes.get(leaves[i] ?? -1)?.value(tree.outcome));
    return { ...attempt, ...present({ outcome }) };
  });
  const reason = `${lost} nodes are left out: no way leads to them from a root.`;
  return {
    tree: { ...builder.finish(valuesOf(mapping, tree, builder, scopes)), extraParents },
    attempts,
    warnings: lost > 0 ? [{ kind: 'node-without-root', reason }] : [],
  };
}

const MEANINGS = [
  ['visits', 'visits'],
  ['value', 'v'],
  ['prior', 'prior'],
  ['reward', 'reward'],
] as const;
const nameOf = (path: Path) => (typeof path === 'string' ? path : path.join(' + '));

/** A value is a Monte Carlo estimate if its counts are given or its name says so. */
function valuesOf(
  mapping: CheckedMapping,
  tree: TreeMapping,
  builder: TreeBuilder,
  scopes: ReadonlyMap<number, Scope>,
): ValueSet[] {
  const column = (path: Path) =>
    builder.columnOf(
      new Map([...scopes].map(([node, at]) => [node, numberIn(at.value(path)) ?? NaN] as const)),
    );
  const countsAt = (path: Path | undefined) => (path === undefined ? undefined : column(path));
  const sets = MEANINGS.flatMap(([role, means]): ValueSet[] => {
    const path = tree[role];
    if (path === undefined) return [];
    const set: ValueSet = { name: nameOf(path), on: 'node', means, data: column(path) };
    if (role !== 'value') return [set];
    const isEstimate = tree.k !== undefined || /(^|[^a-z])mc([^a-z]|$)/i.test(set.name);
    return [
      {
        ...set,
        means: isEstimate ? 'mc' : 'v',
        ...(isEstimate && { range: [0, 1] as [number, number] }),
        ...present({ c: countsAt(tree.c), k: countsAt(tree.k) }),
      },
    ];
  });
  const scores = mapping.scores.filter(({ at }) => at === 'node');
  return [
    ...sets,
    ...scores.map(({ name, path }): ValueSet => ({ name, on: 'node', means: 'v', data: column(path) })),
  ];
}
