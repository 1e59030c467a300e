import type { Opened } from './recordBatches';
import { RowScanner, cellsOf, columnNames } from './separatedRows';
import type { Separation } from './separatedRows';

const HEAD_BYTES = 1 << 20;
const MAX_ROWS = 200;
const DELIMITERS = [',', '\t', ';'] as const;

/** The separator that gives the first rows one same number of fields, at least two. */
export async function recogniseSeparated(opened: Opened, fromByte: number): Promise<Separation | undefined> {
  const head = await opened.reader.read(fromByte, fromByte + HEAD_BYTES);
  const isWhole = head.length < HEAD_BYTES;
  const fitting = DELIMITERS.map((delimiter) => separationBy(opened, head, isWhole, delimiter)).filter(
    (separation) => separation !== undefined,
  );
  return fitting.sort((a, b) => b.columns.length - a.columns.length)[0];
}

function separationBy(
  opened: Opened,
  head: Uint8Array,
  isWhole: boolean,
  delimiter: Separation['delimiter'],
): Separation | undefined {
  const ends = new RowScanner(delimiter).scan(head, 0);
  const rows: string[][] = [];
  let from = 0;
  for (let i = 0; i < ends.length + (isWhole ? 2 : 0) && rows.length < MAX_ROWS; i += 2) {
    const text = opened.platform.decodeUtf8(head.subarray(from, ends[i] ?? head.length)).replace(/\r$/, '');
    from = (ends[i] ?? head.length) + 1;
    if (text.trim() === '') continue;
    const cells = cellsOf(text, delimiter);
    if (typeof cells === 'string') continue;
    rows.push(cells);
  }
  const [names, ...others] = rows;
  if (names === undefined || names.length < 2 || others.length === 0 || !names.every(isName))
    return undefined;
  const fitting = others.filter((cells) => cells.length === names.length).length;
  // A row or two may be broken in a long file; prose rarely has as many commas in every line.
  return fitting >= 0.95 * others.length ? { delimiter, columns: columnNames(names) } : undefined;
}

/** Prose has commas too, but its parts begin with a space, are long or end a sentence. */
const isName = (cell: string) =>
  cell.length <= 64 && !/^\s|[.!?]$/.test(cell) && cell.split(/\s+/).length <= 5;
