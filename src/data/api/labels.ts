// Labels that come from elsewhere or go to a file on disk.

import type { Passage, Scope, Verdict } from '../../core/model';

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
