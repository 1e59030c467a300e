// Files of the library: opened by the worker, stored with their index, loaded again when they are asked for.

import type { NamedSource, Platform } from '../../core/bytes';
import type { FileKey } from '../../core/model';
import { CannotOpen } from '../api';
import type { FilePart, FileSummary, LeftAt, OpenInput } from '../api';
import type { StoredFile } from '../databases';
import type { CallContext, OpenRequest } from './calls';
import { formatOf } from './chooseFormat';
import type { Choosing } from './chooseFormat';
import { HashingSource } from './hashingSource';
import { LibraryFile } from './libraryFile';
import type { LibraryStore } from './libraryStore';
import type { StartReaders } from './partReaders';
import { openSource, readFile } from './readFile';

/** Raised when formats or columns read differently: older indexes are made anew from the kept bytes. */
const INDEX_VERSION = 2;
/** Hashed before reading, so that their key is known from the start; larger ones while they are read. */
const HASH_FIRST_BYTES = 8 << 20;

export interface Surroundings {
  store: LibraryStore;
  platform: Platform;
  nowMs: () => number;
  /** Other threads, where there are any. */
  startReaders?: StartReaders;
  /** Smaller in tests. */
  maxTogetherBytes?: number;
}

const MAX_TOGETHER_BYTES = 512 << 20;

export class Shelf {
  private readonly outside: Surroundings;
  private readonly open = new Map<FileKey, Promise<LibraryFile>>();
  /** What is still to be copied of files that are read. */
  private readonly unkept = new Map<FileKey, Blob>();
  /** Keys that were given out while a file was read, before its hash was known. */
  private readonly finalKeys = new Map<FileKey, FileKey>();

  constructor(outside: Surroundings) {
    this.outside = outside;
  }

  async openFile({ inputs, ...choosing }: OpenRequest, context: CallContext<'open'>): Promise<LibraryFile> {
    const [input] = inputs;
    if (input === undefined) throw new Error('No file was given.');
    const source = new HashingSource(input.blob);
    const isSmall = source.size <= HASH_FIRST_BYTES;
    const key = isSmall ? await hashOf(source, input.name) : temporaryKey();
    const isOpen = choosing.format === undefined && choosing.mapping === undefined;
    const known = isSmall && isOpen ? await this.known(key) : undefined;
    if (known !== undefined) return this.openAgain(known, input.name, context);
    const { name, parts } = input;
    const file = await this.read(key, { name, source, blob: input.blob, parts }, choosing, context);
    if (!isSmall && file.summary.complete) this.rename(file, await source.key());
    await this.see(file.key, {});
    if (isSmall) await this.keep(file, input.blob);
    else await this.promise(file, input.blob);
    return file;
  }

  /** A file by its key, the one it was given while being read included. */
  file(key: FileKey): Promise<LibraryFile> {
    const finalKey = this.finalKeys.get(key) ?? key;
    const open = this.open.get(finalKey);
    if (open !== undefined) return open;
    const loading = this.load(finalKey);
    this.open.set(finalKey, loading);
    loading.catch(() => this.open.delete(finalKey));
    return loading;
  }

  /** Files that were looked at in this session. */
  async opened(): Promise<LibraryFile[]> {
    const settled = await Promise.allSettled(this.open.values());
    return settled.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
  }

  /** Every file with where it was left, last opened first. */
  async all(): Promise<FileSummary[]> {
    const views = new Map((await this.outside.store.views()).map((view) => [view.file, view]));
    const stored = (await this.outside.store.files()).map(({ summary }) => summary);
    const opened = (await this.opened()).map(({ summary }) => summary);
    const all = new Map([...stored, ...opened].map((summary) => [summary.key, summary]));
    return [...all.values()]
      .map((summary) => {
        const { openedAt = summary.openedAt, leftAt } = views.get(summary.key) ?? {};
        return { ...summary, openedAt, ...(leftAt === undefined ? {} : { leftAt }) };
      })
      .toSorted((a, b) => b.openedAt - a.openedAt);
  }

