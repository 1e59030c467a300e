export { stepmark } from './format';
export { STEPMARK_VERSION } from './lines';
export type { ChangeLine, HeadLine, StepmarkLine, TraceLine, TreeLine } from './lines';
