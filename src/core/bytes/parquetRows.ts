import { parquetMetadataAsync, parquetReadObjects } from 'hyparquet';
import type { AsyncBuffer, CompressionCodec, Compressors, FileMetaData, RowGroup } from 'hyparquet';
import { decompressGzip, decompressLz4, decompressLz4Raw, decompressZstd } from 'hyparquet-compressors';
import type { Fault, RecordPlace, Result } from '../model';
import { Unreadable, readSource } from './byteReader';
import type { ByteSource, FoundBatch, StopSignal } from './bytes';
import { count } from './parseRecord';
import { BatchBuilder } from './recordBatches';
import type { Opened, RecordReader } from './recordBatches';

/** Snappy is in hyparquet itself; Brotli is loaded when a file needs it. */
const COMPRESSORS: Compressors = {
  GZIP: decompressGzip,
  LZ4: decompressLz4,
  LZ4_RAW: decompressLz4Raw,
  ZSTD: (input: Uint8Array, sizeBytes: number) => decompressZstd(input, new Uint8Array(sizeBytes)),
};
const CODECS = new Set<CompressionCodec>([
  'UNCOMPRESSED',
  'SNAPPY',
  'GZIP',
  'BROTLI',
  'LZ4',
  'LZ4_RAW',
  'ZSTD',
]);
/** Rows decoded together take about this much; a larger row group is read in parts. */
const WINDOW_BYTES = 128 << 20;
/** Above this, a single row is sought through the file's page index instead of decoding its group. */
const CACHED_BYTES = 32 << 20;

interface Window {
  group: number;
  groupStart: number;
  rowStart: number;
  rowEnd: number;
}

export async function openParquet(opened: Opened, source: ByteSource): Promise<Result<RecordReader, Fault>> {
  const file: AsyncBuffer = {
    byteLength: source.size,
    slice: async (start, end = source.size) => (await readSource(source, Math.max(0, start), end)).buffer,
  };
  const isWhole = await endsWell(source);
  if (!isWhole) return refused('cut-off', 'The Parquet file has no end (PAR1): it was cut off.', COPY_AGAIN);
  let metadata: FileMetaData;
  try {
    metadata = await parquetMetadataAsync(file);
  } catch (cause) {
    if (cause instanceof Unreadable) throw cause;
    return refused('damaged', `The list of columns can not be read: ${messageOf(cause)}.`, COPY_AGAIN);
  }
  const codecs = [
    ...new Set(metadata.row_groups.flatMap((group) => group.columns.map((c) => c.meta_data?.codec))),
  ];
  const unknown = codecs.find((codec) => codec === undefined || !CODECS.has(codec));
  if (codecs.length > 0 && !codecs.every((codec) => codec !== undefined && CODECS.has(codec)))
    return refused(
      'unknown-codec',
      `Its columns are packed with ${unknown ?? 'an unnamed codec'}.`,
      OTHER_CODEC,
    );
  const packed = codecs.filter((codec) => codec !== 'UNCOMPRESSED');
  opened.container.codec = packed[0] ?? 'UNCOMPRESSED';
  opened.container.rowGroups = metadata.row_groups.length;
  const compressors = codecs.includes('BROTLI') ? await withBrotli() : COMPRESSORS;
  return { ok: true, value: new ParquetReader(opened, file, metadata, compressors) };
}

async function withBrotli(): Promise<Compressors> {
  const { decompressBrotli } = await import('./brotli');
  return { ...COMPRESSORS, BROTLI: decompressBrotli };
}

const COPY_AGAIN = 'Copy or download the file again.';
const OTHER_CODEC = 'Write it with zstd, snappy, gzip, brotli or lz4 and drop it again.';
const messageOf = (cause: unknown) => (cause instanceof Error ? cause.message : String(cause));
const refused = (kind: string, reason: string, remedy: string): Result<RecordReader, Fault> => ({
  ok: false,
  fault: { position: '$', kind, reason, remedy },
});

async function endsWell(source: ByteSource): Promise<boolean> {
  const end = await readSource(source, Math.max(0, source.size - 4), source.size);
  return source.size > 12 && String.fromCharCode(...end) === 'PAR1';
}

class ParquetReader implements RecordReader {
  private readonly opened: Opened;
  private readonly file: AsyncBuffer;
  private readonly metadata: FileMetaData;
  private readonly compressors: Compressors;
  private readonly windows: Window[];
  private cached: { window: Window; rows: Promise<Record<string, unknown>[]> } | undefined;

  constructor(opened: Opened, file: AsyncBuffer, metadata: FileMetaData, compressors: Compressors) {
    this.opened = opened;
    this.file = file;
    this.metadata = metadata;
    this.compressors = compressors;
    this.windows = windowsOf(metadata.row_groups);
  }

