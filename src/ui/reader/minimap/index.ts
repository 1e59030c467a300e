export { Minimap } from './Minimap';
