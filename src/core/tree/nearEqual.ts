import { siblingsOf } from './walk';
import type { TreeShape } from './walk';

/** What is left of a step when white space, case, closing marks and the number before it are left out. */
export function nearKey(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/^\s*(?:step\s*\d+\s*[:.)-]?|\(?\d+[.):]|[-*•])\s*/, '')
    .replace(/\s+/g, '')
    .replace(/[.,;:!]+$/, '');
}

/** Siblings that say nearly the same as the node, itself left out. They stay nodes of their own: a verdict on one
 *  is none on the other. */
export function nearSiblings(tree: TreeShape & { text: readonly string[] }, node: number): number[] {
  if (node === 0) return [];
  const key = nearKey(tree.text[node]!);
  if (key === '') return [];
  return [...siblingsOf(tree, node)].filter((other) => other !== node && nearKey(tree.text[other]!) === key);
}
