import { passageId } from '../identity';
import type { Passage, ProblemKey, Range, RolloutTree } from '../model';
import { outcomeValues } from './values';
import { throughCounts } from './walk';

/** One rollout of the problem as it is read under the strategy of the file. */
export interface Rollout {
  /** Its row number in the file: rollouts are merged in this order, whatever order they come in. */
  row: number;
  raw: string;
  steps: readonly Range[];
  /** Of `steps`, one each. */
  passages: readonly Passage[];
  outcome?: boolean | number | undefined;
  /** The final answer it gives. */
  answer?: string | undefined;
}
export interface MergedTree {
  /** A node is a step. What a rollout writes behind its last step is in no node. `lead` stops at 255; the
   *  passages are exact. `rowsEndingAt` holds row numbers. */
  tree: RolloutTree;
  /** Per node: its passage alone; none for node 0. */
  passages: Passage[][];
  /** Rows that end at each node. */
  rowsAt: number[][];
  /** Per node: rollouts that go through it or end at it. */
  through: Int32Array;
  /** Per node: the final answer of the rollouts that end there, where they agree. */
  answers: (string | undefined)[];
}

interface Growing {
  parent: number[];
  text: string[];
  lead: number[];
  passages: Passage[][];
  rowsAt: number[][];
  answers: Set<string>[];
  /** By parent node, then by passage: equal text that was cut differently is another node. */
  children: Map<string, number>[];
}

function addNode(to: Growing, parent: number, text: string, lead: number, passages: Passage[]): number {
  to.parent.push(parent);
  to.text.push(text);
  to.lead.push(Math.min(lead, 255));
  to.passages.push(passages);
  to.rowsAt.push([]);
  to.answers.push(new Set());
  to.children.push(new Map());
  return to.parent.length - 1;
}

/** Follows the rollout as far as the tree knows it, adds what is new, gives the node it ends at. */
function addRollout(to: Growing, { raw, steps, passages }: Rollout): number {
  let node = 0;
  let end = 0;
  for (const [i, step] of steps.entries()) {
    const passage = passages[i]!;
    const id = passageId(passage);
    let next = to.children[node]!.get(id);
    if (next === undefined) {
      next = addNode(to, node, raw.slice(end, step.end), step.start - end, [passage]);
      to.children[node]!.set(id, next);
    }
    node = next;
    end = step.end;
  }
  return node;
}

/** Merges rollouts of one problem by equal passages. The result does not depend on the order of `rollouts`;
 *  children stand in the order of the first row that goes through them. */
export function mergeRollouts(problem: ProblemKey, rollouts: readonly Rollout[]): MergedTree {
  const sorted = rollouts.toSorted((a, b) => a.row - b.row);
  const growing: Growing = {
    parent: [],
    text: [],
    lead: [],
    passages: [],
    rowsAt: [],
    answers: [],
    children: [],
  };
  addNode(growing, -1, '', 0, []);
  const endOf = sorted.map((rollout) => {
    const node = addRollout(growing, rollout);
    growing.rowsAt[node]!.push(rollout.row);
    if (rollout.answer !== undefined) growing.answers[node]!.add(rollout.answer);
    return node;
  });
  const size = growing.parent.length;
  const parent = Int32Array.from(growing.parent);
  const outcomes = outcomeValues(
    parent,
    endOf,
    sorted.map(({ outcome }) => outcome),
  );
  const tree: RolloutTree = {
    problem,
    parent,
    extraParents: [],
    text: growing.text,
    lead: Uint8Array.from(growing.lead),
    author: Array.from({ length: size }, () => undefined),
    rowsEndingAt: growing.rowsAt,
    chosenChild: new Int32Array(size).fill(-1),
    terminal: Uint8Array.from(growing.rowsAt, (rows) => (rows.length > 0 ? 1 : 0)),
    given: [],
    values: outcomes === undefined ? [] : [outcomes],
  };
  return {
    tree,
    passages: growing.passages,
    rowsAt: growing.rowsAt,
    through: throughCounts(tree),
    answers: growing.answers.map((all) => (all.size === 1 ? [...all][0] : undefined)),
  };
}
