// What the page knows. One writer per slice (the file of the same name in this folder); what can be computed
// is a selector, not a field.

import type { Draft } from './drafts';
import type { NoteKind } from './finishNotes';
import type { KeySettings } from './keymap';
import type { Annotations } from '../core/labels';
import type { Policies } from '../core/labels/export';
import type { PassageId } from '../core/identity';
import type { FileKey, LabelPack, Mapping, ProblemKey, Protocol, SplitTarget, Verdict } from '../core/model';
import type {
  AnnotatorChoice,
  ExportedFile,
  ExportPreview,
  FileSummary,
  LiveFileState,
  MappingDraft,
  MappingPreview,
  OpenProgress,
  OpenTree,
  RowFilter,
  RowPreview,
  RowView,
  SortKey,
  StorageReport,
} from '../data/api';
import type { Fault } from '../core/model';
import type { ReaderSlice } from './readerState';
import type { ReadingSettings } from './readingSettings';

/** What ui draws of the data room, by way of the state. */
export type {
  AnnotatorChoice,
  ExportedFile,
  FileSummary,
  LiveFileState,
  MappingField,
  MappingPreview,
  MappingReason,
  OpenInput,
  OpenTrace,
  RecordPreview,
  RowFilter,
  RowView,
  SiblingRow,
  SortKey,
  StripMark,
} from '../data/api';

/** The open trace. */
export type { Drawer, FindSlice, ReaderSlice, SplitScope, StepView, Typing } from './readerState';

export type Route =
  | { screen: 'library' }
  /** The file being read now, or how an open one was read. */
  | { screen: 'open'; file?: FileKey }
  | { screen: 'traces'; file: FileKey }
  | { screen: 'read'; file: FileKey; row: number; passage?: PassageId }
  | { screen: 'tree'; file: FileKey; row: number; passage?: PassageId }
  /** Rollouts of one problem side by side. */
  | { screen: 'compare'; file: FileKey; row: number; others: number[] }
  | { screen: 'export'; file: FileKey }
  | { screen: 'packs' }
  /** A link to a file that is not in the library: says which one to drop. */
  | { screen: 'missing'; file: FileKey; name: string };

export interface SavedFile {
  at: number;
  verdicts: number;
}
export interface OpeningSlice {
  name: string;
  state: 'reading' | 'stopped' | 'done' | 'failed';
  progress?: OpenProgress;
  fault?: Fault;
  /** Of several files opened together: which one this is, from 1. */
  place?: { number: number; of: number };
  startedAt: number;
}

export interface FaultsSlice {
  file: FileKey;
  /** Those asked for so far. */
  list: Fault[];
}
/** The fields of a file that a person says the meaning of. */
export interface MappingSlice {
  /** The file's. */
  name: string;
  /** Which open screen it belongs to; undefined: that of a file that could not be opened. */
  file: FileKey | undefined;
  draft?: MappingDraft;
  mapping?: Mapping;
  preview?: MappingPreview;
  /** The preview is of an earlier state. */
  isTrying: boolean;
  saved?: Mapping[];
  isSaved?: boolean;
  failed?: string | undefined;
}
export interface TracesSlice {
  file: FileKey;
  sort: SortKey;
  descending: boolean;
  filter: RowFilter;
  total: number;
  /** At most three windows of rows, keyed by their first position; older ones are dropped. */
  windows: ReadonlyMap<number, RowView[]>;
  /** Position (not row number) of the cursor in the sorted and filtered order. */
  cursor: number;
  generators: string[];
  /** Of the row the cursor rested on. */
  preview: RowPreview | undefined;
  /** Raised when rows must be asked for again. */
  version: number;
}
/** Rows per window. */
export const WINDOW_ROWS = 100;
export const MAX_WINDOWS = 3;

