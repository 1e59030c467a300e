// Search trees: nested objects, a list of nodes that name each other, a list of whole texts, or a list of paths
// (formats.md §4.2, 11).

import { isObject } from '../../fields';
import type { Foreign } from '../../fields';
import type { Level } from './guessBody';
import { linkedTree } from './linkedNodes';
import { CHILDREN, nameRank } from './names';
import { isExtension, nodeText, numberReasons, numbersOf, textAt, textReason } from './nodeFields';
import type { TreeBody } from './nodeFields';
import { entriesOf, entryKind, fieldsOf, isThere, median, texts } from './profile';
import type { Field } from './profile';

/** `rows` are single nodes where each names its parent: then the tree is all of them. */
export function guessTree(level: Level): TreeBody | undefined {
  return nestedTree(level) ?? listedTree(level);
}

const MAX_NODES = 4000;

function nestedTree(level: Level): TreeBody | undefined {
  const roots = [
    { path: '$', values: level.scopes },
    ...level.fields.filter(({ kind }) => kind === 'object'),
    ...level.fields
      .filter((field) => field.kind === 'list' && entryKind(field) === 'object')
      .map((field) => ({ path: `${field.path}[*]`, values: entriesOf(field) })),
  ];
  for (const { path, values } of roots) {
    const objects = values.filter(isObject);
    for (const key of new Set(objects.slice(0, 20).flatMap((value) => Object.keys(value)))) {
      if (!isChildKey(objects, key)) continue;
      return nestedBody(path, key, objects);
    }
  }
  return undefined;
}

/** Objects that contain arrays of objects with the same keys. */
function isChildKey(objects: readonly Foreign[], key: string): boolean {
  const children = childrenOf(objects, key);
  if (children.length === 0) return false;
  const parentKeys = new Set(objects.flatMap((value) => Object.keys(value)));
  const alike = children.filter((child) => {
    const keys = Object.keys(child);
    const common = keys.filter((one) => parentKeys.has(one)).length;
    return key in child || (nameRank(key, CHILDREN) === 3 && common >= 0.5 * keys.length);
  });
  return alike.length >= 0.5 * children.length && children.some((child) => key in child);
}

const childrenOf = (objects: readonly Foreign[], key: string): Foreign[] =>
  objects.flatMap((value) => {
    const own = value[key];
    return Array.isArray(own) ? own.filter(isObject) : [];
  });

function nestedBody(root: string, key: string, objects: readonly Foreign[]): TreeBody | undefined {
  const pairs: [parent: Foreign, child: Foreign][] = [];
  const nodes = [...objects];
  for (const parent of nodes) {
    if (nodes.length > MAX_NODES) break;
    for (const child of childrenOf([parent], key)) {
      pairs.push([parent, child]);
      nodes.push(child);
    }
  }
  const children = pairs.map(([, child]) => child);
  const fields = fieldsOf(children);
  const text = nodeText(fields);
  if (!text) return undefined;
  const grows = pairs.filter(([parent, child]) => isExtension(textAt(parent, text), textAt(child, text)));
  const deep = pairs.filter(([parent]) => (textAt(parent, text) ?? '') !== '');
  const isPrefix = deep.length > 0 && grows.length >= 0.9 * deep.length;
  const path = root === '$' ? key : `${root}.${key}`;
  const because = `${path} holds objects that hold ${key} again, ${nodes.length} nodes in the sample`;
  const prefix = root === '$' ? '' : `${root}.`;
  return {
    tree: {
      root,
      children: `${key}[*]`,
      text: text.path,
      textIs: isPrefix ? 'prefix' : 'own',
      ...numbersOf(fields),
    },
    used: root === '$' ? [key, text.path] : [root.replace(/\[\*\]$/, '')],
    reasons: [
      { role: 'tree.root', path: root, because },
      textReason(text.path, isPrefix),
      ...numberReasons(fields),
    ],
    rootText: `${prefix}${text.path}`,
  };
}

/** A list of nodes in a record, or nodes that are the records themselves. */
function listedTree({ scopes, fields }: Level): TreeBody | undefined {
  const lists = [
    ...(scopes.every(Array.isArray) ? [{ path: '', values: scopes }] : []),
    ...fields.filter((field) => field.kind === 'list'),
  ];
  for (const field of lists) {
    const kind = entryKind(field);
    const nodes = field.path === '' ? '[*]' : `${field.path}[*]`;
    const body =
      kind === 'text'
        ? prefixTree(nodes, field, undefined)
        : kind === 'object'
          ? objectNodes(nodes, field)
          : undefined;
    if (body) return { ...body, used: [field.path] };
  }
  return undefined;
}

function objectNodes(nodes: string, field: Pick<Field, 'values'>): TreeBody | undefined {
  const own = fieldsOf(entriesOf(field));
  return linkedTree(nodes, own) ?? prefixTree(nodes, field, nodeText(own)) ?? pathTree(nodes, own);
}

/** More than half of the texts go on where another ends. */
function prefixTree(
  nodes: string,
  field: Pick<Field, 'values'>,
  text: Field | undefined,
): TreeBody | undefined {
  const lists = field.values.filter((value): value is unknown[] => Array.isArray(value));
  const wholes = lists.map((list) => texts(text ? list.map((entry) => entryText(entry, text)) : list));
  const extending = wholes.map(
    (list) => list.filter((one) => list.some((other) => isExtension(other, one))).length,
  );
  const total = wholes.reduce((sum, list) => sum + list.length, 0);
  const found = extending.reduce((sum, one) => sum + one, 0);
  if (total < 3 || found * 2 <= total) return undefined;
  const prefix = text?.path ?? '$';
  return {
    tree: { nodes, prefix, textIs: 'prefix', ...(text && numbersOf(fieldsOf(lists.flat()))) },
    used: [],
    reasons: [
      { role: 'tree.prefix', path: prefix, because: `${found} of ${total} texts go on where another ends` },
    ],
  };
}

const entryText = (entry: unknown, { path }: Field) => (isObject(entry) ? entry[path] : undefined);

/** Lists that are another list and one entry more. */
function pathTree(nodes: string, fields: readonly Field[]): TreeBody | undefined {
  for (const field of fields) {
    if (field.kind !== 'list' || entryKind(field) !== 'text') continue;
    const ways = field.values.filter((value): value is unknown[] => Array.isArray(value));
    const known = new Set(ways.map((way) => JSON.stringify(way)));
    const longer = ways.filter((way) => way.length > 1);
    const grown = longer.filter((way) => known.has(JSON.stringify(way.slice(0, -1))));
    if (median(ways.map((way) => way.length)) < 1 || longer.length === 0 || grown.length * 2 <= longer.length)
      continue;
    const because = `${grown.length} of ${longer.length} lists extend another by one`;
    return {
      tree: { nodes, path: field.path, textIs: 'own', ...numbersOf(fields.filter((one) => one !== field)) },
      used: [],
      reasons: [{ role: 'tree.path', path: field.path, because }],
    };
  }
  return undefined;
}

/** Rows that are nodes themselves: whether most of them name another as their parent. */
export const areNodes = (level: Level): TreeBody | undefined =>
  level.scopes.length > 2 &&
  level.scopes.every(isObject) &&
  level.fields.some(({ values }) => values.some(isThere))
    ? linkedTree('[*]', level.fields)
    : undefined;
