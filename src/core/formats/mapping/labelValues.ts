import { compactJson, isObject, textOf } from '../fields';
import { tableOf } from './mappedLabels';
import type { CheckedMapping } from './mappingSchema';
import { rowsIn } from './mapped';
import { Scope } from './scope';
import type { Verdict } from '../../model';

export interface LabelValue {
  value: string;
  count: number;
  /** What the table says; undefined: it says nothing. */
  verdict?: Verdict | 'unjudged';
}

/** Every value of the field of labels with its count, most frequent first, where a table gives it a meaning (labels
 *  per step, by key or of the whole trace); none for numbers of steps. */
export function labelValues(mapping: CheckedMapping, records: readonly unknown[]): LabelValue[] {
  const { labels } = mapping;
  if (labels === undefined || labels.kind === 'firstError' || labels.kind === 'errorList') return [];
  const counts = new Map<string, number>();
  for (const record of records)
    for (const value of valuesIn(mapping, labels, record)) counts.set(value, (counts.get(value) ?? 0) + 1);
  const table = tableOf(labels);
  return [...counts]
    .toSorted((a, b) => b[1] - a[1])
    .map(([value, count]) => {
      const verdict = Object.hasOwn(table, value) ? table[value] : undefined;
      return { value, count, ...(verdict !== undefined && { verdict }) };
    });
}

function valuesIn(
  mapping: CheckedMapping,
  { kind, path, none }: NonNullable<CheckedMapping['labels']>,
  record: unknown,
): string[] {
  const each = mapping.rollouts?.each;
  const scopes = rowsIn(record, mapping, undefined).flatMap((row) => {
    const scope = new Scope(row);
    return each === undefined ? [scope] : scope.rollouts(each);
  });
  const isNone = (value: unknown) =>
    none.some((one) => one === value || (one !== null && String(one) === textOf(value)));
  return scopes.flatMap((scope) => {
    const found = scope.value(path);
    const values =
      kind === 'perStep'
        ? scope.list(path)
        : kind === 'byKey' && isObject(found)
          ? Object.values(found)
          : [found];
    // As they are read: null says that there is no label, and -1 may be a word of the table.
    const table = tableOf(mapping.labels!);
    return values
      .filter((value) => value !== undefined && value !== null)
      .filter((value) => !isNone(value) || Object.hasOwn(table, textOf(value) ?? ''))
      .map((value) => textOf(value) ?? compactJson(value));
  });
}
