export { mappedFormat } from './mapped';
export { readMapping } from './mappingSchema';
