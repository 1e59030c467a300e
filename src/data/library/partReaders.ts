import type { LinePiece, PackedRecords, RowWindow } from '../../core/bytes';
import type { Fault } from '../../core/model';
import type { FileSummary } from '../api';
import type { IndexPart, LinesPart, ReadingRules } from '../index';
import { formatOf } from './chooseFormat';

/** Other threads that read records of one file. */
export interface PartReaders {
  /** How many parts are worth giving out before the first comes back. */
  readonly width: number;
  /** Takes the bytes along: they cannot be used here afterwards. */
  read(packed: PackedRecords): Promise<IndexPart>;
  readLines(piece: LinePiece): Promise<LinesPart>;
  /** Of the table in `blob`. */
  readRows(window: RowWindow): Promise<RowsRead>;
  close(): void;
}
/** What such a thread must know to read records as this one does. */
export interface ReaderRules extends Pick<FileSummary, 'mapping' | 'chosenBy' | 'format'> {
  header: unknown;
  /** The file as it was dropped: any thread can read in it. */
  blob: Blob;
}
/** What stopped the bytes, where they could not be had. */
export type RowsRead = { part: IndexPart } | { unreadable: Fault };
export type StartReaders = (rules: ReaderRules) => PartReaders;

/** The rules as such a thread takes them. */
export function readingRules({ header, ...chosen }: Omit<ReaderRules, 'blob'>): ReadingRules {
  const format = formatOf(chosen);
  if (format === undefined) throw new Error(`${chosen.format} is not known here.`);
  return { format, header };
}
