export { breakable } from './breakable';
export { StepImage } from './StepImage';
export { StepText } from './StepText';
