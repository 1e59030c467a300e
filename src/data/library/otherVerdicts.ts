// What other people say of the steps of a tree: those whom the file names, and those whose changes are in the log.

import { passageId } from '../../core/identity';
import { foldLog } from '../../core/labels';
import type { Change, GivenLabel, Passage, RolloutTree, Scope } from '../../core/model';
import { nodesByPassage } from '../../core/tree';
import type { NodePassages } from '../../core/tree';
import { scopeId } from './annotationCache';

export type NodeLabels = RolloutTree['given'];

/** Labels of rows at the nodes that hold their passages; those of a whole text, or of ranges that are no step, are
 *  at none. A row's label on a shared step is said once. */
export function labelsAtNodes(passages: NodePassages, labels: readonly GivenLabel[]): NodeLabels {
  if (labels.length === 0) return [];
  const nodesOf = nodesByPassage(passages);
  const said = new Set<string>();
  return labels.flatMap((label): NodeLabels => {
    if (label.on === 'text') return [];
    const { annotator = '', source, verdict = '' } = label;
    const key = [passageId(label.on), annotator, source, verdict].join('\n');
    if (said.has(key)) return [];
    said.add(key);
    return nodesOf(passageId(label.on)).map((node) => [node, label]);
  });
}

/** Verdicts of the other annotators of the problem in the log, whatever protocol, pack or round they worked in. */
export function verdictsOfOthers(changes: readonly Change[], scope: Scope | undefined): GivenLabel[] {
  const scopes = new Map(changes.map((change) => [scopeId(change.scope), change.scope]));
  return [...scopes.values()]
    .filter(({ annotator }) => annotator !== scope?.annotator)
    .flatMap((other) =>
      [...foldLog(changes, other).passages.values()].flatMap(({ at, judgement: { verdict } }) =>
        verdict === undefined ? [] : [labelOf(at, other.annotator, verdict)],
      ),
    );
}

function labelOf(on: Passage, annotator: string, verdict: NonNullable<GivenLabel['verdict']>): GivenLabel {
  return { source: 'log', origin: 'human', annotator, on, verdict, raw: verdict, categories: [], spans: [] };
}
