// The twin of connect.ts for tests: the same library, log rules and events, without worker and databases.

import { memoryAgreed } from './agreed';
import type { StepmarkData } from './api';
import { joinData } from './joinData';
import { askDirectly, Library, MemoryLibrary, PLATFORM } from './library';
import { MemoryChangeLog, NO_TABS } from './log';
import { memorySettings } from './settings';

export function inMemoryData(): StepmarkData {
  const log = new MemoryChangeLog();
  const agreed = memoryAgreed();
  const library = new Library({
    store: new MemoryLibrary(),
    log,
    protocols: () => agreed.protocols(),
    platform: PLATFORM,
    nowMs: () => Date.now(),
  });
  return joinData({
    ask: askDirectly(library),
    log,
    settings: memorySettings(),
    agreed,
    tabs: NO_TABS,
    persistence: { isPersisted: () => Promise.resolve(true), ask: () => Promise.resolve(true) },
  });
}
