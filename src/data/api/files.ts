// Files of the library.

import type { FileKey, Mapping, Passage, Strategy } from '../../core/model';
import type { MergeReport } from './labels';
import type { FilePart, FormatGuess } from './opening';

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
  /** All its records are one trace (a session, a stream): they are held in memory while they are read. */
  isOneTrace?: true;
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
