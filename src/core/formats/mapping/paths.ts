// The paths of a mapping (formats.md §4.1): `a.b`, `a[0]`, `a[*]` each, `*` each key (its name is `@key`), "x|y" the
// first that is there, ["x", "y"] joined by a blank line, `json(path)` a string that holds JSON, `["odd name"]`.

import { compactJson, isObject, textOf } from '../fields';

export type Path = string | readonly string[];
export interface Found {
  value: unknown;
  /** The name under which `*` found it. */
  key?: string | undefined;
}

type Segment =
  { field: string } | { index: number } | { each: true } | { anyKey: true } | { json: Segment[] };

const NOTHING: readonly Found[] = [];
const SEGMENT = /^(?:\.?\[(\*|\d+|"[^"]*"|'[^']*')\]|\.?([^.[\]|()]+))/;

/** undefined: not a path. */
function parsePath(path: string): Segment[] | undefined {
  const segments: Segment[] = [];
  let rest = path.trim();
  if (rest.startsWith('$')) rest = rest.slice(1);
  const json = /^json\((.*)\)(.*)$/s.exec(rest);
  if (json) {
    const inner = parsePath(json[1] ?? '');
    if (!inner) return undefined;
    segments.push({ json: inner });
    rest = json[2] ?? '';
  }
  while (rest !== '') {
    const match = SEGMENT.exec(rest);
    if (!match) return undefined;
    segments.push(segmentOf(match[1], match[2] ?? ''));
    rest = rest.slice(match[0].length);
  }
  return segments;
}

function segmentOf(bracket: string | undefined, field: string): Segment {
  if (bracket === undefined) return field === '*' ? { anyKey: true } : { field };
  if (bracket === '*') return { each: true };
  return /^\d/.test(bracket) ? { index: Number(bracket) } : { field: bracket.slice(1, -1) };
}

const parsed = new Map<string, Segment[] | undefined>();
function segmentsOf(path: string): Segment[] | undefined {
  if (!parsed.has(path)) parsed.set(path, parsePath(path));
  return parsed.get(path);
}

/** Whether every part of it can be read as a path. */
export const isPath = (path: Path): boolean =>
  (typeof path === 'string' ? path.split('|') : path).every((part) => segmentsOf(part) !== undefined);

/** It may find several values. */
export const isMany = (path: Path): boolean =>
  typeof path === 'string' && (path.includes('[*]') || /(^|\.)\*/.test(path));

/** Everything a path finds, in file order; an absent field is nothing found, and so is null where another alternative
 *  finds more. */
export function select(path: Path, from: Found): readonly Found[] {
  if (typeof path !== 'string') {
    const texts = path.flatMap((part) => textAt(part, from) ?? []);
    return texts.length === 0 ? NOTHING : [{ value: texts.join('\n\n') }];
  }
  let nulls: readonly Found[] = NOTHING;
  for (const alternative of path.split('|')) {
    const found = alternative === '@key' ? [{ value: from.key }] : walk(segmentsOf(alternative) ?? [], from);
    const there = found.filter(({ value }) => value !== undefined);
    if (there.some(({ value }) => value !== null)) return there;
    if (nulls.length === 0) nulls = there;
  }
  return nulls;
}

function walk(segments: readonly Segment[], from: Found): Found[] {
  let found: Found[] = [from];
  for (const segment of segments) found = found.flatMap((at) => stepInto(segment, at));
  return found;
}

function stepInto(segment: Segment, { value, key }: Found): Found[] {
  if ('json' in segment)
    return walk(segment.json, { value }).map((found) => ({ value: parsedJson(found.value), key }));
  if ('each' in segment)
    return Array.isArray(value) ? value.map((entry: unknown) => ({ value: entry, key })) : [];
  if ('index' in segment)
    return Array.isArray(value) ? [{ value: value[segment.index] as unknown, key }] : [];
  if (!isObject(value)) return [];
  if ('field' in segment)
    return Object.hasOwn(value, segment.field) ? [{ value: value[segment.field], key }] : [];
  return Object.entries(value).map(([name, entry]) => ({ value: entry, key: name }));
}

/** A string that is no JSON stays what it is. */
function parsedJson(value: unknown): unknown {
  if (typeof value !== 'string') return value;
  try {
    return JSON.parse(value) as unknown;
  } catch {
    return value;
  }
}

function textAt(path: string, from: Found): string | undefined {
  const value = select(path, from)[0]?.value;
  return value === undefined || value === null ? undefined : asText(value);
}

/** A list of texts is joined by a blank line, anything else but a scalar is its JSON. */
export function asText(value: unknown): string {
  if (Array.isArray(value) && value.every((entry) => typeof entry === 'string')) return value.join('\n\n');
  return textOf(value) ?? compactJson(value);
}
