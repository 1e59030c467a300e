// What a node of a tree has: its text, and numbers by their names.

import { textOf } from '../../fields';
import type { Foreign } from '../../fields';
import type { TreeMapping } from '../mappingSchema';
import { NODE_TEXT, OUTCOME, PARENT, PRIOR, REWARD, TERMINAL, VALUE, VISITS, nameRank } from './names';
import { asText } from '../paths';
import { byName, distinctOf, entryKind, medianLength } from './profile';
import type { Field } from './profile';
import type { FieldReason } from './reasons';

export interface TreeBody {
  tree: TreeMapping;
  /** The rows' own fields that the tree uses. */
  used: string[];
  reasons: FieldReason[];
  /** Of nested trees: where the root's own text lies, which may be the problem. */
  rootText?: string;
}

/** A list of texts is the steps of a node, as a path in a mapping joins them. */
export const textAt = (node: Foreign, { path }: Field) =>
  Array.isArray(node[path]) ? asText(node[path]) : textOf(node[path]);
/** Whatever is longer and begins with it; an empty text is the beginning of everything and shows nothing. */
export const isExtension = (before: string | undefined, whole: string | undefined) =>
  before !== undefined &&
  before !== '' &&
  whole !== undefined &&
  whole.length > before.length &&
  whole.startsWith(before);

export const textReason = (path: string, isPrefix: boolean): FieldReason => ({
  role: 'tree.text',
  path,
  because: isPrefix ? `${path} begins with the text of the parent` : `${path} is the longest text of a node`,
});

export function nodeText(fields: readonly Field[]): Field | undefined {
  const candidates = fields.filter((field) => field.kind === 'text' && distinctOf(field.values).size > 1);
  const lists = fields.filter((field) => field.kind === 'list' && entryKind(field) === 'text');
  const rank = (field: Field) => nameRank(field.path, NODE_TEXT) * 40 + Math.min(medianLength(field), 1000);
  return (candidates.length > 0 ? candidates : lists)
    .filter(({ path }) => nameRank(path, PARENT) < 3 && !/(^|_)id$/i.test(path))
    .toSorted((a, b) => rank(b) - rank(a))[0];
}

const NUMBERS = [
  ['visits', VISITS],
  ['value', VALUE],
  ['prior', PRIOR],
  ['reward', REWARD],
  ['terminal', TERMINAL],
  ['outcome', OUTCOME],
] as const;

/** Per role the field with the best name that no earlier role took. */
export function numbersOf(fields: readonly Field[]): Partial<TreeMapping> {
  const found: Partial<Record<(typeof NUMBERS)[number][0], string>> = {};
  const isFree = ({ path }: Field) => !Object.values(found).includes(path);
  for (const [role, words] of NUMBERS) {
    const isFlag = role === 'terminal' || role === 'outcome';
    const [best] = byName(
      fields.filter((field) => field.kind === (isFlag ? 'boolean' : 'number') && isFree(field)),
      words,
    ).filter(({ path }) => nameRank(path, words) >= 2);
    if (best && !(role === 'value' && nameRank(best.path, REWARD) === 3)) found[role] = best.path;
  }
  return found;
}

export const numberReasons = (fields: readonly Field[]): FieldReason[] =>
  Object.entries(numbersOf(fields)).map(([role, path]) => ({
    role: `tree.${role}`,
    path: String(path),
    because: `its name says ${role}`,
  }));
