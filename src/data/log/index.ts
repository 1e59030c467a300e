export { MemoryChangeLog } from './changeLog';
export type { ChangeLog, ChangeReader, Touched } from './changeLog';
export { LabelCounter } from './labelCounts';
export { StoredChangeLog, StoredChangeReader } from './storedChangeLog';
export { broadcastTabs, NO_TABS } from './tellingTabs';
export type { Tabs } from './tellingTabs';
