export { findZones } from './findZones';
export { splitSteps } from './splitSteps';
export { assertCovers, stepRanges } from './segmentation';
export { guessStrategy } from './guessStrategy';
export { STRATEGIES, strategyOf } from './strategies';
export type { StrategyId, StrategyInfo } from './strategies';
export { applyCuts } from './cuts';
