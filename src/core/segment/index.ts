export { findZones } from './findZones';
export { splitIncrementally, splitSteps } from './splitSteps';
export { assertCovers, stepRanges } from './segmentation';
export { guessStrategy } from './guessStrategy';
export { STRATEGIES, strategyOf } from './strategies';
export type { StrategyId, StrategyInfo } from './strategies';
export { applyCuts } from './cuts';
export { fromCodePoints, toCodePoints } from './codePoints';