  async see(key: FileKey, change: { leftAt?: LeftAt }): Promise<void> {
    const before = (await this.outside.store.views()).find(({ file }) => file === key);
    await this.outside.store.saveView({ ...before, file: key, openedAt: this.outside.nowMs(), ...change });
  }

  /** Its bytes as they were dropped. */
  async source(key: FileKey): Promise<OpenInput> {
    const { summary } = await this.file(key);
    const blob = await this.outside.store.bytes(summary.key);
    if (blob === undefined) throw new Error(`There is no copy of ${summary.name} here. Drop it again.`);
    const { name, parts } = summary;
    return { name, blob, ...(parts && { parts }) };
  }

  async remove(key: FileKey): Promise<void> {
    this.unkept.delete(key);
    this.open.delete(key);
    await this.outside.store.remove(key);
  }

  private async known(key: FileKey): Promise<LibraryFile | undefined> {
    const stored = await this.outside.store.file(key);
    const isUsable = this.open.has(key) || stored?.indexVersion === INDEX_VERSION;
    if (!isUsable) return undefined;
    const file = await this.file(key);
    // A labels file is read again each time: its changes go into the log, which may have lost them.
    return file.summary.complete && file.format.id !== 'stepmark' ? file : undefined;
  }

  private async openAgain(
    file: LibraryFile,
    name: string,
    context: CallContext<'open'>,
  ): Promise<LibraryFile> {
    file.summary = { ...file.summary, name, openedAt: this.outside.nowMs() };
    await this.see(file.key, {});
    const stored = await this.outside.store.file(file.key);
    if (stored !== undefined) await this.outside.store.saveFile({ ...stored, summary: file.summary });
    const { sizeBytes } = file.summary;
    context.onProgress({
      kind: 'read',
      progress: { bytesRead: sizeBytes, sizeBytes, summary: file.summary, preview: [] },
    });
    return file;
  }

  private read(
    key: FileKey,
    { parts, blob, ...named }: NamedSource & { blob: Blob; parts: FilePart[] | undefined },
    choosing: Omit<Choosing, 'name'>,
    { signal, onProgress }: CallContext<'open'>,
  ): Promise<LibraryFile> {
    const { platform, nowMs, startReaders, maxTogetherBytes = MAX_TOGETHER_BYTES } = this.outside;
    return readFile({
      maxTogetherBytes,
      startReaders,
      key,
      named,
      blob,
      parts,
      choosing,
      asText: choosing.format === 'text',
      platform,
      signal,
      nowMs,
      onOpened: (file) => this.open.set(key, Promise.resolve(file)),
      onProgress: (progress) => onProgress({ kind: 'read', progress }),
      onChanges: (changes) => onProgress({ kind: 'changes', changes }),
      onAgreed: (agreed) => onProgress({ kind: 'agreed', agreed }),
    });
  }

  private rename(file: LibraryFile, key: FileKey): void {
    this.finalKeys.set(file.key, key);
    this.open.delete(file.key);
    file.summary = { ...file.summary, key };
    this.open.set(key, Promise.resolve(file));
  }

  /** A large file is copied when nobody waits for it; what it will take is said at once. */
  private async promise(file: LibraryFile, blob: Blob): Promise<void> {
    const inflated = await file.inflated().catch(() => undefined);
    if (inflated !== undefined) file.summary = { ...file.summary, keptBytes: inflated.size };
    this.unkept.set(file.key, inflated ?? blob);
  }

  /** Copies what `openFile` left for later. */
  async keepRead(key: FileKey): Promise<FileSummary> {
    const file = await this.file(key);
    const blob = this.unkept.get(file.key);
    this.unkept.delete(file.key);
    if (blob !== undefined) await this.keep(file, blob);
    return file.summary;
  }

