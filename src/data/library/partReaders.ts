import type { PackedRecords } from '../../core/bytes';
import type { FileSummary } from '../api';
import type { IndexPart } from '../index';

/** Other threads that read records of one file. */
export interface PartReaders {
  /** How many parts are worth giving out before the first comes back. */
  readonly width: number;
  /** Takes the bytes along: they cannot be used here afterwards. */
  read(packed: PackedRecords): Promise<IndexPart>;
  close(): void;
}
/** What such a thread must know to read records as this one does. */
export interface ReaderRules extends Pick<FileSummary, 'mapping' | 'chosenBy' | 'format'> {
  header: unknown;
}
/** `undefined`: there are none. */
export type StartReaders = (summary: FileSummary, header: unknown) => PartReaders | undefined;
