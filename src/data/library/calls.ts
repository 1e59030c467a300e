// What the library answers: one request in, one answer out, with progress and a stop signal for the two that
// take long. The worker, the in-memory twin and the tests all talk to it in these words.

import type { StopSignal } from '../../core/bytes';
import type { AgreedInFile } from '../../core/formats';
import type { Change, FileKey, Mapping, Scope } from '../../core/model';
import type {
  AnnotatorChoice,
  ExportedFile,
  ExportPreview,
  ExportRequest,
  FileSummary,
  FormatChoice,
  LeftAt,
  MappingDraft,
  MappingPreview,
  Neighbours,
  OpenInput,
  OpenProgress,
  OpenTrace,
  PageQuery,
  RowPreview,
  RowWindow,
} from '../api';
import type { Fault } from '../../core/model';
import type { TreeParcel } from '../treeParcel';

interface Call<Request, Answer, Progress = never> {
  request: Request;
  answer: Answer;
  progress: Progress;
}
export interface OpenRequest {
  inputs: OpenInput[];
  format?: string;
  mapping?: Mapping;
  /** What was chosen earlier, by key set. */
  remembered?: Record<string, FormatChoice>;
  /** Saved ones: each is a format of its own. */
  mappings?: Mapping[];
}
/** `changes`: lines of a labels file, for the page to merge into the log; `agreed`: the packs and protocols of its
 *  head, for the page to keep. */
export type OpenStep =
  | { kind: 'read'; progress: OpenProgress }
  | { kind: 'changes'; changes: Change[] }
  | { kind: 'agreed'; agreed: AgreedInFile };
export type RowsQuery = Omit<PageQuery, 'from' | 'count'>;

export interface LibraryCalls {
  open: Call<OpenRequest, FileSummary, OpenStep>;
  files: Call<Scope, FileSummary[]>;
  /** Copies a large file and its index into the library, once it is read. */
  keep: Call<FileKey, FileSummary>;
  forget: Call<FileKey, void>;
  groupInputs: Call<OpenInput[], OpenInput[]>;
  draftMapping: Call<OpenInput[], MappingDraft>;
  previewMapping: Call<Mapping, MappingPreview>;
  checkMapping: Call<Mapping, string | undefined>;
  source: Call<FileKey, OpenInput>;
  saveLeftAt: Call<{ file: FileKey; left: LeftAt }, void>;
  faults: Call<{ file: FileKey; from: number; count: number }, { total: number; faults: Fault[] }>;
  page: Call<PageQuery, RowWindow>;
  neighbours: Call<{ query: RowsQuery; row: number }, Neighbours>;
  generators: Call<FileKey, string[]>;
  previewRow: Call<{ file: FileKey; row: number; scope: Scope }, RowPreview>;
  readTrace: Call<{ file: FileKey; row: number; scope: Scope }, OpenTrace>;
  readTree: Call<{ file: FileKey; row: number; scope: Scope | undefined }, TreeParcel | undefined>;
  annotators: Call<FileKey, AnnotatorChoice[]>;
  previewExport: Call<ExportRequest, ExportPreview>;
  export: Call<ExportRequest, ExportedFile, { done: number; of: number }>;
  sizes: Call<undefined, { sourceBytes: number; indexBytes: number }>;
  /** The log grew by these. Answers the files whose rows may look different now. */
  changed: Call<Change[], FileKey[]>;
}
export type CallKind = keyof LibraryCalls;
export type RequestOf<K extends CallKind> = LibraryCalls[K]['request'];
export type AnswerOf<K extends CallKind> = LibraryCalls[K]['answer'];
export type ProgressOf<K extends CallKind> = LibraryCalls[K]['progress'];

export interface CallContext<K extends CallKind> {
  onProgress: (progress: ProgressOf<K>) => void;
  signal: StopSignal;
}
export type LibraryPort = {
  [K in CallKind]: (request: RequestOf<K>, context: CallContext<K>) => Promise<AnswerOf<K>>;
};
