export { sampleInput } from './sampleInput';
