import type { TreeColour } from '../../app/state';
import type { Disagreement, NamedValues } from '../../core/tree';
import type { ValueSet } from '../../core/model';
import type { DrawnTree } from './drawnTree';
import type { NodeJudgements } from './nodeJudgements';
import type { OpenTree } from './openTree';
import type { ValueScale } from './treeValues';
import type { HiddenNodes, ViewOptions } from './viewOptions';

/** All that the drawing shows; where it lies on the canvas is the viewport's. */
export interface Scene {
  open: OpenTree;
  /** Where the nodes lie. */
  drawn: DrawnTree;
  colour: TreeColour;
  /** The chosen values with their formula; `set` is the same computed. */
  named: NamedValues | undefined;
  set: ValueSet | undefined;
  scale: ValueScale | undefined;
  /** What the nodes are coloured by: the set itself or its advantage. */
  shown: ValueSet | undefined;
  shownScale: ValueScale | undefined;
  /** Whether the numbers at a node may be seen; else it is hatched. */
  mayShow: (node: number) => boolean;
  /** The same for a difference to the parent. */
  mayCompare: (node: number) => boolean;
  judgements: NodeJudgements;
  disagreementAt: (node: number) => Disagreement | undefined;
  /** Nothing is withheld at any node. */
  allShown: boolean;
  size: ViewOptions['size'];
  /** undefined: every node is drawn. */
  hidden: HiddenNodes | undefined;
  /** The cursor. */
  node: number;
  path: ReadonlySet<number>;
  /** The path drawn strong: the best one or the most visited. */
  best: ReadonlySet<number>;
  strong: ViewOptions['strong'];
}
