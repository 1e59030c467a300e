// Which rows are decoded together. A window lies in one row group; groups that can be sought by page are cut small.

import type { FileMetaData, RowGroup } from 'hyparquet';
import type { RowWindow } from '../bytes';

/** Without a page index every part of a group decodes its nested columns whole: such a group is cut only where it
 *  would not fit into memory. */
const WINDOW_BYTES = 128 << 20;
const SOUGHT_WINDOW_BYTES = 16 << 20;
/** Rows that are sampled before any format is known; few, so that the first trace is soon there. */
const FIRST_ROWS = 200;

export function rowWindows({ row_groups: groups }: FileMetaData): RowWindow[] {
  const windows: RowWindow[] = [];
  let groupStart = 0;
  for (const [group, { num_rows, total_byte_size }] of groups.entries()) {
    const rows = Number(num_rows);
    const isSought = hasPageIndex(groups[group]!);
    const parts = Math.max(
      1,
      Math.ceil(Number(total_byte_size) / (isSought ? SOUGHT_WINDOW_BYTES : WINDOW_BYTES)),
    );
    const size = Math.max(1, Math.ceil(rows / parts));
    const first = group === 0 && isSought ? Math.min(FIRST_ROWS, rows) : 0;
    const starts = first > 0 ? [0] : [];
    for (let from = first; from < rows; from += size) starts.push(from);
    for (const [i, from] of starts.entries())
      windows.push({
        group,
        groupStart,
        rowStart: groupStart + from,
        rowEnd: groupStart + (starts[i + 1] ?? rows),
      });
    groupStart += rows;
  }
  return windows;
}

/** A column this small costs little to decode whole. */
const SMALL_COLUMN_BYTES = 1 << 20;

/** Whether rows in the middle of the group can be had without decoding those before them. */
export const hasPageIndex = ({ columns }: RowGroup): boolean =>
  columns.every(
    ({ offset_index_offset: offset, offset_index_length: length, meta_data: meta }) =>
      (offset !== undefined && length !== undefined) ||
      Number(meta?.total_uncompressed_size) <= SMALL_COLUMN_BYTES,
  );
