import type { FileKey, Scope } from '../../model';
import type { ExportReport, Policies } from './policies';
import type { ExportTarget } from './target';

export interface SidecarFacts {
  target: ExportTarget;
  policies: Partial<Policies>;
  report: ExportReport;
  annotator: string;
  scope: Scope;
  rows: 'all' | 'finished';
  source: { name: string; key: FileKey; format: string };
  fileName: string;
  /** Whether the file was read back and found equal. */
  verified: boolean;
  /** Stepmark's version. */
  version: string;
  /** ms since 1970. */
  at: number;
}

/** The JSON beside an exported file: what was decided, counted and left out. Only the policies that the target
 *  asks for are in it. */
export function buildSidecar(facts: SidecarFacts): string {
  const { target, report, scope, source } = facts;
  const answered = target.policies.map((policy) => [policy, facts.policies[policy]] as const);
  const sidecar = {
    stepmarkSidecar: 1,
    stepmark: facts.version,
    writtenAt: new Date(facts.at).toISOString(),
    file: facts.fileName,
    readBackEqual: facts.verified,
    target: target.id,
    notes: target.notes,
    policies: Object.fromEntries(answered),
    offsets: target.offsets ?? 'none',
    annotator: facts.annotator,
    protocol: scope.protocol,
    pack: scope.pack,
    round: scope.round,
    source,
    scope: facts.rows,
    rows: { considered: report.considered, written: report.written },
    refused: report.refused,
    labels: report.labels,
    judgementsInTray: report.inTray,
  };
  return `${JSON.stringify(sidecar, undefined, 2)}\n`;
}
