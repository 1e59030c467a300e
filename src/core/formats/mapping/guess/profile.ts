// What a sample of foreign records holds, field by field: the ground every guess stands on.

import { isObject, numberIn, textOf } from '../../fields';
import { nameRank } from './names';

export interface Field {
  /** In the language of mappings, relative to its scope. */
  path: string;
  /** One per scope; undefined: the field is not there. */
  values: readonly unknown[];
  /** Of most of its values. Texts that are all numbers (CSV) count as numbers. */
  kind: FieldKind;
  /** How many scopes have it with a value. */
  count: number;
}
export type FieldKind = 'text' | 'number' | 'boolean' | 'list' | 'object' | 'none';

const MAX_DEPTH = 4;
const MAX_KEYS = 80;
/** Most values must agree before a field is taken for something. */
const MOST = 0.9;

/** The fields of the scopes and of the objects inside them. What lies in lists is profiled by who needs it. */
export function fieldsOf(scopes: readonly unknown[]): Field[] {
  return collect(scopes, '', 0);
}

function collect(values: readonly unknown[], path: string, depth: number): Field[] {
  const keys = new Set(values.flatMap((value) => (isObject(value) ? Object.keys(value) : [])));
  if (keys.size > MAX_KEYS || isNumbered(keys)) return [];
  return [...keys].flatMap((key): Field[] => {
    const own = pathTo(path, key);
    if (own === undefined) return [];
    const field = fieldOf(
      own,
      values.map((value) => (isObject(value) && Object.hasOwn(value, key) ? value[key] : undefined)),
    );
    const inner =
      field.kind === 'object' && depth < MAX_DEPTH ? collect(field.values, field.path, depth + 1) : [];
    return [field, ...inner];
  });
}

export const isNumbered = (keys: ReadonlySet<string>) =>
  keys.size > 0 && [...keys].every((key) => /^\d+$/.test(key));

/** undefined: a name that no path can hold. */
function pathTo(path: string, key: string): string | undefined {
  if (/^[\p{Letter}\p{Number}_-]+$/u.test(key) && key !== 'json') return path === '' ? key : `${path}.${key}`;
  return key === '' || /["|]/.test(key) ? undefined : `${path}["${key}"]`;
}

/** A text that holds JSON in most records is read as what it holds. */
export function fieldOf(path: string, values: readonly unknown[]): Field {
  const parsed = values.map(jsonIn);
  const texts = values.filter((value) => typeof value === 'string' && value.trim() !== '').length;
  const isJson = texts > 0 && parsed.filter((value) => value !== undefined).length >= MOST * texts;
  const own = isJson ? values.map((value, i) => parsed[i] ?? value) : values;
  return {
    path: isJson ? `json(${path})` : path,
    values: own,
    kind: kindOf(own),
    count: own.filter(isThere).length,
  };
}

export const isThere = (value: unknown) => value !== undefined && value !== null && value !== '';

function jsonIn(value: unknown): unknown {
  if (typeof value !== 'string' || !/^\s*[[{]/.test(value)) return undefined;
  try {
    return JSON.parse(value) as unknown;
  } catch {
    return undefined;
  }
}

function kindOf(values: readonly unknown[]): FieldKind {
  const kinds = values.filter(isThere).map((value): FieldKind => {
    if (Array.isArray(value)) return 'list';
    if (isObject(value)) return 'object';
    if (typeof value === 'boolean' || /^(true|false)$/i.test(textOf(value) ?? '')) return 'boolean';
    return numberIn(value) === undefined ? 'text' : 'number';
  });
  const [first] = kinds;
  if (first === undefined) return 'none';
  if (kinds.every((kind) => kind === first)) return first;
  const isScalar = kinds.every((kind) => kind !== 'list' && kind !== 'object');
  if (isScalar) return 'text';
  const counted = (['list', 'object', 'text'] as const).find(
    (kind) => kinds.filter((one) => one === kind).length >= MOST * kinds.length,
  );
  return counted ?? 'none';
}

/** All entries of a list field, scope by scope; what is no list counts as one entry. */
export const entriesOf = ({ values }: Pick<Field, 'values'>): unknown[] =>
  values.flatMap((value) => (Array.isArray(value) ? (value as unknown[]) : isThere(value) ? [value] : []));

export const texts = (values: readonly unknown[]): string[] =>
  values.flatMap((value) => (typeof value === 'string' && value !== '' ? [value] : []));

export const distinctOf = (values: readonly unknown[]): Set<string> =>
  new Set(values.filter(isThere).map((value) => textOf(value) ?? JSON.stringify(value)));

export function median(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}

export const medianLength = ({ values }: Pick<Field, 'values'>) =>
  median(values.flatMap((value) => (isThere(value) ? [(textOf(value) ?? '').length] : [])));

/** Of lists: all entries are of one kind (nothing is of every kind). */
export function entryKind(field: Pick<Field, 'values'>): FieldKind | 'mixed' {
  const kinds = new Set(
    entriesOf(field)
      .filter(isThere)
      .map((entry) => kindOf([entry])),
  );
  if (kinds.size === 0) return 'none';
  if (kinds.size === 1) return [...kinds][0]!;
  return [...kinds].every((kind) => kind !== 'list' && kind !== 'object') ? 'text' : 'mixed';
}

/** Names of ids and kinds: their values tell things apart and are never read. */
export const isIdentity = (path: string) => /(^|[._])(id|idx|index|uuid|uid|type|key|hash)$/i.test(path);

/** In most scopes that have the field. */
export const isFrequent = (field: Field, scopes: number) => field.count >= 0.5 * scopes;

/** Best name first, then the order of the file. */
export function byName(fields: readonly Field[], words: ReadonlySet<string>): Field[] {
  return fields
    .map((field) => ({ field, rank: nameRank(field.path, words) }))
    .filter(({ rank }) => rank > 0)
    .toSorted((a, b) => b.rank - a.rank)
    .map(({ field }) => field);
}
