// The nodes of a search tree as a mapping finds them, parents first: nested objects, a list that names parents or
// children, a list of whole texts, or a list of paths.

import { PrefixNodes } from '../prefixNodes';
import { textOf } from '../fields';
import type { TreeMapping } from './mappingSchema';
import { asText } from './paths';
import type { Found } from './paths';
import { Scope } from './scope';

export interface TreeNode {
  at: Scope;
  /** Index in the list of nodes; -1: the root of the tree. */
  parent: number;
  /** Further parents of a node that several lead to. */
  others: number[];
  /** What the node adds. */
  text: string;
  /** The whole text so far, where the file gives it. */
  whole?: string;
}
export interface FoundNodes {
  /** What the file says of the root itself, the problem. */
  root: Scope | undefined;
  nodes: TreeNode[];
  /** Entries left out: no parent leads to them. */
  lost: number;
}

export function findNodes(tree: TreeMapping, row: Scope, prompt: string): FoundNodes {
  if (tree.root !== undefined) return nestedNodes(tree, row, prompt);
  const entries = row.select(tree.nodes ?? '[*]').flatMap(unrolled);
  if (tree.prefix !== undefined) return prefixNodes(tree.prefix, entries, prompt);
  if (tree.path !== undefined) return pathNodes(tree.path, entries);
  return linkedNodes(tree, entries, prompt);
}

/** `nodes` may name the list itself instead of its entries. */
const unrolled = ({ value, key }: Found): Scope[] =>
  Array.isArray(value) && value.every((entry) => typeof entry === 'object')
    ? value.map((entry: unknown) => new Scope({ value: entry, key }))
    : [new Scope({ value, key })];

const isRootText = (text: string, prompt: string) => text.trim() === '' || text.trim() === prompt.trim();

/** What follows the parent's whole text, or all of it. */
const addedTo = (before: string, whole: string) =>
  whole.startsWith(before) ? whole.slice(before.length) : whole;

/** Depth first in file order, without recursion: the depth is the file's to choose. */
function nestedNodes(tree: TreeMapping, row: Scope, prompt: string): FoundNodes {
  const found: FoundNodes = { root: undefined, nodes: [], lost: 0 };
  const waiting = row
    .select(tree.root ?? '$')
    .map((own) => ({ at: new Scope(own), parent: -1, before: '' }))
    .reverse();
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { at, parent, before } = next;
    const whole = at.text(tree.text) ?? '';
    const isRoot = parent === -1 && !found.root && (tree.textIs === 'prefix' || isRootText(whole, prompt));
    let node = parent;
    if (isRoot) found.root = at;
    else {
      node = found.nodes.length;
      const text = tree.textIs === 'prefix' ? addedTo(before, whole) : whole;
      found.nodes.push({ at, parent, others: [], text, whole });
    }
    const children = at.select(tree.children ?? 'children[*]').filter(({ value }) => value !== null);
    for (const own of children.toReversed())
      waiting.push({ at: new Scope(own), parent: node, before: whole });
  }
  return found;
}

function prefixNodes(
  prefix: NonNullable<TreeMapping['prefix']>,
  entries: Scope[],
  prompt: string,
): FoundNodes {
  const found: FoundNodes = { root: undefined, nodes: [], lost: 0 };
  const known = new PrefixNodes();
  known.add(prompt, -1);
  const texts = entries.map((at) => ({ at, whole: at.text(prefix) ?? '' }));
  for (const { at, whole } of texts.toSorted((a, b) => a.whole.length - b.whole.length)) {
    if (isRootText(whole, prompt) && !found.root) {
      found.root = at;
      continue;
    }
    const parent = known.parentOf(whole) ?? { node: -1, length: 0 };
    known.add(whole, found.nodes.length);
    found.nodes.push({ at, parent: parent.node, others: [], text: whole.slice(parent.length), whole });
  }
  return found;
}

