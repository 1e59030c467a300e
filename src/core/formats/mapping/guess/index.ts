export { guessMapping } from './guessMapping';
export type { MappingGuess } from './guessMapping';
