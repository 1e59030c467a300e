export { TracesScreen } from './TracesScreen';
