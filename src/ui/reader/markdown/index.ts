export { StepImage } from './StepImage';
export { StepText } from './StepText';
