import type { AnnotationDatabase } from './databases';

/** Small values a person set: theme, name, protocol, policies per target, drafts. */
export interface Settings {
  read(key: string): Promise<unknown>;
  save(key: string, value: unknown): Promise<void>;
}

const PREFIX = 'setting ';

/** `name` is the database's: settings are read past Dexie, which is not there yet when the page wants them. */
export function storedSettings(
  database: AnnotationDatabase | Promise<AnnotationDatabase>,
  name: string,
): Settings {
  return {
    read: async (key) => {
      const entry = (await readEntry(name, 'meta', PREFIX + key)) as { value: unknown } | undefined;
      return entry?.value;
    },
    save: async (key, value) => {
      await (await database).meta.put({ key: PREFIX + key, value });
    },
  };
}

/** undefined where database, store or entry do not exist; none of them is made. */
function readEntry(name: string, store: string, key: string): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(name);
    let isNew = false;
    request.onupgradeneeded = () => {
      isNew = true;
      // A database without tables would be taken for one of an older version.
      request.transaction?.abort();
    };
    request.onerror = () => (isNew ? resolve(undefined) : reject(request.error!));
    request.onsuccess = () => {
      const database = request.result;
      const finish = (settle: () => void) => {
        database.close();
        settle();
      };
      if (!database.objectStoreNames.contains(store)) return finish(() => resolve(undefined));
      const found = database.transaction(store).objectStore(store).get(key);
      found.onsuccess = () => finish(() => resolve(found.result));
      found.onerror = () => finish(() => reject(found.error!));
    };
  });
}

export function memorySettings(): Settings {
  const values = new Map<string, unknown>();
  return {
    read: (key) => Promise.resolve(values.get(key)),
    save: (key, value) => {
      values.set(key, structuredClone(value));
      return Promise.resolve();
    },
  };
}
