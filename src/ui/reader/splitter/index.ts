export { PreviewLine } from './PreviewLine';
export { SplitDrawer } from './SplitDrawer';
