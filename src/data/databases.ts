// Two databases because their rules differ (design.md §5): annotations are precious and only ever grow, the
// library is derived from files and may be thrown away.

import Dexie from 'dexie';
import type { Table } from 'dexie';
import type { Change, Fault, FileKey, LabelPack, Mapping, Protocol, Writer } from '../core/model';
import type { FileSummary, FormatChoice, LeftAt } from './api';
import type { IndexChunk } from './index';

/** Mappings by name; choices of a format (or of a mapping) by key set; own packs and protocols by `id@hash`. */
export type AgreedEntry =
  | { kind: 'mapping'; id: string; value: Mapping }
  | { kind: 'choice'; id: string; value: FormatChoice }
  | { kind: 'pack'; id: string; value: LabelPack }
  | { kind: 'protocol'; id: string; value: Protocol };
export interface MetaEntry {
  key: string;
  value: unknown;
}
export class AnnotationDatabase extends Dexie {
  /** Append-only, one Change a record, never rewritten. */
  declare readonly log: Table<Change, [Writer, number]>;
  declare readonly agreed: Table<AgreedEntry, [AgreedEntry['kind'], string]>;
  declare readonly meta: Table<MetaEntry, string>;

  constructor(name = 'stepmark-annotations') {
    super(name, { chromeTransactionDurability: 'strict' });
    // `heads` of design.md §5 is a cache that is not needed while folding the log by problem is fast enough.
    this.version(1).stores({
      log: '[writer+n], *problems, *bare',
      agreed: '[kind+id]',
      meta: 'key',
    });
  }
}
export interface StoredFile {
  key: FileKey;
  summary: FileSummary;
  faults: Fault[];
  givenVerdicts: Map<string, number>;
  /** How the index was made: another number means that the file is read again from its copy. */
  indexVersion: number;
}
export interface StoredBytes {
  key: FileKey;
  blob: Blob;
}
export interface StoredChunk {
  file: FileKey;
  chunk: number;
  columns: IndexChunk;
}
export interface StoredView {
  file: FileKey;
  openedAt: number;
  leftAt?: LeftAt;
}
export class LibraryDatabase extends Dexie {
  declare readonly files: Table<StoredFile, string>;
  /** Apart from `files`, so that a new summary does not copy the bytes again. */
  declare readonly bytes: Table<StoredBytes, string>;
  declare readonly index: Table<StoredChunk, [string, number]>;
  declare readonly view: Table<StoredView, string>;

  constructor(name = 'stepmark-library') {
    super(name);
    this.version(1).stores({ files: 'key', bytes: 'key', index: '[file+chunk], file', view: 'file' });
  }
}
