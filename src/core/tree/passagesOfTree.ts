import { passagesOf } from '../identity';
import type { Passage, Range, RolloutTree } from '../model';
import { leavesOf, pathOf } from './walk';

/** Cuts the text of one path into steps under the strategy of the file; `given` are its nodes as ranges. */
export type SplitPath = (raw: string, given: readonly Range[]) => readonly Range[];

interface PathText {
  /** Root to end. */
  nodes: number[];
  /** Per entry of `nodes`: where its text ends in `raw`. */
  ends: number[];
  raw: string;
}

function pathText(tree: Pick<RolloutTree, 'parent' | 'text'>, node: number): PathText {
  const nodes = pathOf(tree, node);
  let end = 0;
  const ends = nodes.map((at) => (end += at === 0 ? 0 : tree.text[at]!.length));
  return { nodes, ends, raw: nodes.map((at) => (at === 0 ? '' : tree.text[at]!)).join('') };
}

/** Each node one step: the file's own cuts. */
function givenSteps(tree: RolloutTree, { nodes, ends }: PathText): Range[] {
  return nodes.slice(1).map((node, i) => ({ start: ends[i]! + tree.lead[node]!, end: ends[i + 1]! }));
}

/** Per node, the passages of the steps that end inside it: usually one, several where the strategy cuts finer
 *  than the file, none where a step goes on into the children (it then stands at each of them). `split` undefined:
 *  each node is one step. Splitters are prefix-stable, so what the first path says of a shared node holds for
 *  all; rows that end inside the tree are asked last, only for nodes of which no path to a leaf knows a step. */
export function passagesOfTree(tree: RolloutTree, split: SplitPath | undefined): Passage[][] {
  const found: (Passage[] | undefined)[] = tree.text.map(() => undefined);
  const innerEnds = [...tree.rowsEndingAt.keys()].filter(
    (node) => node !== 0 && tree.rowsEndingAt[node]!.length > 0,
  );
  found[0] = [];
  for (const end of leavesOf(tree)) take(tree, split, end, found);
  for (const end of innerEnds) {
    if (found[end]?.length === 0) take(tree, split, end, found);
  }
  return found.map((passages) => passages ?? []);
}

/** Gives the nodes of the path to `end` that have no step yet theirs; only for these a key is made. */
function take(
  tree: RolloutTree,
  split: SplitPath | undefined,
  end: number,
  found: (Passage[] | undefined)[],
): void {
  const path = pathText(tree, end);
  const steps = split === undefined ? givenSteps(tree, path) : split(path.raw, givenSteps(tree, path));
  const wanted: Range[] = [];
  const nodeOf: number[] = [];
  let at = 0;
  for (const [i, node] of path.nodes.entries()) {
    const isNew = node !== 0 && (found[node]?.length ?? 0) === 0;
    for (; at < steps.length && steps[at]!.end <= path.ends[i]!; at++) {
      if (isNew) nodeOf[wanted.push(steps[at]!) - 1] = node;
    }
    found[node] ??= [];
  }
  for (const [i, passage] of passagesOf(tree.problem, path.raw, wanted).entries()) {
    found[nodeOf[i]!]!.push(passage);
  }
}
