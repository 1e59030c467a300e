export { askDirectly } from './askDirectly';
export type { AskLibrary, AskOptions } from './askDirectly';
export type { AnswerOf, CallKind, LibraryPort, ProgressOf, RequestOf } from './calls';
export { Library } from './library';
export { MemoryLibrary, StoredLibrary } from './libraryStore';
export { PLATFORM } from './platform';
export { readingRules } from './partReaders';
export type { PartReaders, ReaderRules, StartReaders } from './partReaders';
