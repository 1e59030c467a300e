export { DrawerFrame } from './DrawerFrame';
export { GuidelineDrawer } from './GuidelineDrawer';
export { HistoryDrawer } from './HistoryDrawer';
