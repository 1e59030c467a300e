import type { PassageId } from '../../core/identity';
import type { Annotations } from '../../core/labels';
import type { Verdict } from '../../core/model';
import { nodesByPassage } from '../../core/tree';
import type { NodePassages } from '../../core/tree';

/** What was said of a node: a node of a file may hold several steps. */
export interface NodeJudgement {
  /** The worst verdict of its judged steps. */
  verdict: Verdict;
  judgedSteps: number;
  /** Painted, not yet on the disk. */
  hollow: boolean;
}
export type NodeJudgements = ReadonlyMap<number, NodeJudgement>;

/** Nodes by a passage inside them; a step that runs over a fork stands at several. */
export type NodesOf = (id: PassageId) => readonly number[];

/** Indexed when it is first asked for: the first drawing of 100,000 nodes without verdicts does not wait for it. */
export function indexPassages(passages: NodePassages): NodesOf {
  let made: NodesOf | undefined;
  return (id) => (made ??= nodesByPassage(passages))(id);
}

const WORSE: Record<Verdict, number> = { correct: 0, redundant: 1, erroneous: 2 };

/** Goes through what was judged, not through the tree: a key press costs the same in 100,000 nodes. */
export function judgeNodes(
  nodesOf: NodesOf,
  annotations: Annotations,
  unsaved: ReadonlyMap<string, number>,
): NodeJudgements {
  const judged = new Map<number, NodeJudgement>();
  for (const [id, { judgement }] of annotations.passages) {
    const { verdict } = judgement;
    if (verdict === undefined) continue;
    for (const node of nodesOf(id)) {
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
