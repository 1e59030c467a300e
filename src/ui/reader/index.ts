export { StepText } from './markdown';
export { ReaderScreen } from './ReaderScreen';
