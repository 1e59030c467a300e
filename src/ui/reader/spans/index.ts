export { selectedByHand } from './selectionByHand';
export { StepSpans } from './StepSpans';
import './spans.css';
