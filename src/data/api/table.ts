// The table of traces: windows of rows, never records.

import type { FileKey, Hindsight, ProblemKey, Scope, TextKey } from '../../core/model';

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

/** Where the neighbours of a row are, in the order and filter of the table. */
export interface Neighbours {
  position: number;
  total: number;
  previous?: number;
  next?: number;
  /** Next row with unjudged steps. */
  nextUnfinished?: number;
}
