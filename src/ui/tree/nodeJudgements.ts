import type { PassageId } from '../../core/identity';
import { passageId } from '../../core/identity';
import type { Annotations } from '../../core/labels';
import type { Passage, Verdict } from '../../core/model';

/** What was said of a node: a node of a file may hold several steps. */
export interface NodeJudgement {
  /** The worst verdict of its judged steps. */
  verdict: Verdict;
  judgedSteps: number;
  /** Painted, not yet on the disk. */
  hollow: boolean;
}
export type NodeJudgements = ReadonlyMap<number, NodeJudgement>;

/** Nodes by the passages inside them; a step that runs over a fork stands at several. */
export function indexPassages(passages: readonly Passage[][]): ReadonlyMap<PassageId, number[]> {
  const nodes = new Map<PassageId, number[]>();
  for (const [node, inside] of passages.entries()) {
    for (const passage of inside) {
      const id = passageId(passage);
      const known = nodes.get(id);
      if (known === undefined) nodes.set(id, [node]);
      else known.push(node);
    }
  }
  return nodes;
}

const WORSE: Record<Verdict, number> = { correct: 0, redundant: 1, erroneous: 2 };

/** Goes through what was judged, not through the tree: a key press costs the same in 100,000 nodes. */
export function judgeNodes(
  nodesOf: ReadonlyMap<PassageId, number[]>,
  annotations: Annotations,
  unsaved: ReadonlyMap<string, number>,
): NodeJudgements {
  const judged = new Map<number, NodeJudgement>();
  for (const [id, { judgement }] of annotations.passages) {
    const { verdict } = judgement;
    if (verdict === undefined) continue;
    for (const node of nodesOf.get(id) ?? []) {
      const before = judged.get(node);
      judged.set(node, {
        verdict: before === undefined || WORSE[verdict] > WORSE[before.verdict] ? verdict : before.verdict,
        judgedSteps: (before?.judgedSteps ?? 0) + 1,
        hollow: (before?.hollow ?? false) || unsaved.has(id),
      });
    }
  }
  return judged;
}
