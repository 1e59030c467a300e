// The one door to the outside: files, worker, index, databases. `inMemory.ts` is a twin for component and
// command tests.

import type { Annotations } from '../../core/labels';
import type {
  Change,
  Fault,
  FileKey,
  LabelPack,
  Mapping,
  ProblemKey,
  Protocol,
  Scope,
  TextKey,
  Writer,
} from '../../core/model';
import type { AnnotatorChoice, ExportPreview, ExportRequest, ExportedFile } from './exporting';
import type { FileSummary, LeftAt, StorageReport } from './files';
import type { LiveFileState, MergeReport, SavePlace } from './labels';
import type { MappingDraft, MappingPreview } from './mapping';
import type { OpenInput, OpenProgress } from './opening';
import type { OpenTrace, OpenTree } from './reading';
import type { Neighbours, PageQuery, RowPreview, RowWindow } from './table';

export type DataEvent =
  | { kind: 'file'; summary: FileSummary }
  /** From another tab, or from a labels file that was merged. */
  | { kind: 'changes'; changes: Change[] }
  /** The index of a file changed (progress columns, order): windows must be asked for again. */
  | { kind: 'rows'; file: FileKey }
  /** undefined: no labels file is kept up to date any more. */
  | { kind: 'liveFile'; state: LiveFileState | undefined };

export interface StepmarkData {
  /** This tab, and the counter of its last change in the log. */
  readonly writer: Writer;
  lastN(): Promise<number>;

  /** Reads a dropped file (or a group that belongs together). Resolves when all is read or `signal` stopped
   *  it; what was read stays usable. Rejects with CannotOpen when nothing can be. A choice by which something
   *  could be read is remembered for files with the same fields. */
  open(
    inputs: OpenInput[],
    onProgress: (progress: OpenProgress) => void,
    options?: { signal?: AbortSignal; format?: string; mapping?: Mapping },
  ): Promise<FileSummary>;
  /** Files dropped together, of which those that one format claims as one become one input. */
  groupInputs(inputs: OpenInput[]): Promise<OpenInput[]>;
  /** Reads the first records of a file, so that a person can say which of their fields is what. */
  draftMapping(inputs: OpenInput[]): Promise<MappingDraft>;
  /** Those records as this mapping reads them. */
  previewMapping(mapping: Mapping): Promise<MappingPreview>;
  /** A person's own packs and protocols; every version that was saved is kept, labels were made under it. */
  packs(): Promise<LabelPack[]>;
  savePack(pack: LabelPack): Promise<void>;
  protocols(): Promise<Protocol[]>;
  saveProtocol(protocol: Protocol): Promise<void>;
  /** Saved mappings by name. */
  mappings(): Promise<Mapping[]>;
  saveMapping(mapping: Mapping): Promise<void>;
  forgetMapping(name: string): Promise<void>;
  /** Why it is no mapping; undefined: it is one. */
  checkMapping(mapping: Mapping): Promise<string | undefined>;
  /** The guess decides again for files with these fields. */
  forgetChoice(keySet: string): Promise<void>;
  /** A file of the library as if it were dropped again. */
  source(file: FileKey): Promise<OpenInput>;
  /** A bundled sample as if it had been dropped: 'rollouts', 'think' or 'tools'. */
  sample(id: string): Promise<OpenInput>;
  /** Files of the library, last opened first. */
  files(scope: Scope): Promise<FileSummary[]>;
  /** Removes file and index; labels stay. */
  forget(file: FileKey): Promise<void>;
  saveLeftAt(file: FileKey, left: LeftAt): Promise<void>;
  faults(file: FileKey, from: number, count: number): Promise<{ total: number; faults: Fault[] }>;

  page(query: PageQuery): Promise<RowWindow>;
  neighbours(query: Omit<PageQuery, 'from' | 'count'>, row: number): Promise<Neighbours>;
  generators(file: FileKey): Promise<string[]>;
  previewRow(file: FileKey, row: number, scope: Scope): Promise<RowPreview>;
  readTrace(file: FileKey, row: number, scope: Scope): Promise<OpenTrace>;
  /** undefined: this problem has a single path. Without a scope: under the file's own strategy. */
  readTree(file: FileKey, row: number, scope?: Scope): Promise<OpenTree | undefined>;

  /** State of the log for these problems (and the file's and default splits) under a scope. */
  annotations(problems: readonly (ProblemKey | FileKey)[], scope: Scope): Promise<Annotations>;
  /** Problems under which this very text was judged, whoever did: `bare` is its key without a problem. */
  problemsOfText(bare: TextKey): Promise<ProblemKey[]>;
  /** Resolves when the change is on disk; rejects when it is not, with the reason in words. */
  record(change: Change): Promise<void>;
  /** Newest changes of this device first, for undo after a reload. */
  history(limit: number): Promise<Change[]>;
  /** The whole log, merged changes of others included. */
  allChanges(): Promise<Change[]>;
  /** What was judged here as "me" is this person's from now on; the first name counts. */
  sayName(name: string): Promise<void>;
  mergeLabels(changes: Change[]): Promise<MergeReport>;
  /** Goes on with the labels file of an earlier visit, if there is one; tells of it by events. */
  startLiveFile(): Promise<void>;
  /** Keeps this labels file up to date from now on: every change of this browser, whatever tab made it. */
  keepLiveFile(place: SavePlace): Promise<void>;
  /** Asks the person again, after a reload; needs a click or a key press. */
  resumeLiveFile(): Promise<void>;
  stopLiveFile(): Promise<void>;

  annotators(file: FileKey): Promise<AnnotatorChoice[]>;
  previewExport(request: ExportRequest): Promise<ExportPreview>;
  export(
    request: ExportRequest,
    onProgress: (done: number, of: number) => void,
    signal?: AbortSignal,
  ): Promise<ExportedFile>;

  /** Small values a person set: theme, name, protocol, policies per target, drafts. */
  setting(key: string): Promise<unknown>;
  saveSetting(key: string, value: unknown): Promise<void>;
  storage(): Promise<StorageReport>;
  subscribe(listener: (event: DataEvent) => void): () => void;
}
