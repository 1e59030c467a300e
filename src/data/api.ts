// The one door to the outside: files, worker, index, databases. app imports these types and nothing else of
// data. `inMemory.ts` is a twin for component and command tests.

import type {
  Change,
  Fault,
  FileKey,
  Hindsight,
  LabelPack,
  Mapping,
  Passage,
  Problem,
  ProblemKey,
  Protocol,
  RolloutTree,
  Row,
  Scope,
  Strategy,
  TextKey,
  Trace,
  Verdict,
  Writer,
} from '../core/model';
import type { Annotations } from '../core/labels';
import type { ExportReport, Policies } from '../core/labels/export';

/** What was dropped, chosen or pasted. `File` satisfies it. */
export interface OpenInput {
  name: string;
  blob: Blob;
  /** The folder it was dropped in. */
  folder?: string;
  /** Files that belong together are one input, their bytes one after the other. */
  parts?: FilePart[];
}
export interface FilePart {
  name: string;
  sizeBytes: number;
}
export interface FormatGuess {
  id: string;
  title: string;
  score: number;
  certain: boolean;
  because: string;
}
/** What a file is read as, where the guess does not decide. */
export type FormatChoice = { format: string } | { mapping: Mapping };
/** One of the first records as it will be read, for the open screen. */
export interface RecordPreview {
  position: string;
  problem: string;
  attempts: number;
  zones: string[];
  /** First steps of the first attempt, each cut to 200 code units. */
  steps: string[];
  /** What the file says of each of `steps`. */
  verdicts: (Verdict | undefined)[];
  stepCount: number;
  /** The record as it stands in the file, cut to 2,000 code units. */
  source: string;
}
export interface FileSummary {
  key: FileKey;
  name: string;
  sizeBytes: number;
  container: string;
  format: string;
  formatTitle: string;
  guesses: FormatGuess[];
  mapping?: Mapping;
  /** Absent: the best guess. 'memory': a person chose it before for files with the same fields. */
  chosenBy?: 'person' | 'memory';
  /** The fields by which a choice is remembered; absent: the records have none. */
  keySet?: string;
  /** Records of the container read so far; read + faults = records. */
  records: number;
  recordsRead: number;
  faultCount: number;
  /** Warnings by kind. */
  warnings: { kind: string; reason: string; count: number }[];
  problems: number;
  rows: number;
  /** Distinct texts: equal ones are judged once. */
  texts: number;
  /** Texts finished under the scope of the last `files(scope)` call. */
  finishedTexts: number;
  startedTexts: number;
  strategy: Strategy;
  strategyBecause: string;
  humanLabels: number;
  otherLabels: number;
  /** The files it was put together from. */
  parts?: FilePart[];
  kept: 'copy' | 'inflatedCopy' | 'thisSessionOnly';
  /** Bytes of the copy, where it is not the file as it was dropped: known before it is written. */
  keptBytes?: number;
  /** Why no copy could be kept. */
  notKept?: string;
  /** false while reading and after "stop and keep what is read". */
  complete: boolean;
  openedAt: number;
  /** Labels that came with the file and went into the log; only in the answer of `open`. */
  merged?: MergeReport;
  /** Where the person left it: row and active passage. */
  leftAt?: LeftAt;
}
export interface LeftAt {
  row: number;
  passage?: Passage;
}
export interface OpenProgress {
  bytesRead: number;
  sizeBytes: number;
  summary: FileSummary;
  preview: RecordPreview[];
}
/** A file that cannot be opened at all: the fault of position `$`. */
export class CannotOpen extends Error {
  override readonly name = 'CannotOpen';
  readonly fault: Fault;
  constructor(fault: Fault) {
    super(`${fault.reason} ${fault.remedy}`);
    this.fault = fault;
  }
}

/** A field of the sampled records, by the path a mapping names it with. */
export interface MappingField {
  path: string;
  /** `text`, `number`, `list of texts`, … */
  type: string;
  /** 0–1: the share of records that have it. */
  share: number;
  /** A value, cut short. */
  example: string;
}
/** Why a field of the mapping was guessed. */
export interface MappingReason {
  /** Its place in the mapping: `problem.text`, `labels.path`. */
  field: string;
  because: string;
  /** The sample does not settle it: a person should look. */
  ask?: true;
}
export interface MappingDraft {
  /** The saved mapping for these fields, or a guess. */
  mapping: Mapping;
  reasons: MappingReason[];
  fields: MappingField[];
  /** Records the draft and its previews look at. */
  records: number;
  keySet?: string;
}
export interface MappingPreview {
  /** The mapping itself is wrong: nothing was read. */
  wrong?: string;
  records: RecordPreview[];
  sampled: number;
  problems: number;
  traces: number;
  steps: number;
  verdicts: Record<Verdict, number>;
  /** Values of the field of labels, most frequent first; without a verdict: not in the table. */
  values: { value: string; count: number; verdict?: Verdict | 'unjudged' }[];
  faultCount: number;
  /** The first of them. */
  faults: Fault[];
  warnings: FileSummary['warnings'];
}

export type SortKey =
  'file' | 'problem' | 'generator' | 'outcome' | 'steps' | 'length' | 'progress' | 'firstError' | 'score';
