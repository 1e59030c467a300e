import type { Change, SplitTarget, TextKey, Writer } from '../../core/model';
import type { AnnotationDatabase } from '../databases';
import { isNameless, newestFirst, newWriter, withName } from './changeLog';
import type { ChangeLog, ChangeReader, Touched } from './changeLog';

const BATCH = 5_000;
/** IndexedDB takes a limit of 32 bits. */
const MOST = 2 ** 31;
const BALLAST = 'ballast';
/** Freed when a write fails for want of space, so that the change in hand still finds room. */
const BALLAST_BYTES = 4 << 20;
const WRITERS = 'writer ';
const MY_NAME = 'my name';

export class StoredChangeReader implements ChangeReader {
  /** On the page a promise: Dexie is loaded beside the library screen, which works without it. */
  protected readonly database: AnnotationDatabase | Promise<AnnotationDatabase>;

  constructor(database: AnnotationDatabase | Promise<AnnotationDatabase>) {
    this.database = database;
  }

  async changesOf(targets: readonly SplitTarget[]): Promise<Change[]> {
    const { log } = await this.database;
    return this.named(await log.where('problems').anyOf(targets).distinct().toArray());
  }

  async changesOfText(bare: TextKey): Promise<Change[]> {
    const { log } = await this.database;
    return this.named(await log.where('bare').equals(bare).toArray());
  }

  /** Changes made on this device before a name was said get the name. */
  protected async named(changes: Change[]): Promise<Change[]> {
    if (!changes.some(isNameless)) return changes;
    const { meta } = await this.database;
    const [name, here] = await Promise.all([meta.get(MY_NAME), this.writersHere()]);
    const said = name?.value as string | undefined;
    return changes.map((change) => withName(change, here.has(change.writer) ? said : undefined));
  }

  /** Tabs of this device. */
  protected async writersHere(): Promise<Set<Writer>> {
    const { meta } = await this.database;
    const names = await meta.where('key').startsWith(WRITERS).primaryKeys();
    return new Set(names.map((name) => name.slice(WRITERS.length) as Writer));
  }

  async touched(): Promise<Touched> {
    const { log } = await this.database;
    const keys = await log.orderBy('problems').uniqueKeys();
    return new Set(keys as SplitTarget[]);
  }

  async *batches(): AsyncGenerator<Change[]> {
    const { log } = await this.database;
    let last: [Writer, number] | undefined;
    for (;;) {
      const from = last === undefined ? log.orderBy(':id') : log.where(':id').above(last);
      const batch = await from.limit(BATCH).toArray();
      if (batch.length === 0) return;
      yield await this.named(batch);
      const { writer, n } = batch.at(-1)!;
      last = [writer, n];
    }
  }
}

export class StoredChangeLog extends StoredChangeReader implements ChangeLog {
  readonly writer = newWriter();
  private last = 0;
  private isKnownWriter = false;

  lastN(): Promise<number> {
    return Promise.resolve(this.last);
  }

  async add(change: Change): Promise<void> {
    this.last = Math.max(this.last, change.n);
    const database = await this.database;
    if (!database.isOpen()) await database.open();
    this.noteWriter(database);
    try {
      await append(database, change);
    } catch (error) {
      if (!isFull(error)) throw notSaved(change, error);
      await database.meta.delete(BALLAST);
      await append(database, change).catch((again: unknown) => {
        throw notSaved(change, again);
      });
    }
  }

  async merge(changes: readonly Change[]): Promise<Change[]> {
    const database = await this.database;
    const { log } = database;
    return database.transaction('rw', log, async () => {
      const known = await log.bulkGet(changes.map(({ writer, n }) => [writer, n]));
      const added = new Map<string, Change>();
      for (const [i, change] of changes.entries()) {
        if (known[i] === undefined) added.set(`${change.writer} ${change.n}`, change);
      }
      await log.bulkAdd([...added.values()]);
      return [...added.values()];
    });
  }

  async history(limit: number): Promise<Change[]> {
    const { log } = await this.database;
    const writers = (await this.writersHere()).add(this.writer);
    const newest = await Promise.all(
      [...writers].map((writer) =>
        log
          .where(':id')
          .between([writer, 0], [writer, Infinity])
          .reverse()
          .limit(Math.min(limit, MOST))
          .toArray(),
      ),
    );
    return this.named(newest.flat().sort(newestFirst).slice(0, limit));
  }

  async sayName(name: string): Promise<void> {
    const database = await this.database;
    const { meta } = database;
    await database.transaction('rw', meta, async () => {
      if ((await meta.get(MY_NAME)) === undefined) await meta.put({ key: MY_NAME, value: name });
    });
  }

  /** Put aside when there is plenty. */
  async keepBallast(): Promise<void> {
    const { meta } = await this.database;
    const kept = await meta.where('key').equals(BALLAST).count();
    if (kept === 0) await meta.put({ key: BALLAST, value: new Blob([new Uint8Array(BALLAST_BYTES)]) });
  }

  /** Undo after a reload asks which writers were tabs of this device. A write of its own: the log's is alone. */
  private noteWriter({ meta }: AnnotationDatabase): void {
    if (this.isKnownWriter) return;
    this.isKnownWriter = true;
    meta.put({ key: WRITERS + this.writer, value: Date.now() }).catch(() => {
      this.isKnownWriter = false;
    });
  }
}

/** One raw strict transaction over the log alone, with an early commit: measured safer than a Dexie
 *  transaction over two tables, and twice as fast (design.md §5). */
function append(database: AnnotationDatabase, change: Change): Promise<void> {
  return new Promise((resolve, reject) => {
    const transaction = database.backendDB().transaction('log', 'readwrite', { durability: 'strict' });
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error ?? new Error('The transaction was aborted.'));
    transaction.objectStore('log').add(change);
    transaction.commit();
  });
}

const isFull = (error: unknown) =>
  error instanceof Error && /Quota|disk|full/i.test(`${error.name} ${error.message}`);

function notSaved(change: Change, error: unknown): Error {
  const where = `Change ${change.n} of this tab did not reach the disk`;
  if (isFull(error)) {
    return new Error(
      `${where}: the space this browser gives the page is used up. Save your labels to a file, then forget a file in the library.`,
      { cause: error },
    );
  }
  const why = error instanceof Error ? error.message : String(error);
  return new Error(`${where}: ${why} Save your labels to a file, then reload the page.`, { cause: error });
}
