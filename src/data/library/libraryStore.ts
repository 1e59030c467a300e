// Where the library keeps what it derived from files, so that a reload need not read them again.

import type { FileKey } from '../../core/model';
import type { LibraryDatabase, StoredFile, StoredView } from '../databases';
import type { IndexChunk } from '../index';

export interface LibraryStore {
  files(): Promise<StoredFile[]>;
  file(key: FileKey): Promise<StoredFile | undefined>;
  saveFile(file: StoredFile): Promise<void>;
  bytes(key: FileKey): Promise<Blob | undefined>;
  saveBytes(key: FileKey, blob: Blob): Promise<void>;
  chunks(key: FileKey): Promise<IndexChunk[]>;
  saveChunk(key: FileKey, chunk: number, columns: IndexChunk): Promise<void>;
  removeChunks(key: FileKey): Promise<void>;
  views(): Promise<StoredView[]>;
  saveView(view: StoredView): Promise<void>;
  /** Bytes kept of files, and about how many the index takes. */
  sizes(): Promise<{ sourceBytes: number; indexBytes: number }>;
  /** File, bytes, index and where it was left. */
  remove(key: FileKey): Promise<void>;
}

export class StoredLibrary implements LibraryStore {
  private readonly database: LibraryDatabase;

  constructor(database: LibraryDatabase) {
    this.database = database;
  }
  files(): Promise<StoredFile[]> {
    return this.database.files.toArray();
  }
  file(key: FileKey): Promise<StoredFile | undefined> {
    return this.database.files.get(key);
  }
  async saveFile(file: StoredFile): Promise<void> {
    await this.database.files.put(file);
  }
  async bytes(key: FileKey): Promise<Blob | undefined> {
    return (await this.database.bytes.get(key))?.blob;
  }
  async saveBytes(key: FileKey, blob: Blob): Promise<void> {
    await this.database.bytes.put({ key, blob });
  }
  async chunks(key: FileKey): Promise<IndexChunk[]> {
    const stored = await this.database.index.where('file').equals(key).sortBy('chunk');
    return stored.map(({ columns }) => columns);
  }
  async saveChunk(key: FileKey, chunk: number, columns: IndexChunk): Promise<void> {
    await this.database.index.put({ file: key, chunk, columns });
  }
  async removeChunks(key: FileKey): Promise<void> {
    await this.database.index.where('file').equals(key).delete();
  }
  views(): Promise<StoredView[]> {
    return this.database.view.toArray();
  }
  async saveView(view: StoredView): Promise<void> {
    await this.database.view.put(view);
  }
  async sizes(): Promise<{ sourceBytes: number; indexBytes: number }> {
    const files = await this.database.files.toArray();
    return sizesOf(files);
  }
  async remove(key: FileKey): Promise<void> {
    const { files, bytes, index, view } = this.database;
    await this.database.transaction('rw', [files, bytes, index, view], () =>
      Promise.all([
        files.delete(key),
        bytes.delete(key),
        index.where('file').equals(key).delete(),
        view.delete(key),
      ]),
    );
  }
}

/** For the in-memory twin. */
export class MemoryLibrary implements LibraryStore {
  private readonly stored = new Map<FileKey, StoredFile>();
  private readonly blobs = new Map<FileKey, Blob>();
  private readonly indexes = new Map<FileKey, IndexChunk[]>();
  private readonly left = new Map<FileKey, StoredView>();

  files(): Promise<StoredFile[]> {
    return Promise.resolve([...this.stored.values()]);
  }
  file(key: FileKey): Promise<StoredFile | undefined> {
    return Promise.resolve(this.stored.get(key));
  }
  saveFile(file: StoredFile): Promise<void> {
    this.stored.set(file.key, file);
    return Promise.resolve();
  }
  bytes(key: FileKey): Promise<Blob | undefined> {
    return Promise.resolve(this.blobs.get(key));
  }
  saveBytes(key: FileKey, blob: Blob): Promise<void> {
    this.blobs.set(key, blob);
    return Promise.resolve();
  }
  chunks(key: FileKey): Promise<IndexChunk[]> {
    return Promise.resolve(this.indexes.get(key) ?? []);
  }
  saveChunk(key: FileKey, chunk: number, columns: IndexChunk): Promise<void> {
    const chunks = this.indexes.get(key) ?? [];
    chunks[chunk] = columns;
    this.indexes.set(key, chunks);
    return Promise.resolve();
  }
  removeChunks(key: FileKey): Promise<void> {
    this.indexes.delete(key);
    return Promise.resolve();
  }
  views(): Promise<StoredView[]> {
    return Promise.resolve([...this.left.values()]);
  }
  saveView(view: StoredView): Promise<void> {
    this.left.set(view.file, view);
    return Promise.resolve();
  }
  sizes(): Promise<{ sourceBytes: number; indexBytes: number }> {
    return Promise.resolve(sizesOf([...this.stored.values()]));
  }
  remove(key: FileKey): Promise<void> {
    for (const map of [this.stored, this.blobs, this.indexes, this.left]) map.delete(key);
    return Promise.resolve();
  }
}

/** Columns take about 75 bytes a row, a problem about 300 with its preview, a text key 40. */
function sizesOf(files: readonly StoredFile[]): { sourceBytes: number; indexBytes: number } {
  let [sourceBytes, indexBytes] = [0, 0];
  for (const { summary } of files) {
    sourceBytes += summary.sizeBytes;
    indexBytes += summary.rows * 75 + summary.problems * 300 + summary.texts * 40;
  }
  return { sourceBytes, indexBytes };
}
