export { mappedFormat } from './mapped';
export { readMapping } from './mappingSchema';
export type { CheckedMapping } from './mappingSchema';
