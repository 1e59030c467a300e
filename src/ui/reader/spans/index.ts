export { selectedByHand } from './selectionByHand';
export { StepSpans } from './StepSpans';
