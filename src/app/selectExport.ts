import { EXPORT_TARGETS, missingPolicies } from '../core/labels/export';
import type { ExportRequest } from '../data/api';
import { scopeOf } from './recorder';
import type { AppState } from './state';

export const FIRST_TARGET = EXPORT_TARGETS[0]!.id;

/** Why Export is off, in words; undefined: it is on. */
export function selectExportObstacle(state: AppState): string | undefined {
  const { exporting, settings } = state;
  if (exporting === undefined) return 'Open a file first.';
  const missing = missingPolicies(exporting.target, exporting.policies[exporting.target] ?? {});
  if (missing.length > 0) {
    return missing.length === 1
      ? 'One policy is not answered yet.'
      : `${missing.length} policies are not answered yet.`;
  }
  if (exporting.annotators.length === 0) return 'Nobody has judged this file yet.';
  if (exporting.annotator === undefined) return 'Choose whose labels are written.';
  if (exporting.annotator === 'me' && settings.annotator === 'me')
    return 'Say your name first: it is written beside the labels.';
  return undefined;
}

/** undefined: something is not answered yet. */
export function selectExportRequest(state: AppState): ExportRequest | undefined {
  const { exporting } = state;
  if (exporting?.annotator === undefined) return undefined;
  const policies = exporting.policies[exporting.target] ?? {};
  if (missingPolicies(exporting.target, policies).length > 0) return undefined;
  return {
    file: exporting.file,
    target: exporting.target,
    policies,
    annotator: exporting.annotator,
    scope: scopeOf(state),
    rows: exporting.rows,
  };
}
