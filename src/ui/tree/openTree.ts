import type { TreeSlice } from '../../app/state';

export type OpenTree = NonNullable<TreeSlice['tree']>;

/** What is counted at a node: rollouts of the file, or the paths of a tree that it gives. */
export function pathWord({ source }: Pick<OpenTree, 'source'>): 'rollout' | 'path' {
  return source === 'merged' ? 'rollout' : 'path';
}
