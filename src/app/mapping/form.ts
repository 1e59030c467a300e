// A mapping as its form shows it: which field of the JSON a picker writes, and what kind of trace is described. What
// the form does not know (a marker, a second score) stays in the JSON untouched.

import type { Mapping } from '../../core/model';

export type TraceShape = 'text' | 'steps' | 'turns' | 'stepPerRow' | 'tree' | 'pair';
type Foreign = Record<string, unknown>;

const isObject = (value: unknown): value is Foreign =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export function shapeOf({ trace, tree, pair }: Mapping): TraceShape | undefined {
  if (isObject(tree)) return 'tree';
  if (isObject(pair)) return 'pair';
  if (!isObject(trace)) return undefined;
  return (['steps', 'turns', 'stepPerRow', 'text'] as const).find((shape) => shape in trace);
}

/** Fields of the other shapes are dropped; the path of the trace is kept where both have one. */
export function withShape(mapping: Mapping, shape: TraceShape): Mapping {
  const before = shapeOf(mapping);
  if (before === shape) return mapping;
  const path =
    before === undefined || before === 'tree' || before === 'pair' ? '' : fieldOf(mapping, `trace.${before}`);
  const rest = { ...mapping };
  for (const name of ['trace', 'tree', 'pair']) delete rest[name];
  if (shape === 'tree') return { ...rest, tree: {} };
  if (shape === 'pair') return { ...rest, pair: { preferred: 'a' } };
  return { ...rest, trace: path === '' ? { [shape]: '' } : { [shape]: path } };
}

/** The value of `problem.text`, `scores.0.path`, … as a text; '' where there is none. */
export function fieldOf(mapping: Mapping, field: string): string {
  let value: unknown = mapping;
  for (const name of field.split('.')) {
    if (Array.isArray(value)) value = value[Number(name)] as unknown;
    else value = isObject(value) ? value[name] : undefined;
  }
  if (Array.isArray(value)) return value.join(' + ');
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

/** '' takes the field away, and its parent when nothing is left in it. `a + b` is a list of paths, joined when read. */
export function withField(mapping: Mapping, field: string, path: string): Mapping {
  const value = path.includes(' + ') ? path.split(' + ').map((part) => part.trim()) : path.trim();
  return put(mapping, field.split('.'), value === '' ? undefined : value) as Mapping;
}

/** Any value at any place: the parts of `labels` are no paths. */
export function withValue(mapping: Mapping, field: string, value: unknown): Mapping {
  return put(mapping, field.split('.'), value) as Mapping;
}

function put(of: unknown, [name = '', ...rest]: readonly string[], value: unknown): unknown {
  if (/^\d+$/.test(name)) return putAt(Array.isArray(of) ? (of as unknown[]) : [], Number(name), rest, value);
  const before: Foreign = isObject(of) ? of : {};
  const inner = rest.length === 0 ? value : put(before[name], rest, value);
  const after = { ...before, [name]: inner };
  const isEmpty =
    inner === undefined || (isObject(inner) && Object.keys(inner).length === 0 && value === undefined);
  if (isEmpty) delete after[name];
  return after;
}

function putAt(list: readonly unknown[], at: number, rest: readonly string[], value: unknown): unknown[] {
  const inner = rest.length === 0 ? value : put(list[at], rest, value);
  return inner === undefined
    ? list.filter((_, i) => i !== at)
    : [...list.slice(0, at), inner, ...list.slice(at + 1)];
}

export interface LabelForm {
  kind: 'perStep' | 'firstError' | 'errorList' | 'byKey' | 'trace';
  path: string;
  base: 0 | 1;
  rest: 'correct' | 'unjudged' | undefined;
  origin: 'human' | 'model' | 'rule' | 'unknown';
  table: Readonly<Record<string, string>>;
}

export function labelsOf(mapping: Mapping): LabelForm | undefined {
  const { labels } = mapping;
  if (!isObject(labels)) return undefined;
  const { kind, base, rest, origin, table } = labels;
  return {
    kind: (kind ?? 'perStep') as LabelForm['kind'],
    path: fieldOf(mapping, 'labels.path'),
    base: base === 1 ? 1 : 0,
    rest: rest === 'correct' || rest === 'unjudged' ? rest : undefined,
    origin: (origin ?? 'unknown') as LabelForm['origin'],
    table: isObject(table) ? (table as Record<string, string>) : {},
  };
}

/** Paths inside a rollout (or a node) are relative to it: `gen[*].text` is `text` there. Fields beside it keep their
 *  whole path, and the place itself is `$`. */
export function fieldsInside<F extends { path: string }>(fields: readonly F[], each: string): F[] {
  if (each === '') return [...fields];
  const place =
    !each.endsWith('[*]') && fields.some(({ path }) => path.startsWith(`${each}[*]`)) ? `${each}[*]` : each;
  if (place === '$') return [...fields];
  const inside = fields.flatMap((field) => {
    if (!field.path.startsWith(place)) return [];
    const rest = field.path.slice(place.length).replace(/^\./, '');
    return [{ ...field, path: rest === '' ? '$' : rest }];
  });
  return [...inside, ...fields.filter(({ path }) => !path.startsWith(place))];
}

export type TreeStyle = 'nested' | 'list' | 'prefix' | 'path';

export function treeStyleOf({ tree }: Mapping): TreeStyle | undefined {
  if (!isObject(tree) || Object.keys(tree).length === 0) return undefined;
  if ('prefix' in tree) return 'prefix';
  if ('path' in tree) return 'path';
  return 'nodes' in tree || 'parent' in tree || 'id' in tree ? 'list' : 'nested';
}

const OF_ITS_STYLE = ['root', 'children', 'nodes', 'id', 'parent', 'prefix', 'path'];

/** What all styles have (numbers of nodes) stays; where the nodes lie has to be said again. */
export function withTreeStyle(mapping: Mapping, style: TreeStyle): Mapping {
  const before: Foreign = isObject(mapping['tree']) ? mapping['tree'] : {};
  const kept = Object.fromEntries(Object.entries(before).filter(([name]) => !OF_ITS_STYLE.includes(name)));
  const nodes = typeof before['nodes'] === 'string' ? before['nodes'] : '[*]';
  const own = {
    nested: { root: '$', children: 'children[*]' },
    list: { nodes, parent: 'parent' },
    prefix: { nodes, prefix: '' },
    path: { nodes, path: '' },
  };
  return { ...mapping, tree: { ...kept, ...own[style] } };
}
