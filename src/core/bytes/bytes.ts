// What the rest of core knows of bytes. Nothing here decodes a whole file.

import type { Fault, RecordPlace } from '../model';

/** Bytes of known length that can be read in any order. File and Blob satisfy it as they are. */
export interface ByteSource {
  readonly size: number;
  slice(startByte: number, endByte: number): { arrayBuffer(): Promise<ArrayBuffer> };
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
  crlf?: true;
  /** Parquet: the codec, lower case; how many row groups. */
  codec?: string;
  rowGroups?: number;
  zipEntries?: number;
  /** What the record reader needs to know beyond the id (keys of a dict, a delimiter, columns). */
  detail: Record<string, unknown>;
}
/** A record as its container gives it. `value` is parsed JSON (for text: the decoded string). */
export interface RawRecord {
  place: RecordPlace;
  value: unknown;
}
/** What reading one slice gave, in file order. */
export interface RecordBatch {
  records: RawRecord[];
  faults: Fault[];
  /** Bytes of the dropped file consumed so far. */
  bytesRead: number;
}
/** A source that was recognised and can be read: inflated where it was compressed. */
export interface OpenedContainer {
  container: Container;
  /** First records, for guessing the format; the same records come again from `records()`. */
  sample: RawRecord[];
  records(stop?: StopSignal): AsyncGenerator<RecordBatch>;
  /** One record again, by the place it was read from. */
  recordAt(place: RecordPlace): Promise<unknown>;
}