export interface RowFilter {
  /** Case-insensitive; looked for in problem and generator. */
  text?: string;
  generators?: string[];
  outcome?: 'right' | 'wrong' | 'unknown';
  progress?: 'unjudged' | 'started' | 'finished';
  problem?: ProblemKey;
}
export interface PageQuery {
  file: FileKey;
  /** First position in the sorted and filtered order. */
  from: number;
  count: number;
  sort: SortKey;
  descending: boolean;
  filter: RowFilter;
  scope: Scope;
}
/** One mark per step, in order. `a` = after the first error under *stop*. */
export type StripMark = 'c' | 'r' | 'e' | 'u';
/** A row of the table. Only windows of these reach the page. */
export interface RowView {
  /** Row number in the file, from 0. */
  row: number;
  /** Of the record, as a person is shown it: `line 31`. */
  position: string;
  problem: ProblemKey;
  /** The file's own id, or its place among the problems: `#12`. */
  problemName: string;
  /** First 160 units of the prompt, white space collapsed. */
  problemPreview: string;
  /** Which attempt of its problem, from 0, and of how many. */
  attempt: number;
  attempts: number;
  generator?: string;
  outcome?: boolean | number;
  text: TextKey;
  /** Rows of this file with the same text, this one included. */
  sameText: number;
  lengthUtf16: number;
  steps: number;
  strip: StripMark[];
  judged: number;
  firstErrorFrom0?: number;
  finish?: Hindsight['finish'];
  lowestScore?: number;
}
export interface RowWindow {
  from: number;
  rows: RowView[];
  /** Rows that pass the filter. */
  total: number;
}
/** The row under the cursor, for the panel beside the table: texts are cut, with `…` where they are. */
export interface RowPreview {
  row: number;
  prompt: string;
  /** The first eight. */
  steps: string[];
}
/** A rollout of the same problem, for the list beside the reader. */
export interface SiblingRow {
  row: number;
  attempt: number;
  generator?: string;
  outcome?: boolean | number;
  text: TextKey;
  strip: StripMark[];
}
export interface OpenTrace {
  file: FileKey;
  row: number;
  position: string;
  problem: Problem;
  problemName: string;
  trace: Trace;
  /** The row's outcome, generator, scores, given labels, metadata. */
  of: Row;
  strategy: Strategy;
  strategyBecause: string;
  attempt: number;
  attempts: number;
  sameText: number;
  /** At most 200; `attempts` says how many there are. */
  siblings: SiblingRow[];
  /** The record, or the problem's rollouts, form a tree with more than one path. */
  hasTree: boolean;
}
export interface OpenTree {
  file: FileKey;
  problem: Problem;
  problemName: string;
  tree: RolloutTree;
  /** From the file, or merged from the problem's rollouts. */
  source: 'given' | 'merged';
  /** Per node: the steps inside it as passages under the strategy (node 0: none). Usually one. */
  passages: Passage[][];
  /** Per node: how many of the problem's rollouts go through it. */
  through: Int32Array;
  /** Rows (numbers in the file) that end at each node. */
  rowsAt: number[][];
  /** Per node: the final answer of the rollouts that end there, where they agree. */
  answers?: (string | undefined)[];
  /** Per node: how many equal siblings of the file it stands for; absent: one each. */
  counts?: Int32Array;
  /** Layout: depth runs along x. Units: one level, one leaf. */
  x: Float32Array;
  y: Float32Array;
}

/** Where the neighbours of a row are, in the order and filter of the table. */
export interface Neighbours {
  position: number;
  total: number;
  previous?: number;
  next?: number;
  /** Next row with unjudged steps. */
  nextUnfinished?: number;
}

export interface ExportRequest {
  file: FileKey;
  target: string;
  policies: Partial<Policies>;
  /** A person, or an annotator whom the file names. */
  annotator: string;
  scope: Scope;
  rows: 'all' | 'finished';
  /** Packs and protocols that are not shipped: they go into the head. */
  own?: { packs: readonly LabelPack[]; protocols: readonly Protocol[] };
}
export interface ExportPreview {
  report: ExportReport;
  /** First three lines as they would be written. */
  firstLines: string[];
}
export interface ExportedFile {
  report: ExportReport;
  file: Blob;
  fileName: string;
  /** Policies, counts, scope, versions, as JSON. */
  sidecar: Blob;
  sidecarName: string;
  /** The bytes were read again and compared label for label; false means: do not use it, `difference` says why. */
  verified: boolean;
  difference?: string;
}
export interface AnnotatorChoice {
  name: string;
  from: 'log' | 'file';
  verdicts: number;
}
export interface StorageReport {
  sourceBytes: number;
  indexBytes: number;
  labelBytes: number;
  /** The browser's answer to the request for persistence; undefined: not asked yet. */
  persisted?: boolean;
  verdicts: number;
  comments: number;
  annotatedTexts: number;
}
export type DataEvent =
  | { kind: 'file'; summary: FileSummary }
  /** From another tab, or from a labels file that was merged. */
  | { kind: 'changes'; changes: Change[] }
  /** The index of a file changed (progress columns, order): windows must be asked for again. */
  | { kind: 'rows'; file: FileKey }
  /** undefined: no labels file is kept up to date any more. */
  | { kind: 'liveFile'; state: LiveFileState | undefined };

export interface MergeReport {
  /** Under which names and rules the changes were made. */
  scopes: Scope[];
  added: number;
  already: number;
  /** Passages where one annotator has two different verdicts. */
  differing: { at: Passage; verdicts: Verdict[] }[];
}

/** A file the person chose to be written to. */
export type SavePlace = FileSystemFileHandle;
export interface LiveFileState {
  name: string;
  /** `waits`: after a reload the browser wants to be asked once more; `elsewhere`: another tab writes it. */
  status: 'writing' | 'written' | 'waits' | 'elsewhere' | 'failed';
  writtenAt?: number;
  /** What happened and what to do. */
  failure?: string;
}

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
  /** Reads the first records of a file, so that a person can say which of their fields is what. */
  /** Files dropped together, of which those that one format claims as one become one input. */
  groupInputs(inputs: OpenInput[]): Promise<OpenInput[]>;
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
