// What goes into opening a file and what is told while it is read.

import type { Fault, Mapping, Verdict } from '../../core/model';
import type { FileSummary } from './files';

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
