import type { PassageId } from '../core/identity';
import { passageId } from '../core/identity';
import type { Passage, ProblemKey } from '../core/model';
import { passagesAt, pathOf, rawOf } from '../core/tree';
import { isInScope } from './selectAsked';
import { shownAt } from './selectShown';
import type { AppState, ReaderSlice, StepView } from './state';

/** What the verdict keys act on: the active step of the reader, or a step of the tree's cursor node. */
export interface Judging {
  at: Passage;
  id: PassageId;
  /** A text that begins with the passage's prefix, for quotes. */
  raw: string;
  problem: ProblemKey;
  /** `step 8` */
  label: string;
  last: PassageId | undefined;
}

/** The cursor is a node: in the drawing and where rollouts are compared. */
export const isInTree = ({ route }: Pick<AppState, 'route'>) =>
  route.screen === 'tree' || route.screen === 'compare';

export function selectJudging(state: AppState): Judging | undefined {
  if (isInTree(state)) return judgingInTree(state);
  const { reader } = state;
  const step = reader?.steps[reader.active];
  if (state.route.screen !== 'read' || reader === undefined || step === undefined) return undefined;
  return {
    at: step.passage,
    id: step.id,
    raw: reader.open.trace.raw,
    problem: reader.open.problem.key,
    label: `step ${step.index + 1}`,
    last: reader.last,
  };
}

function judgingInTree(state: AppState): Judging | undefined {
  const open = state.tree?.tree;
  const { reader } = state;
  if (state.tree === undefined || open === undefined || reader === undefined) return undefined;
  const { node } = state.tree;
  const inside = passagesAt(open.passages, node);
  const { passages } = state.annotation.annotations;
  // A node of the file may hold several steps: its first unjudged one is next, else its last.
  const at =
    inside.find((passage) => passages.get(passageId(passage))?.judgement.verdict === undefined) ??
    inside.at(-1);
  if (at === undefined) return undefined;
  return {
    at,
    id: passageId(at),
    // Asked for when it is judged, not each time the screen is drawn: a path may be 10,000 nodes long.
    get raw() {
      return rawOf(open.tree, node);
    },
    problem: open.problem.key,
    label: 'this node',
    last: reader.last,
  };
}

/** In a tree, the steps that the one at hand goes on from, root first. */
export function selectAncestors(state: AppState, { id }: Pick<Judging, 'id'>): Passage[] {
  const open = state.tree?.tree;
  if (!isInTree(state) || state.tree === undefined || open === undefined) return [];
  const path = pathOf(open.tree, state.tree.node).flatMap((node) => passagesAt(open.passages, node));
  return path.slice(
    0,
    path.findIndex((at) => passageId(at) === id),
  );
}

export interface ActivePosition {
  active: number;
  count: number;
  nextUnjudged: number | undefined;
  previousUnjudged: number | undefined;
}

export function selectActivePosition(state: AppState): ActivePosition {
  const { reader } = state;
  if (reader === undefined)
    return { active: -1, count: 0, nextUnjudged: undefined, previousUnjudged: undefined };
  return {
    active: reader.active,
    count: reader.steps.length,
    nextUnjudged: findUnjudged(state, reader, 1),
    previousUnjudged: findUnjudged(state, reader, -1),
  };
}

function findUnjudged(state: AppState, reader: ReaderSlice, by: 1 | -1): number | undefined {
  const isUnjudged = (step: StepView) =>
    isInScope(state, step.index) && shownAt(state, step.id)?.judgement.verdict === undefined;
  for (let i = reader.active + by; i >= 0 && i < reader.steps.length; i += by) {
    if (isUnjudged(reader.steps[i]!)) return i;
  }
  return undefined;
}
