export { CHUNK_ROWS, IndexColumns } from './columns';
export type { IndexChunk, ProblemEntry, RowEntry } from './columns';
