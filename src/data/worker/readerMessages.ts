import type { LinePiece, PackedRecords, RowWindow } from '../../core/bytes';
import type { IndexPart, LinesPart } from '../index';
import type { ReaderRules, RowsRead } from '../library';

/** What a thread is given to read, and what it makes of it. */
export interface ReaderCalls {
  records: { part: PackedRecords; answer: IndexPart };
  lines: { part: LinePiece; answer: LinesPart };
  rows: { part: RowWindow; answer: RowsRead };
}
export type ReaderCall = keyof ReaderCalls;
/** To a thread that reads records of one file: first the rules, then parts. */
export type ToReader =
  | { kind: 'rules'; rules: ReaderRules }
  | { [K in ReaderCall]: { kind: K; id: number; part: ReaderCalls[K]['part'] } }[ReaderCall];
/** Every part is answered once. */
export type FromReader =
  | { id: number; kind: 'answer'; answer: ReaderCalls[ReaderCall]['answer'] }
  | { id: number; kind: 'failed'; message: string };
