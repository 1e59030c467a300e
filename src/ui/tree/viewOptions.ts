import { childCount, childrenOf, valueAt } from '../../core/tree';
import type { ValueSet } from '../../core/model';
import type { DrawnTree } from './drawnTree';
import type { OpenTree } from './openTree';

/** How the tree is looked at; nothing of it is kept. */
export interface ViewOptions {
  size: 'paths' | 'same';
  /** Which path is drawn strong. */
  strong: 'best' | 'visited';
  fold: FoldRule;
  /** How far the search is replayed; undefined: to its end. */
  replay: number | undefined;
}
export type FoldRule = 'none' | 'chains' | 'paths2' | 'paths5' | 'paths20' | 'value25' | 'value50';
export const FOLD_RULES: readonly { value: FoldRule; label: string; least: number; by: 'paths' | 'value' }[] =
  [
    { value: 'paths2', label: 'below 2 paths', least: 2, by: 'paths' },
    { value: 'paths5', label: 'below 5 paths', least: 5, by: 'paths' },
    { value: 'paths20', label: 'below 20 paths', least: 20, by: 'paths' },
    { value: 'value25', label: 'value below 0.25', least: 0.25, by: 'value' },
    { value: 'value50', label: 'value below 0.5', least: 0.5, by: 'value' },
  ];
export const WHOLE: ViewOptions = { size: 'paths', strong: 'best', fold: 'none', replay: undefined };

export interface HiddenNodes {
  /** 1: not drawn. All below a hidden node is hidden. */
  hidden: Uint8Array;
  /** Nodes hidden by the fold below each node that is drawn. */
  folded: Int32Array;
}

/** undefined: all is drawn. What lies on `kept` paths is never folded, only not yet there in the replay. `drawn`:
 *  the tree with its chains folded. */
export function hiddenNodes(
  { tree, through }: Pick<OpenTree, 'tree' | 'through'>,
  { fold, replay }: ViewOptions,
  set: ValueSet | undefined,
  kept: ReadonlySet<number>,
  drawn?: Pick<DrawnTree, 'parent' | 'chains'>,
): HiddenNodes | undefined {
  const rule = FOLD_RULES.find(({ value }) => value === fold);
  const inside = drawn?.chains?.inside;
  const parent = drawn?.parent ?? tree.parent;
  if (rule === undefined && replay === undefined && inside === undefined) return undefined;
  const isFolded = (node: number) => {
    if (rule === undefined || kept.has(node)) return false;
    if (rule.by === 'paths') return through[node]! < rule.least;
    return (set === undefined ? undefined : (valueAt(set, node) ?? 1))! < rule.least;
  };
  const isLater = (node: number) => replay !== undefined && (tree.order?.[node] ?? -1) > replay;
  const size = parent.length;
  const hidden = new Uint8Array(size);
  const later = new Uint8Array(size);
  for (let node = 1; node < size; node++) {
    const up = parent[node]!;
    if (later[up] === 1 || isLater(node)) later[node] = 1;
    if (hidden[up] === 1 || later[node] === 1 || isFolded(node) || inside?.[node] === 1) hidden[node] = 1;
  }
  const folded = new Int32Array(size);
  for (let node = size - 1; node > 0; node--) {
    // What is inside a chain is counted between its ends.
    if (hidden[node] === 1 && later[node] === 0 && inside?.[node] !== 1) {
      folded[parent[node]!]! += 1 + folded[node]!;
    }
  }
  return { hidden, folded };
}

/** From the root always to the child that most paths go through. */
export function mostVisitedPath({ tree, through }: Pick<OpenTree, 'tree' | 'through'>): number[] {
  const visits = tree.values.find(({ means }) => means === 'visits')?.data ?? through;
  const path = [0];
  for (let node: number | undefined = 0; node !== undefined;) {
    let most: number | undefined;
    for (const child of childrenOf(tree, node)) {
      if (most === undefined || visits[child]! > visits[most]!) most = child;
    }
    if (most !== undefined) path.push(most);
    node = most;
  }
  return path;
}

/** A candidate that the search did not go on with: nothing below it, and no path ends there. */
export function isLeftBehind({ tree, rowsAt }: Pick<OpenTree, 'tree' | 'rowsAt'>, node: number): boolean {
  return childCount(tree, node) === 0 && rowsAt[node]!.length === 0 && tree.terminal[node] === 0;
}

/** First and last place in the file's own order of visits. */
export function replayRange({ tree }: Pick<OpenTree, 'tree'>): [number, number] | undefined {
  if (tree.order === undefined) return undefined;
  const steps = tree.order.filter((step) => step >= 0);
  if (steps.length < 2) return undefined;
  return [steps.reduce((a, b) => Math.min(a, b)), steps.reduce((a, b) => Math.max(a, b))];
}
