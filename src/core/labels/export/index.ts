export type { ExportReport, Policies, PolicyId } from './policies';
