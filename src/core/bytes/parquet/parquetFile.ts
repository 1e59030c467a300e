// The Parquet file itself: its list of columns, and its rows decoded by hyparquet.

import { parquetMetadataAsync, parquetReadObjects, parquetSchema } from 'hyparquet';
import type { AsyncBuffer, CompressionCodec, Compressors, FileMetaData } from 'hyparquet';
import { decompressGzip, decompressLz4, decompressLz4Raw, decompressZstd } from 'hyparquet-compressors';
import type { Fault, RecordPlace, Result } from '../../model';
import { Unreadable, readSource } from '../byteReader';
import type { ByteSource, RowWindow } from '../bytes';
import { count } from '../parseRecord';
import { plainRows } from './plainValues';
import { rowWindows } from './rowWindows';

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
/** Above this, a single row is sought through the file's page index instead of decoding its group. */
const CACHED_BYTES = 32 << 20;
type Row = Record<string, unknown>;

/** A Parquet file whose list of columns is read. */
export interface ParquetFile {
  source: ByteSource;
  file: AsyncBuffer;
  metadata: FileMetaData;
  compressors: Compressors;
  codecs: (CompressionCodec | undefined)[];
}

export async function openParquetFile(source: ByteSource): Promise<Result<ParquetFile, Fault>> {
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
  const compressors = codecs.includes('BROTLI') ? await withBrotli() : COMPRESSORS;
  return { ok: true, value: { source, file, metadata, compressors, codecs } };
}

async function withBrotli(): Promise<Compressors> {
  const { decompressBrotli } = await import('./brotli');
  return { ...COMPRESSORS, BROTLI: decompressBrotli };
}

const COPY_AGAIN = 'Copy or download the file again.';
const OTHER_CODEC = 'Write it with zstd, snappy, gzip, brotli or lz4 and drop it again.';
const messageOf = (cause: unknown) => (cause instanceof Error ? cause.message : String(cause));
const refused = (kind: string, reason: string, remedy: string): { ok: false; fault: Fault } => ({
  ok: false,
  fault: { position: '$', kind, reason, remedy },
});

async function endsWell(source: ByteSource): Promise<boolean> {
  const end = await readSource(source, Math.max(0, source.size - 4), source.size);
  return source.size > 12 && String.fromCharCode(...end) === 'PAR1';
}

/** Its rows, a window at a time or one by its number. */
export class ParquetRows {
  readonly windows: readonly RowWindow[];
  private readonly parquet: ParquetFile;
  private readonly plainRows: (rows: Row[]) => Row[];
  private cached: { window: RowWindow; rows: Promise<Row[]> } | undefined;

  constructor(parquet: ParquetFile) {
    this.parquet = parquet;
    this.windows = rowWindows(parquet.metadata);
    this.plainRows = plainRows(parquetSchema(parquet.metadata));
  }

  /** Not ok: none of its rows can be read. The platform's refusal of the bytes is thrown. */
  async read(window: RowWindow): Promise<Result<Row[], Omit<Fault, 'position'>>> {
    const { rowStart, rowEnd, group } = window;
    try {
      return { ok: true, value: this.plainRows(await this.decode(rowStart, rowEnd)) };
    } catch (cause) {
      // Bytes that are gone are another fault than bytes that are wrong.
      if (cause instanceof Unreadable) throw cause;
      const reason = `${count(rowEnd - rowStart)} rows of group ${group + 1} can not be read: ${messageOf(cause)}.`;
      return { ok: false, fault: { kind: 'damaged', reason, remedy: COPY_AGAIN } };
    }
  }

  /** As it is decoded, integers with all their digits. */
  async rowAt(place: RecordPlace): Promise<Row> {
    const index = 'index' in place ? place.index : -1;
    const window = this.windows.find(({ rowStart, rowEnd }) => index >= rowStart && index < rowEnd);
    if (window === undefined) throw new Error('The file has no such row.');
    const group = this.parquet.metadata.row_groups[window.group]!;
    if (Number(group.total_byte_size) > CACHED_BYTES) return (await this.decode(index, index + 1))[0]!;
    if (this.cached?.window !== window)
      this.cached = { window, rows: this.decode(window.rowStart, window.rowEnd) };
    return (await this.cached.rows)[index - window.rowStart]!;
  }

  private decode(rowStart: number, rowEnd: number): Promise<Row[]> {
    const { file, metadata, compressors } = this.parquet;
    return parquetReadObjects({
      file,
      metadata,
      compressors,
      rowStart,
      rowEnd,
      useOffsetIndex: true,
      rowFormat: 'object',
    });
  }
}

/** Rows count from 0 here, from 1 where they are shown. */
export const rowPlace = ({ group, groupStart }: RowWindow, index: number) => ({
  group,
  row: index - groupStart,
  index,
});
