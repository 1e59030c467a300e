// Values of Parquet as JSON.parse would give them.

import type { SchemaTree } from 'hyparquet';
import { count } from '../parseRecord';

type Row = Record<string, unknown>;

/** Makes rows plain in place. Columns of texts, and lists of texts, are plain as they are decoded. */
export function plainRows({ children }: SchemaTree): (rows: Row[]) => Row[] {
  const others = children.filter((column) => !isPlain(column)).map(({ element }) => element.name);
  return (rows) => {
    for (const row of rows) for (const name of others) row[name] = plain(row[name]);
    return rows;
  };
}

const PLAIN_TYPES = new Set(['BOOLEAN', 'INT32', 'FLOAT', 'DOUBLE']);

/** A column, or a list of them, whose values are texts, booleans or numbers. */
function isPlain({ element, children }: SchemaTree): boolean {
  const { type, converted_type: converted, logical_type: logical } = element;
  if (children.length > 0) return converted === 'LIST' && children.length === 1 && isPlainItem(children[0]!);
  if (type === 'BYTE_ARRAY') return converted === 'UTF8';
  return PLAIN_TYPES.has(type ?? '') && converted === undefined && logical === undefined;
}

const isPlainItem = ({ children }: SchemaTree) =>
  children.length === 1 && children[0]!.children.length === 0 && isPlain(children[0]!);

/** Numbers for integers, ISO text for dates. Bytes (images) stay bytes. */
export function plain(value: unknown): unknown {
  if (typeof value === 'bigint') return Number(value);
  if (value instanceof Date) return value.toISOString();
  if (typeof value !== 'object' || value === null || value instanceof Uint8Array) return value ?? null;
  if (Array.isArray(value)) return value.map(plain);
  if (ArrayBuffer.isView(value)) return Array.from(value as unknown as ArrayLike<number | bigint>, plain);
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, plain(inner)]));
}

/** The row as JSON, its integers with all their digits. */
export function writeJson(value: unknown): string {
  if (typeof value === 'bigint') return value.toString();
  if (value instanceof Uint8Array) return JSON.stringify(`(${count(value.length)} bytes)`);
  if (value instanceof Date || typeof value !== 'object' || value === null)
    return JSON.stringify(value ?? null);
  if (ArrayBuffer.isView(value)) return writeJson(Array.from(value as unknown as ArrayLike<unknown>));
  if (Array.isArray(value)) return `[${value.map(writeJson).join(',')}]`;
  return `{${Object.entries(value)
    .map(([key, inner]) => `${JSON.stringify(key)}:${writeJson(inner)}`)
    .join(',')}}`;
}
