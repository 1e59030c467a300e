export { codePoints } from './codePoints';
export type { CodePoints } from './codePoints';
export { compareExport } from './compareExport';
export type { ExpectedRow } from './compareExport';
export type { ExportRow, Readback, WrittenRow } from './exportRow';
export type { ExportReport, Policies, PolicyId } from './policies';
export { addRow, emptyReport } from './report';
export { resolveRow } from './resolveRow';
export { buildSidecar } from './sidecar';
export type { SidecarFacts } from './sidecar';
export { writeTree } from './stepmark';
export type {
  AssetInFile,
  AttemptInFile,
  ChangeLine,
  GivenInFile,
  HeadLine,
  JudgementInFile,
  ProblemInFile,
  ScoreInFile,
  SpanInFile,
  StepmarkLine,
  TraceLine,
  TreeInFile,
  TreeLine,
  ZoneInFile,
} from './stepmarkLines';
export type { ExportContext, ExportTarget } from './target';
export { EXPORT_TARGETS, missingPolicies, targetById } from './targets';
