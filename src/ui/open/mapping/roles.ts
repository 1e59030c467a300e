// What a mapping can name (formats.md §4.1), in the words of the form.

import type { TraceShape, TreeStyle } from '../../../app/mapping';

export interface Role {
  /** Its place in the JSON. */
  field: string;
  title: string;
  /** Where its paths begin: the record, the rollout in it, or the tree's node. */
  in?: 'rollout' | 'node' | 'turn';
  /** Not a path but a text of its own. */
  isText?: true;
}

export const PROBLEM_ROLES: readonly Role[] = [
  { field: 'problem.text', title: 'Problem' },
  { field: 'problem.answer', title: 'Reference answer' },
];
export const MORE_PROBLEM_ROLES: readonly Role[] = [
  { field: 'problem.key', title: 'Problem id' },
  { field: 'problem.solution', title: 'Reference solution' },
  { field: 'problem.options', title: 'Options' },
  { field: 'problem.images', title: 'Images' },
];

export const SHAPES: readonly { value: TraceShape; label: string }[] = [
  { value: 'text', label: 'one text, to be cut into steps' },
  { value: 'steps', label: 'a list of steps' },
  { value: 'turns', label: 'turns of a conversation' },
  { value: 'stepPerRow', label: 'one step per record' },
  { value: 'tree', label: 'a search tree' },
  { value: 'pair', label: 'two answers, one preferred' },
];

const ROLLOUTS: Role = { field: 'rollouts.each', title: 'Rollouts in a record' };
export const TRACE_ROLES: Readonly<Record<Exclude<TraceShape, 'tree'>, readonly Role[]>> = {
  text: [
    ROLLOUTS,
    { field: 'trace.text', title: 'Trace text', in: 'rollout' },
    { field: 'trace.marker', title: 'Step marker', isText: true },
  ],
  steps: [ROLLOUTS, { field: 'trace.steps', title: 'Steps', in: 'rollout' }],
  turns: [
    ROLLOUTS,
    { field: 'trace.turns', title: 'Turns', in: 'rollout' },
    { field: 'trace.role', title: 'Who speaks', in: 'turn' },
    { field: 'trace.content', title: 'What is said', in: 'turn' },
    { field: 'trace.thinking', title: 'Thinking', in: 'turn' },
  ],
  stepPerRow: [
    { field: 'trace.stepPerRow', title: 'Step text' },
    { field: 'rollouts.groupBy', title: 'One trace shares' },
  ],
  pair: [
    { field: 'pair.a', title: 'Answer A' },
    { field: 'pair.b', title: 'Answer B' },
    { field: 'pair.preferred', title: 'Preferred' },
  ],
};

export const TREE_STYLES: readonly { value: TreeStyle; label: string; roles: readonly Role[] }[] = [
  {
    value: 'nested',
    label: 'nodes inside nodes',
    roles: [
      { field: 'tree.root', title: 'Root' },
      { field: 'tree.children', title: 'Children', in: 'node' },
    ],
  },
  {
    value: 'list',
    label: 'a list: each node names its parent',
    roles: [
      { field: 'tree.nodes', title: 'Nodes' },
      { field: 'tree.id', title: 'Node id', in: 'node' },
      { field: 'tree.parent', title: 'Parent', in: 'node' },
    ],
  },
  {
    value: 'prefix',
    label: 'a list: each text goes on where another ends',
    roles: [
      { field: 'tree.nodes', title: 'Nodes' },
      { field: 'tree.prefix', title: 'Text so far', in: 'node' },
    ],
  },
  {
    value: 'path',
    label: 'a list: each node holds the steps to it',
    roles: [
      { field: 'tree.nodes', title: 'Nodes' },
      { field: 'tree.path', title: 'Steps to it', in: 'node' },
    ],
  },
];
export const NODE_TEXT: Role = { field: 'tree.text', title: 'Node text', in: 'node' };
export const NODE_ROLES: readonly Role[] = [
  { field: 'tree.value', title: 'Value', in: 'node' },
  { field: 'tree.visits', title: 'Visits', in: 'node' },
];
export const MORE_NODE_ROLES: readonly Role[] = [
  { field: 'tree.reward', title: 'Reward', in: 'node' },
  { field: 'tree.prior', title: 'Prior', in: 'node' },
  { field: 'tree.c', title: 'Right rollouts (c)', in: 'node' },
  { field: 'tree.k', title: 'Rollouts (k)', in: 'node' },
  { field: 'tree.terminal', title: 'Is an end', in: 'node' },
  { field: 'tree.outcome', title: 'Outcome of an end', in: 'node' },
];

export const ABOUT_ROLES: readonly Role[] = [
  { field: 'generator', title: 'Generator', in: 'rollout' },
  { field: 'outcome.path', title: 'Outcome', in: 'rollout' },
  { field: 'scores.0.path', title: 'Machine score', in: 'rollout' },
];
export const MORE_ABOUT_ROLES: readonly Role[] = [{ field: 'ownAnswer', title: 'Own answer', in: 'rollout' }];
export const LABEL_ROLE: Role = { field: 'labels.path', title: 'Labels', in: 'rollout' };
