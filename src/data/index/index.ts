export type { IndexChunk } from './chunk';
export { IndexColumns } from './columns';
export { buffersOf } from './indexPart';
export type { IndexPart } from './indexPart';
export { readPacked, readPiece, readRows, readTogether, readValues } from './readPart';
export type { LinesPart, ReadingRules } from './readPart';
