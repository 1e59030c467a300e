// What the rest of core knows of bytes. Nothing here decodes a whole file.

import type { Fault, RecordPlace, Result, Warning } from '../model';
import type { BufferPool } from './bufferPool';
import type { LinePiece } from './linePieces';

/** A record that is a range of the (inflated) bytes. */
export type BytePlace = Extract<RecordPlace, { startByte: number }>;

/** Bytes of known length that can be read in any order. File and Blob satisfy it as they are. */
export interface ByteSource {
  readonly size: number;
  slice(startByte: number, endByte: number): { arrayBuffer(): Promise<ArrayBuffer> };
  /** Where the platform can read into a buffer that is given. */
  run?(startByte: number): ByteRun;
}
/** Bytes from front to back, into buffers that were used before. */
export interface ByteRun {
  /** Fills the buffer from `from` on; before its end only where the bytes end. The buffer given is used up: the one
   *  that comes back holds what it held. Rejects when the bytes can not be read. */
  fill(buffer: ArrayBuffer, from: number): Promise<{ buffer: ArrayBuffer; end: number }>;
  /** Reading ended early. */
  close(): void;
}
/** The platform's AbortSignal satisfies it. */
export interface StopSignal {
  readonly aborted: boolean;
}
/** What core takes from the platform, since ES2023 has neither. */
export interface Platform {
  /** UTF-8 with replacement characters for bad bytes, BOM kept: `new TextDecoder('utf-8', { ignoreBOM: true })`. */
  decodeUtf8(bytes: Uint8Array): string;
  decodeUtf16(bytes: Uint8Array, endian: 'le' | 'be'): string;
}
/** A file as it was dropped: the name is shown, never used to recognise. */
export interface NamedSource {
  name: string;
  source: ByteSource;
}

/** How the bytes are laid out, formats.md §2; `id` is `jsonl`, `gzip+jsonl`, `zip`, `text`, … */
export interface Container {
  id: string;
  bom?: true;
  /** How many CRLF line ends were read; complete when `records()` has run to its end. */
  crlf?: number;
  /** Parquet: the codec as Parquet spells it (SNAPPY, ZSTD); how many row groups. */
  codec?: string;
  rowGroups?: number;
  zipEntries?: number;
  /** What the record reader needs to know beyond the id (a delimiter, where rows begin), plain JSON. `header`:
   *  what surrounds the records of `json-object-rows` (the object without them) or of an Inspect zip. */
  detail: Record<string, unknown>;
}
/** A record as its container gives it. `value` is parsed JSON (for text: the decoded string). */
export interface RawRecord {
  place: RecordPlace;
  value: unknown;
  /** json-dict: the key this record stands under; several records of one array share it. */
  key?: string;
}
/** A record whose place is known; JSON is still bytes, other containers give its value at once. */
export type FoundRecord = RawRecord | { place: BytePlace; bytes: Uint8Array; key?: string };
/** What finding records in one slice gave, in file order. */
export interface FoundBatch {
  found: FoundRecord[];
  faults: Fault[];
  warnings?: Warning[];
  /** What stopped the bytes before their end; only the last batch has it. */
  damage?: Fault;
  /** Bytes of the dropped file consumed so far. */
  bytesRead: number;
}
/** What reading one slice gave, in file order. */
export interface RecordBatch {
  records: RawRecord[];
  faults: Fault[];
  /** Oddities of records that were read all the same ('no-number', 'bad-utf8'). */
  warnings?: Warning[];
  /** Bytes of the dropped file consumed so far. */
  bytesRead: number;
}
/** Rows [rowStart, rowEnd) of a table, which lie in one group; its rows are counted from `groupStart`. */
export interface RowWindow {
  group: number;
  groupStart: number;
  rowStart: number;
  rowEnd: number;
}
/** A table (Parquet) that lies in a file as it is: each window can be read by itself, here or, from the same source,
 *  in another thread. */
export interface RowTable {
  source: ByteSource;
  windows: readonly RowWindow[];
  /** How far the file is read when the rows before this one are. */
  bytesAt(row: number): number;
  placeOf(window: RowWindow, row: number): RecordPlace;
  /** Not ok: none of its rows can be read. Rejects when the bytes cannot be had. */
  read(window: RowWindow): Promise<Result<unknown[], Omit<Fault, 'position'>>>;
}
/** A source that was recognised and can be read: inflated where it was compressed. */
export interface OpenedContainer {
  container: Container;
  /** First records, for guessing the format; the same records come again from `records()`. */
  sample: RawRecord[];
  records(stop?: StopSignal): AsyncGenerator<RecordBatch>;
  /** The same before parsing, which `parseBatch` does, here or in another thread. */
  found(stop?: StopSignal): AsyncGenerator<FoundBatch>;
  /** JSON Lines alone: all bytes as pieces of whole lines, which `parsePiece` reads, here or in another thread. */
  pieces?(buffers: BufferPool, stop?: StopSignal): AsyncGenerator<LinePiece>;
  /** Parquet that is not packed once more. */
  table?: RowTable;
  /** One record again, by the place it was read from. Rejects when the bytes can no longer be read or no
   *  longer hold the record; the message can be shown. */
  recordAt(place: RecordPlace): Promise<unknown>;
  /** Its exact source text: digits past 2^53, duplicate keys, NaN. Works for places of faults too. */
  recordSourceAt(place: RecordPlace): Promise<string>;
  /** zip: every entry as a file of its own, unpacked while it is read. */
  entries?: NamedSource[];
  /** For compressed and UTF-16 sources: all inner bytes in order (as UTF-8), as `keepBytes` returned them. Reads
   *  to the end. Positions are those of these bytes; opened alone they give the same records. */
  inflated?(): Promise<ByteSource[]>;
}
export interface OpenOptions {
  /** How much is read at once. */
  sliceBytes?: number;
  /** A larger record is a fault. */
  maxRecordBytes?: number;
  /** More inflated bytes than this are not read. */
  maxInflatedBytes?: number;
  /** Where inflated bytes are kept, a few MB at a time; default: in memory. In a browser: a Blob. */
  keepBytes?(bytes: Uint8Array<ArrayBuffer>): ByteSource;
  /** Skips recognition: the whole source is one text. */
  as?: 'text';
}
export type OpenResult = Result<OpenedContainer, Fault>;
