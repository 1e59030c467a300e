import type { Warning } from '../../core/model';
import type { FileSummary } from '../api';

/** Warnings by kind, each with the words of the first. */
export function countWarnings(
  counted: FileSummary['warnings'],
  met: readonly (Warning & { count?: number })[],
): FileSummary['warnings'] {
  if (met.length === 0) return counted;
  const byKind = new Map(counted.map((entry) => [entry.kind, entry]));
  for (const { kind, reason, count = 1 } of met) {
    const known = byKind.get(kind);
    byKind.set(kind, { kind, reason: known?.reason ?? reason, count: (known?.count ?? 0) + count });
  }
  return [...byKind.values()];
}
