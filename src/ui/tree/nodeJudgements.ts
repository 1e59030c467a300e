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
export type NodesOf = Pick<ReadonlyMap<PassageId, number[]>, 'get'>;

/** Made when it is first asked for: the first drawing of 100,000 nodes without verdicts does not wait for it. */
export function indexPassages(passages: readonly Passage[][]): NodesOf {
  let made: NodesOf | undefined;
  return { get: (id) => (made ??= makeIndex(passages)).get(id) };
}

function makeIndex(passages: readonly Passage[][]): NodesOf {
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
  nodesOf: NodesOf,
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
