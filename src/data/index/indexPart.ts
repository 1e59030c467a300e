import type { AgreedInFile } from '../../core/formats';
import type { Change, Warning } from '../../core/model';
import type { PackedTexts } from './problemTexts';

/** What some records of a file add to its index, as one message of plain arrays. Problems and generators are
 *  numbered within the part, records as they were handed in. */
export interface IndexPart {
  /** Of each record: how many rows it gave. */
  rowsOfRecord: Uint32Array<ArrayBuffer>;
  /** Records that hold a tree and no row, with the tree's problem; in order. */
  treesAlone: [record: number, problem: number][];
  /** Records without a fault. */
  recordsRead: number;
  rows: PartRows;
  problems: PartProblems;
  generators: string[];
  labels: { human: number; other: number; byAnnotator: [annotator: string, verdicts: number][] };
  faults: { record: number; kind: string; reason: string; remedy: string }[];
  warnings: PartWarning[];
  /** Lines of a labels file. */
  changes: Change[];
  /** Of its head. */
  agreed: AgreedInFile[];
}
export interface PartRows {
  problem: Uint32Array<ArrayBuffer>;
  /** Text keys, four numbers each. */
  text: Uint32Array<ArrayBuffer>;
  /** Which attempt of its record, from 0. */
  sample: Uint32Array<ArrayBuffer>;
  /** 0: none, else number in `generators` + 1. */
  generator: Uint32Array<ArrayBuffer>;
  /** NaN: unknown. Right is 1, wrong 0. */
  outcome: Float64Array<ArrayBuffer>;
  outcomeIsNumber: Uint8Array<ArrayBuffer>;
  lengthUtf16: Uint32Array<ArrayBuffer>;
  /** -1: the file gives none, the splitter decides. */
  givenSteps: Int32Array<ArrayBuffer>;
  lowestScore: Float32Array<ArrayBuffer>;
}
export interface PartProblems {
  /** Keys, four numbers each. */
  keys: Uint32Array<ArrayBuffer>;
  texts: PackedTexts;
}
/** Warnings of one kind, the first one's words. */
export interface PartWarning extends Warning {
  count: number;
  /** The record that the first was about, where its position is to be said. */
  record?: number;
}

export const buffersOf = ({ rowsOfRecord, rows, problems }: IndexPart): ArrayBuffer[] =>
  [rowsOfRecord, ...Object.values(rows), problems.keys, ...Object.values(problems.texts)].map(
    ({ buffer }: { buffer: ArrayBuffer }) => buffer,
  );