/** Judgements of the problems that were opened, under the current scope. */
export interface AnnotationSlice {
  loaded: ReadonlySet<ProblemKey | FileKey>;
  annotations: Annotations;
  /** Passages and texts painted but not yet on disk: drawn hollow. */
  unsaved: ReadonlyMap<string, number>;
  /** What the last change of this tab touched: whoever counted `from` need not look at every step of `to`. */
  touched?: Touched;
}
export interface Touched {
  from: Annotations['passages'];
  to: Annotations['passages'];
  ids: readonly PassageId[];
}
export interface SavingSlice {
  pending: number;
  lastSavedAt: number | undefined;
  /** Active ms of the changes known here. Both maps grow in place (a copy of 10,000 steps at each key would cost a
   *  tenth of it); the object around them is a new one each time. */
  spent?: { onProblem: ReadonlyMap<SplitTarget, number>; onStep: ReadonlyMap<PassageId, number> };
  /** The oldest pending write began then: after 1 s the status line says so. */
  pendingSince: number | undefined;
  /** What happened, where, what to do. Stays until a write succeeds. */
  failed: string | undefined;
}
export interface HistoryEntry {
  id: string;
  /** ms since 1970. */
  at: number;
  /** `step 8 erroneous` */
  words: string;
  verdict: Verdict | undefined;
  state: 'stands' | 'redoable' | 'undone' | 'stays';
}
export interface HistorySlice {
  /** `step 8 erroneous` */
  undo: string | undefined;
  redo: string | undefined;
  /** Newest first, while the history is in sight. */
  entries?: readonly HistoryEntry[];
  /** There are older ones than `entries`. */
  hasMore?: boolean;
}
export type TreeColour = 'value' | 'advantage' | 'verdict' | 'disagreement';
export interface TreeSlice {
  file: FileKey;
  row: number;
  tree: OpenTree | undefined;
  /** Why there is none: one rollout, or the problem has no tree. */
  none: string | undefined;
  colour: TreeColour;
  /** Index into `selectValueSets`. */
  valueSet: number;
  /** Cursor node; its path from the root is what the list beside the drawing shows. */
  node: number;
  focus: 'drawing' | 'path';
  /** The fall of the value that `L` went to last: from there it goes on to the next smaller one. */
  dropAt?: number;
  /** First nodes of the chains that are open while chains are folded. */
  openChains?: ReadonlySet<number>;
}
export interface ExportSlice {
  file: FileKey;
  target: string;
  /** By target, as answered; nothing is preset. */
  policies: Readonly<Record<string, Partial<Policies>>>;
  annotators: AnnotatorChoice[];
  annotator: string | undefined;
  rows: 'all' | 'finished';
  preview: ExportPreview | undefined;
  progress: { done: number; of: number } | undefined;
  done: ExportedFile | undefined;
  failed: string | undefined;
}
/** Shipped ones first. */
export interface PacksSlice {
  packs: readonly LabelPack[];
  protocols: readonly Protocol[];
}
export interface SettingsSlice {
  theme: 'system' | 'light' | 'dark';
  /** "me" until a name is said; asked for before the first export. */
  annotator: string;
  /** A shipped one by its name, or a person's own. */
  protocol: 'own-merit' | 'first-error' | Protocol;
  /** undefined: reasoning steps. */
  pack?: LabelPack | undefined;
  /** undefined until something is chosen. */
  reading?: ReadingSettings;
  /** undefined: as the command table has them. */
  keys?: KeySettings;
  /** Notes at the finish that are switched off. */
  notesOff?: readonly NoteKind[];
}
export interface AppState {
  route: Route;
  files: FileSummary[] | undefined;
  storage: StorageReport | undefined;
  /** The labels file on disk that is kept up to date. */
  liveFile: LiveFileState | undefined;
  canKeepLiveFile: boolean;
  /** Of the last labels file that was downloaded: when, and how many verdicts the log held. */
  savedFile: SavedFile | undefined;
  opening: OpeningSlice | undefined;
  faults: FaultsSlice | undefined;
  mapping: MappingSlice | undefined;
  traces: TracesSlice | undefined;
  reader: ReaderSlice | undefined;
  /** Typed in an earlier visit and not kept: offered. */
  drafts?: readonly Draft[] | undefined;
  annotation: AnnotationSlice;
  saving: SavingSlice;
  history: HistorySlice;
  tree: TreeSlice | undefined;
  exporting: ExportSlice | undefined;
  settings: SettingsSlice;
  /** While their screen is open. */
  packs?: PacksSlice;
  commandsOpen: boolean;
  /** Said politely by the live region: "Step 7 erroneous, saved. Step 8 of 20." */
  announcement: string;
  /** One line for the whole page (a file could not be opened, another tab wrote): what, where, what to do. */
  message: string | undefined;
}
