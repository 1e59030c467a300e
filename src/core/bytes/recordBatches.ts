// What every reader of records shares: the settings of one opened source, and batches that stay small.

import type { Fault, RecordPlace, Warning } from '../model';
import type { BufferPool } from './bufferPool';
import type { ByteReader } from './byteReader';
import type {
  BytePlace,
  Container,
  FoundBatch,
  FoundRecord,
  Platform,
  RawRecord,
  RowTable,
  StopSignal,
} from './bytes';
import type { LinePiece } from './linePieces';
import { parseRecord, tooLarge } from './parseRecord';
import type { Parsed } from './parseRecord';
import { positionOf } from './positions';

export interface Limits {
  sliceBytes: number;
  maxRecordBytes: number;
  maxInflatedBytes: number;
}
/** A source whose container is known. */
export interface Opened {
  reader: ByteReader;
  platform: Platform;
  container: Container;
  limits: Limits;
}
/** `sliceBytes` may differ from the limits' own: sampling reads less at once. */
export type ReadRecords = (stop: StopSignal | undefined, sliceBytes: number) => AsyncGenerator<FoundBatch>;
export interface RecordReader {
  records: ReadRecords;
  /** JSON Lines: lines that are not found yet. */
  pieces?: (buffers: BufferPool, stop: StopSignal | undefined) => AsyncGenerator<LinePiece>;
  table?: RowTable;
  recordAt(place: RecordPlace): Promise<unknown>;
  recordSourceAt(place: RecordPlace): Promise<string>;
}

const MAX_RECORDS = 1000;
/** Records of a batch live together: more at once costs the collector more than it saves. */
const MAX_BYTES = 1 << 20;

export class BatchBuilder {
  private readonly opened: Opened;
  private found: FoundRecord[] = [];
  private faults: Fault[] = [];
  private warnings: Warning[] = [];
  private sizeBytes = 0;

  constructor(opened: Opened) {
    this.opened = opened;
  }

  isFull(): boolean {
    return this.found.length + this.faults.length >= MAX_RECORDS || this.sizeBytes >= MAX_BYTES;
  }

  isEmpty(): boolean {
    return this.found.length + this.faults.length === 0;
  }

  /** `undefined` bytes: the record is too large to be read. */
  addJson(place: BytePlace, bytes: Uint8Array | undefined, key?: string): void {
    if (bytes === undefined) {
      this.addParsed(place, tooLarge(place.sizeBytes, this.opened.limits.maxRecordBytes));
      return;
    }
    this.sizeBytes += place.sizeBytes;
    this.found.push(key === undefined ? { place, bytes } : { place, bytes, key });
  }

  addParsed(place: BytePlace, parsed: Parsed): void {
    this.sizeBytes += place.sizeBytes;
    if (!parsed.ok) {
      this.addFault(place, parsed.kind, parsed.reason, parsed.remedy);
      return;
    }
    this.found.push({ place, value: parsed.value });
    for (const { kind, reason } of parsed.warnings)
      this.warnings.push({ kind, reason: `${positionOf(place)}: ${reason}` });
  }

  addRecord(record: RawRecord, sizeBytes: number): void {
    this.found.push(record);
    this.sizeBytes += sizeBytes;
  }

  addFault(place: RecordPlace, kind: string, reason: string, remedy: string): void {
    this.faults.push({ position: positionOf(place), kind, reason, remedy, at: place });
  }

  addWarnings(warnings: readonly Warning[]): void {
    this.warnings.push(...warnings);
  }

  /** What was added since the last take; `innerByte` is how far the inner bytes were read. */
  take(innerByte: number): FoundBatch {
    const { found, faults, warnings } = this;
    [this.found, this.faults, this.warnings, this.sizeBytes] = [[], [], [], 0];
    const batch: FoundBatch = { found, faults, bytesRead: this.opened.reader.consumedAt(innerByte) };
    if (warnings.length > 0) batch.warnings = warnings;
    return batch;
  }
}

const gone = () => new Error('The record is not where it was read: the file was changed. Open it again.');

/** The bytes of a record that lies in one piece. */
export async function bytesAt(opened: Opened, place: RecordPlace): Promise<Uint8Array> {
  if (!('startByte' in place)) throw gone();
  const end = place.startByte + place.sizeBytes;
  if (place.sizeBytes > opened.limits.maxRecordBytes) throw new Error('The record is too large to be shown.');
  const bytes = await opened.reader.read(place.startByte, end);
  if (bytes.length < place.sizeBytes) throw gone();
  return bytes;
}

/** Reading again of containers whose record is one range of JSON. */
export function jsonReader(opened: Opened, records: ReadRecords): RecordReader {
  return {
    records,
    async recordAt(place) {
      const bytes = await bytesAt(opened, place);
      const parsed = parseRecord(bytes, 'startByte' in place ? place.startByte : 0, opened.platform);
      // It was parsed when the file was opened.
      if (!parsed.ok) throw gone();
      return parsed.value;
    },
    recordSourceAt: async (place) => opened.platform.decodeUtf8(await bytesAt(opened, place)),
  };
}
