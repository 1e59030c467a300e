import { storedAgreed } from './agreed';
import type { StepmarkData } from './api';
import { joinData } from './joinData';
import type { Persistence } from './joinData';
import { broadcastTabs, StoredChangeLog } from './log';
import { storedSettings } from './settings';
import { askWorker } from './worker/askWorker';
import { startWorker } from './worker/startWorker';

const browserPersistence: Persistence = {
  isPersisted: async () => navigator.storage?.persisted(),
  ask: async () => (await navigator.storage?.persist()) ?? false,
};

const ANNOTATIONS = 'stepmark-annotations';

/** The real thing: a worker, two databases, other tabs. */
export function connectData(): StepmarkData {
  // Dexie is a quarter of the script; until the first trace the library needs no more than the settings.
  const database = import('./databases').then(
    ({ AnnotationDatabase }) => new AnnotationDatabase(ANNOTATIONS),
  );
  const log = new StoredChangeLog(database);
  // Space that a full disk can be given back; nothing is lost where it cannot be put aside.
  void log.keepBallast().catch(() => undefined);
  return joinData({
    ask: askWorker(startWorker()),
    log,
    settings: storedSettings(database, ANNOTATIONS),
    agreed: storedAgreed(database),
    tabs: broadcastTabs(new BroadcastChannel('stepmark')),
    persistence: browserPersistence,
  });
}
