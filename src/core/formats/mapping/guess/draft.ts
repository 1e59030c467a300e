// What every draft of a mapping is made of: roles, reasons and what is left over.

import type { Level } from './guessBody';
import type { FieldTaker, Roles } from './guessFields';
import { isThere, medianLength } from './profile';
import type { Field } from './profile';
import type { FieldReason } from './reasons';

export interface Draft {
  mapping: Record<string, unknown>;
  reasons: FieldReason[];
  unmapped: string[];
}
const MAX_COLUMNS = 12;
const COLUMN_LENGTH = 80;

/** Roles like `problem.text` as the nested object that a mapping is. */
export function nested(roles: Roles): Record<string, unknown> {
  const mapping: Record<string, unknown> = {};
  for (const [role, path] of Object.entries(roles)) {
    const [group, field] = role.split('.');
    if (group === undefined || path === undefined) continue;
    if (field === undefined) mapping[group] = path;
    else mapping[group] = { ...(mapping[group] as object | undefined), [field]: path };
  }
  return mapping;
}

/** Short scalars nobody took become columns; the rest is named. */
function leftOver(
  taker: FieldTaker,
  { fields }: Level,
  used: readonly string[],
): Pick<Draft, 'unmapped'> & { meta: string[] } {
  const isUsed = ({ path }: Field) =>
    used.some((one) => one === path || one.startsWith(`${path}.`) || one.startsWith(`${path}[`));
  const free = taker
    .free(fields)
    .filter((field) => !isUsed(field) && field.kind !== 'object' && field.count > 0);
  const isColumn = (field: Field) => field.kind !== 'list' && medianLength(field) <= COLUMN_LENGTH;
  const meta = free
    .filter(isColumn)
    .slice(0, MAX_COLUMNS)
    .map(({ path }) => path);
  return { meta, unmapped: free.map(({ path }) => path).filter((path) => !meta.includes(path)) };
}

export function finish(
  level: Level,
  taker: FieldTaker,
  used: readonly string[],
  mapping: Record<string, unknown>,
  first: FieldReason[],
): Draft {
  const reasons = [...first, ...taker.reasons];
  const { meta, unmapped } = leftOver(taker, level, [...used, ...reasons.map(({ path }) => path)]);
  return { mapping: { ...mapping, meta }, reasons, unmapped };
}

export const repeats = ({ values, count }: Field) => new Set(values.filter(isThere)).size < 0.7 * count;
