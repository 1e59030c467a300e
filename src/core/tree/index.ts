export { alignPaths } from './alignPaths';
export type { AlignedCell, AlignedLevel, AlignedPaths } from './alignPaths';
export { chainAt, chainHeads } from './chains';
export { back, deeper, neighbourLeaf, nextNode, sibling } from './cursor';
export { disagreementAt, dropsInOrder, largestDropsOfPaths } from './disagreement';
export type { Disagreement } from './disagreement';
export { namedValues } from './formulas';
export type { Formula, NamedValues } from './formulas';
export { layoutTree } from './layoutTree';
export { measureTree } from './measureTree';
export type { TreeMeasures } from './measureTree';
export { mergeEqualSiblings } from './mergeEqualSiblings';
export { mergeRollouts } from './mergeRollouts';
export type { MergedTree, Rollout } from './mergeRollouts';
export { placeRows } from './placeRows';
export { nearSiblings } from './nearEqual';
export { workOrder } from './workOrder';
export { nodePassages, nodesByPassage, nodeWithPassage, passageCount, passagesAt } from './nodePassages';
export type { NodePassages } from './nodePassages';
export { passagesOfTree } from './passagesOfTree';
export {
  bestPath,
  globalAdvantage,
  intervalAt,
  largestDrop,
  largestDropOnPath,
  leafWeightedMean,
  localAdvantage,
  omegaExploration,
  omegaPriority,
  valueAt,
  valueRange,
  wilson95,
} from './values';
export {
  childCount,
  childrenOf,
  depthsOf,
  leavesOf,
  nodesInOrder,
  pathOf,
  rawOf,
  siblingsOf,
  throughCounts,
} from './walk';
export type { TreeShape } from './walk';
