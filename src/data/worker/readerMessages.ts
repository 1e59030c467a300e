import type { PackedRecords } from '../../core/bytes';
import type { IndexPart } from '../index';
import type { ReaderRules } from '../library';

/** To a thread that reads records of one file: first the rules, then parts. */
export type ToReader =
  { kind: 'rules'; rules: ReaderRules } | { kind: 'read'; id: number; packed: PackedRecords };
/** Every part is answered once. */
export type FromReader =
  { id: number; kind: 'part'; part: IndexPart } | { id: number; kind: 'failed'; message: string };
