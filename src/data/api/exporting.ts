// Exports: what is asked for, what would be written, what was written.

import type { ExportReport, Policies } from '../../core/labels/export';
import type { FileKey, LabelPack, Protocol, Scope } from '../../core/model';

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
