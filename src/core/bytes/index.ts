export { BufferPool } from './bufferPool';
export { Unreadable, unreadableFault } from './byteReader';
export { openContainer } from './openContainer';
export { parsePiece } from './linePieces';
export type { LinePiece } from './linePieces';
export { packRecords, parsePacked } from './packedRecords';
export type { PackedRecords } from './packedRecords';
export type { Parsed } from './parseRecord';
export { joinFaults } from './parseBatch';
export { openRowTable } from './parquet';
export { positionOf } from './positions';
export type {
  ByteRun,
  ByteSource,
  Container,
  FoundBatch,
  NamedSource,
  OpenedContainer,
  OpenOptions,
  Platform,
  RawRecord,
  RowTable,
  RowWindow,
  StopSignal,
} from './bytes';
