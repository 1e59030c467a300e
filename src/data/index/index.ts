export type { IndexChunk } from './chunk';
export { IndexColumns } from './columns';
