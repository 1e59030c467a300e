export { boxesBefore, rawAtPoint } from './drawnText';
export { selectedByHand } from './selectionByHand';
export { StepSpans } from './StepSpans';
