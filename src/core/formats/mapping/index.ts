export { guessMapping } from './guess';
export { mappedFormat } from './mapped';
export { readMapping } from './mappingSchema';
export { describeFields } from './describeFields';
export { labelValues } from './labelValues';
export type { MappingGuess } from './guess';
