export { breakable } from './breakable';
export { StepImage } from './StepImage';
export { prepareTexts, StepText } from './StepText';
