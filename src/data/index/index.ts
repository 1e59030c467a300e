export type { IndexChunk } from './chunk';
export { IndexColumns } from './columns';
export { buffersOf } from './indexPart';
export type { IndexPart, PartWarning } from './indexPart';
export { previewOf } from './previewOf';
export { readPacked, readTogether, readValues } from './readPart';
export type { ReadingRules } from './readPart';
