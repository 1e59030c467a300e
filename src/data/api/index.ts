// What app may know of data: these types, and nothing else of it.

export type { ExportRequest, ExportPreview, ExportedFile, AnnotatorChoice } from './exporting';
export type { FileSummary, LeftAt, StorageReport } from './files';
export type { MergeReport, SavePlace, LiveFileState } from './labels';
export type { MappingField, MappingReason, MappingDraft, MappingPreview } from './mapping';
export { CannotOpen } from './opening';
export type { OpenInput, FilePart, FormatGuess, FormatChoice, RecordPreview, OpenProgress } from './opening';
export type { SiblingRow, OpenTrace, OpenTree } from './reading';
export type { DataEvent, StepmarkData } from './stepmarkData';
export type {
  SortKey,
  RowFilter,
  PageQuery,
  StripMark,
  RowView,
  RowWindow,
  RowPreview,
  Neighbours,
} from './table';
