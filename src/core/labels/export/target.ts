import type { Change, LabelPack, Protocol } from '../../model';
import type { ExportRow, Readback, WrittenRow } from './exportRow';
import type { Policies, PolicyId } from './policies';

/** What a file says besides its rows. */
export interface ExportContext {
  changes: readonly Change[];
  packs: readonly LabelPack[];
  protocols: readonly Protocol[];
}

/** A shape the labels leave in. A new one is one object in `targets.ts`. */
export interface ExportTarget {
  id: string;
  title: string;
  hint: string;
  group: 'Everything' | 'Process reward training' | 'Benchmarks';
  /** What the format cannot say and a person must, in the order it is asked. */
  policies: readonly PolicyId[];
  /** What the format settles by itself, and what it has no place for; shown and written into the sidecar. */
  notes: readonly string[];
  /** Unit of the offsets in the file; none where it has no offsets. */
  offsets?: 'codepoint';
  /** Label values that are counted even when there are none. */
  values: readonly string[];
  meaningOf(value: string, policies: Partial<Policies>): string;
  /** A row; only called when no policy is missing. */
  write(row: ExportRow, policies: Partial<Policies>): WrittenRow;
  /** Lines before the rows: not compared. */
  begin?(context: ExportContext): string[];
  /** Lines behind the rows, compared like rows. */
  end?(context: ExportContext): Iterable<{ line: string; position: string; expected: Readback }>;
  /** What a line of the written file says; undefined: a line of `begin`. Throws on a line that is no JSON. */
  readBack(line: string): Readback | undefined;
}
