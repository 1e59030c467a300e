import type { WrittenRow } from './exportRow';
import type { ExportReport, Policies } from './policies';
import type { ExportTarget } from './target';

const MAX_POSITIONS = 100;

export function emptyReport(target: ExportTarget, policies: Partial<Policies>): ExportReport {
  return {
    considered: 0,
    written: 0,
    refused: [],
    labels: target.values.map((value) => ({ value, meaning: target.meaningOf(value, policies), count: 0 })),
    inTray: 0,
  };
}

/** Counts a row in: `report` grows in place. `inTray` is what `matchJudgements` found no step for; a text that
 *  stands in several rows is to be counted once. */
export function addRow(
  report: ExportReport,
  target: ExportTarget,
  policies: Partial<Policies>,
  row: { position: string; written: WrittenRow; inTray: number },
): void {
  report.considered++;
  report.inTray += row.inTray;
  const { written } = row;
  if (!written.ok) {
    addRefusal(report, written.reason, row.position);
    return;
  }
  report.written++;
  for (const value of written.expected.labels) addLabel(report, target, policies, value);
}

function addRefusal(report: ExportReport, reason: string, position: string): void {
  let entry = report.refused.find((one) => one.reason === reason);
  if (entry === undefined) {
    entry = { reason, count: 0, positions: [] };
    report.refused.push(entry);
  }
  entry.count++;
  if (entry.positions.length < MAX_POSITIONS) entry.positions.push(position);
}

// Values a target names stay in its order, in front; others (indices of a first error) follow by size.
function addLabel(
  report: ExportReport,
  target: ExportTarget,
  policies: Partial<Policies>,
  value: string,
): void {
  const entry = report.labels.find((one) => one.value === value);
  if (entry !== undefined) {
    entry.count++;
    return;
  }
  const { length } = target.values;
  const after = report.labels.findIndex((one, i) => i >= length && Number(one.value) > Number(value));
  const at = after === -1 ? report.labels.length : after;
  report.labels.splice(at, 0, { value, meaning: target.meaningOf(value, policies), count: 1 });
}
