// Records of one file to what they add to its index: the work that is done in several threads at once.

import { parsePacked, parsePiece } from '../../core/bytes';
import type {
  LinePiece,
  PackedRecords,
  Parsed,
  Platform,
  RawRecord,
  RowTable,
  RowWindow,
} from '../../core/bytes';
import { readRecord } from '../../core/formats';
import type { ReadResult, TraceFormat } from '../../core/formats';
import type { IndexPart } from './indexPart';
import { PartBuilder } from './partBuilder';

/** What all records of a file are read with. */
export interface ReadingRules {
  format: TraceFormat;
  /** What surrounds the records in their container. */
  header: unknown;
}

export function readPacked(rules: ReadingRules, packed: PackedRecords, platform: Platform): IndexPart {
  const builder = new PartBuilder(rules.format.id);
  parsePacked(packed, platform, (parsed, i) => addParsed(builder, rules, parsed, packed.keys?.[i]));
  return builder.finish();
}

/** Lines of a piece, and where they are: lines are counted from the beginning of the piece. */
export interface LinesPart {
  part: IndexPart;
  startBytes: Float64Array<ArrayBuffer>;
  sizeBytes: Float64Array<ArrayBuffer>;
  lines: Uint32Array<ArrayBuffer>;
  lineCount: number;
  /** That of the piece, to be used again. */
  buffer: ArrayBuffer;
}

export function readPiece(rules: ReadingRules, piece: LinePiece, platform: Platform): LinesPart {
  const builder = new PartBuilder(rules.format.id);
  const lines = parsePiece(piece, platform, (parsed) => addParsed(builder, rules, parsed));
  return { part: builder.finish(), ...lines, buffer: piece.bytes.buffer };
}

function addParsed(builder: PartBuilder, rules: ReadingRules, parsed: Parsed, key?: string): void {
  if (!parsed.ok) {
    builder.addFault(parsed);
    return;
  }
  builder.addWarnings(parsed.warnings);
  const { value } = parsed;
  addRecord(builder, rules, { value, place: NO_PLACE, ...(key === undefined ? {} : { key }) });
}

// A packed record that stands under a key comes with it.
const NO_PLACE = { startByte: 0, sizeBytes: 0 };

export function readValues(rules: ReadingRules, records: readonly RawRecord[]): IndexPart {
  const builder = new PartBuilder(rules.format.id);
  for (const record of records) addRecord(builder, rules, record);
  return builder.finish();
}

/** Rows of a table; of a window that cannot be read the fault stands at its first row. */
export async function readRows(rules: ReadingRules, table: RowTable, window: RowWindow): Promise<IndexPart> {
  const builder = new PartBuilder(rules.format.id);
  const rows = await table.read(window);
  if (!rows.ok) builder.addFault(rows.fault);
  else for (const value of rows.value) addRecord(builder, rules, { value, place: NO_PLACE });
  return builder.finish();
}

/** All records as the one that a format makes of them. */
export function readTogether({ format, header }: ReadingRules, values: readonly unknown[]): IndexPart {
  const builder = new PartBuilder(format.id);
  const read: ReadResult | undefined = format.readAll?.(values, header === undefined ? {} : { header });
  if (read?.ok === true) builder.add(read.value, values);
  else if (read !== undefined) builder.addFault(read.fault);
  return builder.finish();
}

function addRecord(builder: PartBuilder, { format, header }: ReadingRules, record: RawRecord): void {
  const read = readRecord(format, record, header);
  if (read.ok) builder.add(read.value, record.value);
  else builder.addFault(read.fault);
}
