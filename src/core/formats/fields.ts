// Reading fields of foreign records: absent, null and of another type are all "not there".

export type Foreign = Readonly<Record<string, unknown>>;

export const isObject = (value: unknown): value is Foreign =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Text, or a number or boolean written out. */
export function textOf(value: unknown): string | undefined {
  if (typeof value === 'string') return value;
  return typeof value === 'number' || typeof value === 'bigint' || typeof value === 'boolean'
    ? String(value)
    : undefined;
}

export const numberOf = (value: unknown): number | undefined =>
  typeof value === 'number' && !Number.isNaN(value) ? value : undefined;

/** A finite number, or a text that is one, as the cells of CSV are. */
export function numberIn(value: unknown): number | undefined {
  if (typeof value === 'number') return Number.isFinite(value) ? value : undefined;
  if (typeof value !== 'string' || !/^\s*[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?\s*$/.test(value))
    return undefined;
  return Number(value);
}

/** A boolean, or the 0 and 1 that stand for it. */
export function booleanOf(value: unknown): boolean | undefined {
  if (typeof value === 'boolean') return value;
  return value === 1 || value === 0 ? value === 1 : undefined;
}

/** A value as a label keeps it: scalars as they stand, the rest as JSON. */
export function rawValueOf(value: unknown): string | number | boolean | null {
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
  return value === undefined || value === null ? null : compactJson(value);
}

type Present<T> = { [K in keyof T as undefined extends T[K] ? never : K]: T[K] } & {
  [K in keyof T as undefined extends T[K] ? K : never]?: Exclude<T[K], undefined>;
};
/** Drops the fields that are undefined, so that an absent field is absent. */
export function present<T extends object>(fields: T): Present<T> {
  const kept: Record<string, unknown> = {};
  // A loop, since this runs for each label of each record: entries and back took five times as long.
  for (const name in fields) {
    const value = fields[name];
    if (value !== undefined) kept[name] = value;
  }
  return kept as Present<T>;
}

/** The scalar fields that a format has no use for: shown as columns. */
export function metaOf(record: Foreign, used: readonly string[]): Record<string, unknown> {
  const meta: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(record)) {
    // Assigning `__proto__` would change what the object is.
    if (typeof value === 'object' || name === '__proto__' || used.includes(name)) continue;
    meta[name] = value;
  }
  return meta;
}

/** JSON without white space, fields in file order; a bigint keeps its digits. */
export function compactJson(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) => (typeof part === 'bigint' ? String(part) : part)) ?? '';
}
