export { TreeScreen } from './TreeScreen';
