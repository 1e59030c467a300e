import type { LabelPack, Mapping, Protocol } from '../core/model';
import type { FormatChoice } from './api';
import type { AgreedEntry, AnnotationDatabase } from './databases';

/** What a person settled about files once, for all that come later. */
export interface Agreed {
  mappings(): Promise<Mapping[]>;
  /** Choices by key set. */
  choices(): Promise<Record<string, FormatChoice>>;
  packs(): Promise<LabelPack[]>;
  protocols(): Promise<Protocol[]>;
  save(entry: AgreedEntry): Promise<void>;
  forget(kind: AgreedEntry['kind'], id: string): Promise<void>;
}

const mappingsOf = (entries: readonly AgreedEntry[]): Mapping[] =>
  entries.flatMap((entry) => (entry.kind === 'mapping' ? [entry.value] : []));
const choicesOf = (entries: readonly AgreedEntry[]): Record<string, FormatChoice> =>
  Object.fromEntries(entries.flatMap((entry) => (entry.kind === 'choice' ? [[entry.id, entry.value]] : [])));

const packsOf = (entries: readonly AgreedEntry[]): LabelPack[] =>
  entries.flatMap((entry) => (entry.kind === 'pack' ? [entry.value] : []));
const protocolsOf = (entries: readonly AgreedEntry[]): Protocol[] =>
  entries.flatMap((entry) => (entry.kind === 'protocol' ? [entry.value] : []));

export function storedAgreed(database: AnnotationDatabase | Promise<AnnotationDatabase>): Agreed {
  const entries = async () => (await database).agreed.toArray();
  return {
    mappings: async () => mappingsOf(await entries()),
    choices: async () => choicesOf(await entries()),
    packs: async () => packsOf(await entries()),
    protocols: async () => protocolsOf(await entries()),
    save: async (entry) => {
      await (await database).agreed.put(entry);
    },
    forget: async (kind, id) => (await database).agreed.delete([kind, id]),
  };
}

export function memoryAgreed(): Agreed {
  const entries = new Map<string, AgreedEntry>();
  return {
    mappings: () => Promise.resolve(mappingsOf([...entries.values()])),
    choices: () => Promise.resolve(choicesOf([...entries.values()])),
    packs: () => Promise.resolve(packsOf([...entries.values()])),
    protocols: () => Promise.resolve(protocolsOf([...entries.values()])),
    save: (entry) => {
      entries.set(`${entry.kind} ${entry.id}`, structuredClone(entry));
      return Promise.resolve();
    },
    forget: (kind, id) => {
      entries.delete(`${kind} ${id}`);
      return Promise.resolve();
    },
  };
}
