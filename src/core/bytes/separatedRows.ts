// CSV and its kin (RFC 4180): rows are found at byte level, where quotes may hold line ends and separators, and
// each row's text is split by Papa Parse.

import Papa from 'papaparse';
import type { FoundBatch, StopSignal } from './bytes';
import { CrlfCount, slicesOf, trimmed } from './byteReader';
import type { Slice } from './byteReader';
import { count } from './parseRecord';
import { BatchBuilder, bytesAt } from './recordBatches';
import type { Opened, RecordReader } from './recordBatches';
import { rangeOf } from './scanSlices';

export interface Separation {
  delimiter: ',' | '\t' | ';';
  columns: string[];
}

const QUOTE = 34;
const LF = 10;

/** Ends of rows; a quote opens only where a field begins, and a doubled one stays inside. */
export class RowScanner {
  line = 1;
  private readonly delimiter: number;
  private state: 'start' | 'bare' | 'quoted' | 'closed' = 'start';

  constructor(delimiter: string) {
    this.delimiter = delimiter.charCodeAt(0);
  }

  /** Pairs [position of the line end, lines so far]. */
  scan(bytes: Uint8Array, startByte: number): number[] {
    const ends: number[] = [];
    for (let at = 0; at < bytes.length; at += 1) {
      const byte = bytes[at]!;
      if (byte === LF) this.line += 1;
      if (this.state === 'quoted') {
        if (byte === QUOTE) this.state = 'closed';
      } else if (byte === LF) {
        ends.push(startByte + at, this.line);
        this.state = 'start';
      } else if (byte === this.delimiter) this.state = 'start';
      else if (byte === QUOTE && this.state !== 'bare') this.state = 'quoted';
      else if (this.state === 'start') this.state = 'bare';
    }
    return ends;
  }
}

/** The cells of one row, or what is wrong with its quotes. */
export function cellsOf(text: string, delimiter: string): string[] | string {
  const { data, errors } = Papa.parse<string[]>(text, { delimiter, newline: '\n', header: false });
  const quotes = errors.find((error) => error.type === 'Quotes');
  if (quotes !== undefined) return quotes.message;
  return data[0] ?? [''];
}

/** Every column gets a name, and no two the same. */
export function columnNames(cells: string[]): string[] {
  const names: string[] = [];
  for (const [i, cell] of cells.entries()) {
    const name = cell.trim() || `column_${i + 1}`;
    names.push(names.includes(name) ? `${name}_${i + 1}` : name);
  }
  return names;
}

/** The first row names the columns; rows count from the one after it. Cells stay strings. */
export function openSeparated(
  opened: Opened,
  fromByte: number,
  { delimiter, columns }: Separation,
): RecordReader {
  const toRecord = (bytes: Uint8Array): Record<string, string> | string => {
    const cells = cellsOf(opened.platform.decodeUtf8(bytes), delimiter);
    if (typeof cells === 'string') return `Its quotes do not close: ${cells}.`;
    if (cells.length !== columns.length)
      return `It has ${count(cells.length)} fields for ${count(columns.length)} columns.`;
    return Object.fromEntries(columns.map((name, i) => [name, cells[i] ?? '']));
  };

  async function* records(stop: StopSignal | undefined, sliceBytes: number): AsyncGenerator<FoundBatch> {
    const rows = new Rows(opened, fromByte, toRecord);
    const scanner = new RowScanner(delimiter);
    const crlf = new CrlfCount();
    let endByte = fromByte;
    for await (const slice of slicesOf(opened.reader, fromByte, sliceBytes, stop)) {
      crlf.push(slice.bytes);
      const ends = scanner.scan(slice.bytes, slice.startByte);
      for (let i = 0; i < ends.length; i += 2) {
        await rows.add(ends[i]!, ends[i + 1]!, slice);
        if (!rows.builder.isFull()) continue;
        yield rows.builder.take(ends[i]!);
        if (stop?.aborted) return;
      }
      endByte = slice.startByte + slice.bytes.length;
      yield rows.builder.take(endByte);
    }
    if (stop?.aborted) return;
    if (crlf.count > 0) opened.container.crlf = crlf.count;
    await rows.add(endByte, scanner.line + 1);
    if (!rows.builder.isEmpty()) yield rows.builder.take(endByte);
  }

  return {
    records,
    async recordAt(place) {
      const record = toRecord(await bytesAt(opened, place));
      if (typeof record === 'string') throw new Error(record);
      return record;
    },
    recordSourceAt: async (place) => opened.platform.decodeUtf8(await bytesAt(opened, place)),
  };
}

class Rows {
  readonly builder: BatchBuilder;
  private readonly opened: Opened;
  private readonly toRecord: (bytes: Uint8Array) => Record<string, string> | string;
  private startByte: number;
  private startLine = 1;
  /** 0 is the row of names. */
  private row = 0;

  constructor(opened: Opened, fromByte: number, toRecord: Rows['toRecord']) {
    this.opened = opened;
    this.startByte = fromByte;
    this.toRecord = toRecord;
    this.builder = new BatchBuilder(opened);
  }

  async add(endByte: number, nextLine: number, slice?: Slice): Promise<void> {
    const { startByte, startLine } = this;
    const bytes = await rangeOf(this.opened, slice, startByte, endByte);
    this.startByte = endByte + 1;
    this.startLine = nextLine;
    const sizeBytes = bytes?.at(-1) === 13 ? bytes.length - 1 : endByte - startByte;
    if (bytes !== undefined && isBlank(bytes)) return;
    this.row += 1;
    if (this.row === 1) return;
    const place = { startByte, sizeBytes, line: startLine, path: `row ${this.row - 1} (line ${startLine})` };
    const record = bytes === undefined ? 'It is too large.' : this.toRecord(bytes.subarray(0, sizeBytes));
    if (typeof record === 'string')
      this.builder.addFault(place, 'csv-row', record, 'Fix the row, or go on without it.');
    else this.builder.addRecord({ place, value: record }, sizeBytes);
  }
}

function isBlank(bytes: Uint8Array): boolean {
  const [start, end] = trimmed(bytes);
  return start === end;
}
