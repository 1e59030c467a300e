export { GuidelineDrawer } from './GuidelineDrawer';
export { HistoryDrawer } from './HistoryDrawer';
