// Rows of a Parquet file in a thread of its own: the file is opened there once, then each window is read by itself.

import { openRowTable, Unreadable, unreadableFault } from '../../core/bytes';
import type { RowTable, RowWindow } from '../../core/bytes';
import { readRows } from '../index';
import type { ReadingRules } from '../index';
import type { RowsRead } from './partReaders';

export type RowReader = (window: RowWindow) => Promise<RowsRead>;

export function rowReader(rules: ReadingRules, blob: Blob): RowReader {
  let table: ReturnType<typeof openRowTable> | undefined;
  let before: Promise<unknown> = Promise.resolve();
  const read = async (window: RowWindow): Promise<RowsRead> => {
    table ??= openRowTable(blob);
    const opened = await table;
    return opened.ok ? readWindow(rules, opened.value, window) : { unreadable: opened.fault };
  };
  // One at a time: each holds all its rows.
  return (window) => {
    const rows = before.then(() => read(window));
    before = rows.catch(() => undefined);
    return rows;
  };
}

export async function readWindow(rules: ReadingRules, table: RowTable, window: RowWindow): Promise<RowsRead> {
  try {
    return { part: await readRows(rules, table, window) };
  } catch (cause) {
    if (!(cause instanceof Unreadable)) throw cause;
    return { unreadable: unreadableFault(cause) };
  }
}
