import type { AnnotationDatabase } from './databases';

/** Small values a person set: theme, name, protocol, policies per target, drafts. */
export interface Settings {
  read(key: string): Promise<unknown>;
  save(key: string, value: unknown): Promise<void>;
}

const PREFIX = 'setting ';

export function storedSettings({ meta }: AnnotationDatabase): Settings {
  return {
    read: async (key) => (await meta.get(PREFIX + key))?.value,
    save: async (key, value) => {
      await meta.put({ key: PREFIX + key, value });
    },
  };
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
