import type { TreeColour } from '../../app/state';
import type { ValueSet } from '../../core/model';
import type { NodeJudgements } from './nodeJudgements';
import type { OpenTree } from './openTree';
import type { TreeExtents } from './treeExtents';
import type { ValueScale } from './treeValues';

/** All that the drawing shows; where it lies on the canvas is the viewport's. */
export interface Scene {
  open: OpenTree;
  extents: TreeExtents;
  colour: TreeColour;
  set: ValueSet | undefined;
  scale: ValueScale | undefined;
  /** Whether the numbers at a node may be seen; else it is hatched. */
  mayShow: (node: number) => boolean;
  judgements: NodeJudgements;
  /** Nothing is withheld at any node. */
  allShown: boolean;
  /** The cursor. */
  node: number;
  path: ReadonlySet<number>;
  best: ReadonlySet<number>;
}
