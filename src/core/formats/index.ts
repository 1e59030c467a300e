export { FORMATS, formatById, guessFormat, guessGroup } from './registry';
export { mustAsk } from './rankFormats';
export { keyReading } from './keyReading';
export { readRecord } from './readRecord';
export type { RankedGuess } from './rankFormats';
export type { KeyedReading } from './keyReading';
export type { Reading, ReadResult, TraceFormat } from './format';
export { STEPMARK_VERSION } from './stepmark';
export type { ChangeLine, HeadLine, StepmarkLine, TraceLine, TreeLine } from './stepmark';
