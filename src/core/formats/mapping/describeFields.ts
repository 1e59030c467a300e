import { compactJson, isObject } from '../fields';

/** A field as a mapping's path names it, over the records that were looked at. */
export interface DescribedField {
  path: string;
  /** `text`, `number`, `list of texts`, …; of several types the most frequent. */
  type: string;
  /** 0–1: the share of records that have it. */
  share: number;
  /** The first value that is not empty, cut to 80 code units. */
  example: string;
}

// An object with more names than this is a dictionary: its keys are data.
const MOST_NAMES = 60;
const MOST_FIELDS = 400;
const MAX_DEPTH = 6;
const EXAMPLE_UNITS = 80;

interface Met {
  records: number;
  last: number;
  types: Map<string, number>;
  example: string;
}

/** Every field of these records, in the order in which they are met. Entries of lists are `[*]`; a text that holds JSON
 *  is `json(path)` too. Dictionaries, and a field inside a field of the same name (a tree), are not followed. */
export function describeFields(records: readonly unknown[]): DescribedField[] {
  const met = new Map<string, Met>();
  records.forEach((record, i) => visit(met, record, '', i, 0));
  return [...met].map(([path, { records: count, types, example }]) => ({
    path,
    type: [...types].toSorted((a, b) => b[1] - a[1])[0]?.[0] ?? 'nothing',
    share: count / records.length,
    example,
  }));
}

function visit(met: Map<string, Met>, value: unknown, path: string, record: number, depth: number): void {
  if (path !== '' && !note(met, value, path, record)) return;
  if (depth >= MAX_DEPTH) return;
  const parsed = typeof value === 'string' ? jsonIn(value) : undefined;
  if (parsed !== undefined) return visit(met, parsed, `json(${path})`, record, depth + 1);
  if (Array.isArray(value)) {
    if (value.some((entry) => typeof entry === 'object' && entry !== null))
      for (const entry of value.slice(0, MOST_NAMES)) visit(met, entry, `${path}[*]`, record, depth + 1);
    return;
  }
  if (!isObject(value)) return;
  const names = Object.keys(value);
  const isDictionary =
    names.length > MOST_NAMES || (names.length > 1 && names.every((name) => /^\d+$/.test(name)));
  if (isDictionary) return;
  for (const name of names) {
    const inner = pathTo(path, name);
    if (!isInItself(path, name)) visit(met, value[name], inner, record, depth + 1);
  }
}

/** A list or an object written as a text, as cells of tables hold them. */
function jsonIn(text: string): unknown {
  if (!/^\s*[[{]/.test(text)) return undefined;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

const pathTo = (path: string, name: string): string => {
  const isPlain = /^[^.[\]|()*$@"'\s][^.[\]|()*"']*$/.test(name);
  if (!isPlain) return `${path}["${name}"]`;
  return path === '' ? name : `${path}.${name}`;
};
const isInItself = (path: string, name: string) => path.split(/[.[\]]+/).includes(name);

/** false: there are too many fields already. */
function note(met: Map<string, Met>, value: unknown, path: string, record: number): boolean {
  let field = met.get(path);
  if (field === undefined) {
    if (met.size >= MOST_FIELDS) return false;
    field = { records: 0, last: -1, types: new Map(), example: '' };
    met.set(path, field);
  }
  if (field.last !== record) {
    field.records++;
    field.last = record;
  }
  const type = typeOf(value);
  field.types.set(type, (field.types.get(type) ?? 0) + 1);
  if (field.example === '') field.example = exampleOf(value);
  return true;
}

function typeOf(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) {
    const inner = new Set(value.map(typeOf));
    const [only] = inner;
    if (inner.size === 1) return `list of ${only?.startsWith('list') ? 'lists' : `${only}s`}`;
    return value.length === 0 ? 'empty list' : 'list';
  }
  if (typeof value === 'string') return 'text';
  if (typeof value === 'boolean') return 'true/false';
  return isObject(value) ? 'object' : 'number';
}

function exampleOf(value: unknown): string {
  const text = typeof value === 'string' ? value.trim() : (compactJson(value) ?? '');
  return text === 'null' ? '' : text.slice(0, EXAMPLE_UNITS);
}
