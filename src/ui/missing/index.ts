export { MissingScreen } from './MissingScreen';