  /** The file's record goes last: without it the rest is not there. What does not fit stays for this session. */
  private async keep(file: LibraryFile, blob: Blob): Promise<void> {
    const { store } = this.outside;
    const { columns, faults, key } = file;
    const isInflated = file.summary.keptBytes !== undefined;
    const summary: FileSummary = { ...file.summary, kept: isInflated ? 'inflatedCopy' : 'copy' };
    // A file without rows (labels alone) has nothing to come back to.
    if (columns.problemCount === 0 && faults.length === 0) return;
    try {
      await store.saveBytes(key, blob);
      // Read before in another format, it may have had more chunks.
      await store.removeChunks(key);
      for (let chunk = 0; chunk < columns.chunks; chunk++)
        await store.saveChunk(key, chunk, columns.chunk(chunk));
      const { givenVerdicts } = file;
      await store.saveFile({ key, summary, faults, givenVerdicts, indexVersion: INDEX_VERSION });
      file.summary = summary;
    } catch (cause) {
      await store.remove(key).catch(() => undefined);
      file.summary = { ...file.summary, notKept: whyNot(cause) };
    }
  }

  private async load(key: FileKey): Promise<LibraryFile> {
    const { store, nowMs } = this.outside;
    const stored = await store.file(key);
    const blob = stored === undefined ? undefined : await store.bytes(key);
    if (stored === undefined || blob === undefined) {
      throw new Error('This file is not in the library. Drop it again; its labels will be found.');
    }
    if (stored.indexVersion === INDEX_VERSION) return this.loadIndexed(stored, blob);
    const context: CallContext<'open'> = { signal: { aborted: false }, onProgress: () => undefined };
    const { summary } = stored;
    const { name, parts } = summary;
    const file = await this.read(key, { name, source: blob, blob, parts }, choiceIn(summary), context);
    const read = { ...file.summary, openedAt: nowMs() };
    delete read.chosenBy;
    file.summary = summary.chosenBy === undefined ? read : { ...read, chosenBy: summary.chosenBy };
    await this.keep(file, blob);
    return file;
  }

  private async loadIndexed(
    { key, summary, faults, givenVerdicts }: StoredFile,
    blob: Blob,
  ): Promise<LibraryFile> {
    const format = formatOf(summary);
    if (format === undefined)
      throw new Error(`${summary.name} was read as ${summary.format}, which is not known here.`);
    const { platform } = this.outside;
    const { name, parts } = summary;
    const asText = summary.format === 'text';
    let opened: ReturnType<typeof openSource> | undefined;
    const file = new LibraryFile(summary, format, async () => {
      opened ??= openSource({ named: { name, source: blob }, parts, platform, asText });
      return (await opened).container;
    });
    for (const chunk of await this.outside.store.chunks(key)) file.columns.append(chunk);
    file.faults.push(...faults);
    for (const [name, verdicts] of givenVerdicts) file.givenVerdicts.set(name, verdicts);
    return file;
  }
}

const choiceIn = ({ format, mapping }: FileSummary): Pick<Choosing, 'format' | 'mapping'> =>
  mapping === undefined ? { format } : { mapping };

function whyNot(cause: unknown): string {
  const reason = cause instanceof Error ? cause.message || cause.name : String(cause);
  return `No copy could be kept in this browser (${reason}). Its labels are kept; drop the file again next time.`;
}

/** Until all bytes are read; a file whose reading was stopped keeps it. */
function temporaryKey(): FileKey {
  const words = crypto.getRandomValues(new Uint32Array(4));
  return Array.from(words, (word) => word.toString(16).padStart(8, '0')).join('') as FileKey;
}

async function hashOf(source: HashingSource, name: string): Promise<FileKey> {
  try {
    return await source.key();
  } catch (cause) {
    throw new CannotOpen({
      position: '$',
      kind: 'unreadable',
      reason: `${name} cannot be read: ${cause instanceof Error ? cause.message : String(cause)}`,
      remedy: 'It may have changed on the disk since it was chosen: choose it again.',
    });
  }
}
