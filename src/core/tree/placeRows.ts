import type { RolloutTree } from '../model';
import { childrenOf } from './walk';

/** Which rows end at which node, found by their text: for a tree whose rows stand in other records. Of several
 *  nodes with the same text up to their end each takes a row in turn. Rows that the tree does not hold end nowhere. */
export function placeRows(
  tree: Pick<RolloutTree, 'parent' | 'text'>,
  rows: readonly { row: number; raw: string }[],
): number[][] {
  const endingAt = tree.text.map((): number[] => []);
  for (const { row, raw } of rows) {
    const [first, ...others] = nodesEndingWith(tree, raw);
    if (first === undefined) continue;
    const freest = others.reduce(
      (best, node) => (endingAt[node]!.length < endingAt[best]!.length ? node : best),
      first,
    );
    endingAt[freest]!.push(row);
  }
  return endingAt;
}

/** In drawing order; an empty node ends where its parent does. */
function nodesEndingWith(tree: Pick<RolloutTree, 'parent' | 'text'>, raw: string): number[] {
  const found: number[] = [];
  const waiting: [node: number, end: number][] = [[0, 0]];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const [node, end] = next;
    if (end === raw.length && node !== 0) found.push(node);
    for (const child of childrenOf(tree, node).toReversed()) {
      const text = tree.text[child]!;
      if (raw.startsWith(text, end)) waiting.push([child, end + text.length]);
    }
  }
  return found;
}