/** A node is the way to it; an ancestor that the file leaves out is passed over. */
function pathNodes(path: NonNullable<TreeMapping['path']>, entries: Scope[]): FoundNodes {
  const found: FoundNodes = { root: undefined, nodes: [], lost: 0 };
  const nodeOf = new Map<string, number>();
  const ways = entries.map((at) => ({ at, way: at.list(path).map(asText) }));
  for (const { at, way } of ways.toSorted((a, b) => a.way.length - b.way.length)) {
    if (way.length === 0) {
      found.root ??= at;
      continue;
    }
    let length = way.length - 1;
    while (length > 0 && !nodeOf.has(JSON.stringify(way.slice(0, length)))) length--;
    const parent = length === 0 ? -1 : (nodeOf.get(JSON.stringify(way.slice(0, length))) ?? -1);
    nodeOf.set(JSON.stringify(way), found.nodes.length);
    found.nodes.push({ at, parent, others: [], text: way.slice(length).join('\n\n') });
  }
  return found;
}

/** Parents of each entry by their places in the list, whichever side names them. */
function parentLinks(tree: TreeMapping, entries: readonly Scope[]): number[][] {
  const ids = entries.map((at, i) => (tree.id === undefined ? String(i) : (at.text(tree.id) ?? '')));
  const placeOf = new Map(ids.map((id, i) => [id, i] as const));
  const parents = entries.map((): number[] => []);
  const link = (child: number | undefined, parent: number | undefined) => {
    if (child !== undefined && parent !== undefined && child !== parent) parents[child]?.push(parent);
  };
  entries.forEach((at, i) => {
    if (tree.parent !== undefined)
      for (const id of at.list(tree.parent)) link(i, placeOf.get(textOf(id) ?? ''));
    else if (tree.children !== undefined)
      for (const id of at.list(tree.children)) link(placeOf.get(textOf(id) ?? ''), i);
  });
  return parents;
}

/** Parents first; what only a circle leads to is left out. */
function linkedNodes(tree: TreeMapping, entries: readonly Scope[], prompt: string): FoundNodes {
  const parents = parentLinks(tree, entries);
  const children = entries.map((): number[] => []);
  parents.forEach(([first], i) => {
    if (first !== undefined) children[first]?.push(i);
  });
  const found: FoundNodes = { root: undefined, nodes: [], lost: 0 };
  const nodeOf = new Map<number, number>();
  const waiting = entries.flatMap((_, i) => (parents[i]?.length === 0 ? [i] : [])).reverse();
  const onlyRoot = waiting.length === 1;
  for (let place = waiting.pop(); place !== undefined; place = waiting.pop()) {
    const at = entries[place];
    if (!at) continue;
    const [first] = parents[place] ?? [];
    const whole = at.text(tree.text) ?? '';
    if (onlyRoot && first === undefined && (tree.textIs === 'prefix' || isRootText(whole, prompt)))
      found.root = at;
    else {
      const before = (first === undefined ? undefined : entries[first]?.text(tree.text)) ?? '';
      const text = tree.textIs === 'prefix' ? addedTo(before, whole) : whole;
      nodeOf.set(place, found.nodes.length);
      found.nodes.push({ at, parent: nodeOf.get(first ?? -1) ?? -1, others: [], text, whole });
    }
    waiting.push(...(children[place]?.toReversed() ?? []));
  }
  addOtherParents(found, parents, nodeOf);
  found.lost = entries.length - found.nodes.length - (found.root ? 1 : 0);
  return found;
}

function addOtherParents(
  { nodes }: FoundNodes,
  parents: readonly number[][],
  nodeOf: ReadonlyMap<number, number>,
): void {
  for (const [place, node] of nodeOf)
    for (const other of (parents[place] ?? []).slice(1)) {
      const parent = nodeOf.get(other);
      if (parent !== undefined) nodes[node]?.others.push(parent);
    }
}
