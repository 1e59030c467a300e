// Rows of a Parquet file as records.

import type { Fault, RecordPlace, Result } from '../../model';
import type { ByteSource, FoundBatch, RowTable, StopSignal } from '../bytes';
import { BatchBuilder } from '../recordBatches';
import type { Opened, RecordReader } from '../recordBatches';
import { openParquetFile, ParquetRows, rowPlace } from './parquetFile';
import type { ParquetFile } from './parquetFile';
import { plain, writeJson } from './plainValues';

export async function openParquet(opened: Opened, source: ByteSource): Promise<Result<RecordReader, Fault>> {
  const parquet = await openParquetFile(source);
  if (!parquet.ok) return parquet;
  const { codecs, metadata } = parquet.value;
  opened.container.codec = codecs.find((codec) => codec !== 'UNCOMPRESSED') ?? 'UNCOMPRESSED';
  opened.container.rowGroups = metadata.row_groups.length;
  return { ok: true, value: new ParquetReader(opened, parquet.value) };
}

class ParquetReader implements RecordReader {
  readonly table: RowTable;
  private readonly opened: Opened;
  private readonly rows: ParquetRows;

  constructor(opened: Opened, parquet: ParquetFile) {
    this.opened = opened;
    this.rows = new ParquetRows(parquet);
    this.table = tableOf(parquet, this.rows);
  }

  async *records(stop: StopSignal | undefined): AsyncGenerator<FoundBatch> {
    const { rows, table } = this;
    const builder = new BatchBuilder(this.opened);
    for (const window of rows.windows) {
      if (stop?.aborted) return;
      const read = await table.read(window);
      if (!read.ok) {
        const { kind, reason, remedy } = read.fault;
        builder.addFault(rowPlace(window, window.rowStart), kind, reason, remedy);
        yield builder.take(table.bytesAt(window.rowEnd));
        continue;
      }
      for (const [i, value] of read.value.entries()) {
        builder.addRecord({ place: rowPlace(window, window.rowStart + i), value }, 0);
        if (!builder.isFull()) continue;
        yield builder.take(table.bytesAt(window.rowStart + i));
        if (stop?.aborted) return;
      }
      yield builder.take(table.bytesAt(window.rowEnd));
    }
  }

  async recordAt(place: RecordPlace): Promise<unknown> {
    return plain(await this.rows.rowAt(place));
  }

  /** Parquet has no text: the row as JSON, its integers with all their digits. */
  async recordSourceAt(place: RecordPlace): Promise<string> {
    return writeJson(await this.rows.rowAt(place));
  }
}

/** The file again, in another thread. */
export async function openRowTable(source: ByteSource): Promise<Result<RowTable, Fault>> {
  const parquet = await openParquetFile(source);
  return parquet.ok ? { ok: true, value: tableOf(parquet.value, new ParquetRows(parquet.value)) } : parquet;
}

const tableOf = ({ source, metadata }: ParquetFile, rows: ParquetRows): RowTable => ({
  source,
  windows: rows.windows,
  bytesAt: (row) => (source.size * row) / Number(metadata.num_rows),
  placeOf: rowPlace,
  read: (window) => rows.read(window),
});
