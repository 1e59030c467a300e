import type { Policies, PolicyId } from './policies';
import { PROCESSBENCH } from './processbench';
import { STEPMARK } from './stepmark';
import type { ExportTarget } from './target';
import { TRL_STEPWISE } from './trlStepwise';

export const EXPORT_TARGETS: readonly ExportTarget[] = [STEPMARK, TRL_STEPWISE, PROCESSBENCH];

export function targetById(id: string): ExportTarget | undefined {
  return EXPORT_TARGETS.find((target) => target.id === id);
}

/** What must be answered before the target can be written; empty for a target that asks nothing. */
export function missingPolicies(targetId: string, policies: Partial<Policies>): PolicyId[] {
  return (targetById(targetId)?.policies ?? []).filter((policy) => policies[policy] === undefined);
}
