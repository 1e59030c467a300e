import { childCount, passagesAt, pathOf } from '../../core/tree';
import type { Passage } from '../../core/model';
import type { OpenTree } from './openTree';

/** A step on the way from the root to the cursor; a node of a file may hold several of them, or none. */
export interface PathStep {
  node: number;
  /** From 1 along the path. */
  number: number;
  passage: Passage | undefined;
  text: string;
  /** The first step of its node: what is said of the node stands there. */
  isFirst: boolean;
}

/** The steps of the path. A node without a step of its own (a step runs on into its children) shows its text. */
export function stepsOfPath(
  { tree, passages }: Pick<OpenTree, 'tree' | 'passages'>,
  node: number,
): PathStep[] {
  const steps: PathStep[] = [];
  let raw = '';
  let number = 0;
  for (const at of pathOf(tree, node).slice(1)) {
    const own = tree.text[at]!;
    raw += own;
    const inside = passagesAt(passages, at);
    for (const [i, passage] of inside.entries()) {
      number++;
      const text = raw.slice(passage.start, passage.end);
      steps.push({ node: at, number, passage, text, isFirst: i === 0 });
    }
    if (inside.length === 0) {
      steps.push({ node: at, number: number + 1, passage: undefined, text: own.trim(), isFirst: true });
    }
  }
  return steps;
}

const MOST_UNITS = 240;
/** A node's own text on one line, cut: the way to the rest is the path list. */
export function nodeLine({ tree }: Pick<OpenTree, 'tree'>, node: number): string {
  const own = tree.text[node]!.slice(tree.lead[node]!, MOST_UNITS * 2);
  const line = own.replace(/[\s\u202A-\u202E\u2066-\u2069]+/g, ' ').trim();
  return line.length > MOST_UNITS ? `${line.slice(0, MOST_UNITS)}…` : line;
}

export function siblingCount({ tree }: Pick<OpenTree, 'tree'>, node: number): number {
  return node === 0 ? 0 : childCount(tree, tree.parent[node]!) - 1;
}

const LONGEST_LABEL = 90;
const plainLines = new WeakMap<OpenTree['tree'], Map<number, string>>();
/** The beginning of a node's text for a label of the drawing: signs of Markdown and maths are left out. */
export function plainLine(open: Pick<OpenTree, 'tree'>, node: number): string {
  let lines = plainLines.get(open.tree);
  if (lines === undefined) plainLines.set(open.tree, (lines = new Map()));
  let line = lines.get(node);
  if (line === undefined) {
    line = nodeLine(open, node)
      .replace(/\*\*|^#+ |\$+|\\[()[\]]/g, '')
      .slice(0, LONGEST_LABEL)
      .trim();
    lines.set(node, line);
  }
  return line;
}