  async *records(stop: StopSignal | undefined): AsyncGenerator<FoundBatch> {
    const builder = new BatchBuilder(this.opened);
    for (const window of this.windows) {
      if (stop?.aborted) return;
      const progress = (row: number) => (this.file.byteLength * row) / Number(this.metadata.num_rows);
      const rows = await this.read(window.rowStart, window.rowEnd).catch((cause: unknown) => failed(cause));
      if (typeof rows === 'string') {
        const reason = `${count(window.rowEnd - window.rowStart)} rows of group ${window.group + 1} can not be read: ${rows}.`;
        builder.addFault(placeOf(window, window.rowStart), 'damaged', reason, COPY_AGAIN);
        yield builder.take(progress(window.rowEnd));
        continue;
      }
      for (const [i, value] of rows.entries()) {
        builder.addRecord({ place: placeOf(window, window.rowStart + i), value }, 0);
        if (!builder.isFull()) continue;
        yield builder.take(progress(window.rowStart + i));
        if (stop?.aborted) return;
      }
      yield builder.take(progress(window.rowEnd));
    }
  }

  async recordAt(place: RecordPlace): Promise<unknown> {
    return plain(await this.rowAt(place));
  }

  /** Parquet has no text: the row as JSON, its integers with all their digits. */
  async recordSourceAt(place: RecordPlace): Promise<string> {
    return writeJson(await this.rowAt(place));
  }

  private async rowAt(place: RecordPlace): Promise<Record<string, unknown>> {
    const index = 'index' in place ? place.index : -1;
    const window = this.windows.find(({ rowStart, rowEnd }) => index >= rowStart && index < rowEnd);
    if (window === undefined) throw new Error('The file has no such row.');
    const group = this.metadata.row_groups[window.group]!;
    if (Number(group.total_byte_size) > CACHED_BYTES) return (await this.readRaw(index, index + 1, true))[0]!;
    if (this.cached?.window !== window)
      this.cached = { window, rows: this.readRaw(window.rowStart, window.rowEnd, false) };
    return (await this.cached.rows)[index - window.rowStart]!;
  }

  private async read(rowStart: number, rowEnd: number): Promise<unknown[]> {
    return (await this.readRaw(rowStart, rowEnd, false)).map(plain);
  }

  private readRaw(
    rowStart: number,
    rowEnd: number,
    useOffsetIndex: boolean,
  ): Promise<Record<string, unknown>[]> {
    const { file, metadata, compressors } = this;
    return parquetReadObjects({
      file,
      metadata,
      compressors,
      rowStart,
      rowEnd,
      useOffsetIndex,
      rowFormat: 'object',
    });
  }
}

/** Bytes that are gone are another fault than bytes that are wrong. */
function failed(cause: unknown): string {
  if (cause instanceof Unreadable) throw cause;
  return messageOf(cause);
}

/** Rows count from 0 here, from 1 where they are shown. */
const placeOf = ({ group, groupStart }: Window, index: number) => ({ group, row: index - groupStart, index });

function windowsOf(groups: RowGroup[]): Window[] {
  const windows: Window[] = [];
  let groupStart = 0;
  for (const [group, { num_rows, total_byte_size }] of groups.entries()) {
    const rows = Number(num_rows);
    const parts = Math.max(1, Math.ceil(Number(total_byte_size) / WINDOW_BYTES));
    const size = Math.max(1, Math.ceil(rows / parts));
    for (let from = 0; from < rows; from += size)
      windows.push({
        group,
        groupStart,
        rowStart: groupStart + from,
        rowEnd: groupStart + Math.min(rows, from + size),
      });
    groupStart += rows;
  }
  return windows;
}

/** As JSON.parse would give it: numbers for integers, ISO text for dates. Bytes (images) stay bytes. */
function plain(value: unknown): unknown {
  if (typeof value === 'bigint') return Number(value);
  if (value instanceof Date) return value.toISOString();
  if (typeof value !== 'object' || value === null || value instanceof Uint8Array) return value ?? null;
  if (Array.isArray(value)) return value.map(plain);
  if (ArrayBuffer.isView(value)) return Array.from(value as unknown as ArrayLike<number | bigint>, plain);
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, plain(inner)]));
}

function writeJson(value: unknown): string {
  if (typeof value === 'bigint') return value.toString();
  if (value instanceof Uint8Array) return JSON.stringify(`(${count(value.length)} bytes)`);
  if (value instanceof Date || typeof value !== 'object' || value === null)
    return JSON.stringify(value ?? null);
  if (ArrayBuffer.isView(value)) return writeJson(Array.from(value as unknown as ArrayLike<unknown>));
  if (Array.isArray(value)) return `[${value.map(writeJson).join(',')}]`;
  return `{${Object.entries(value)
    .map(([key, inner]) => `${JSON.stringify(key)}:${writeJson(inner)}`)
    .join(',')}}`;
}
