export { OpenScreen } from './OpenScreen';
