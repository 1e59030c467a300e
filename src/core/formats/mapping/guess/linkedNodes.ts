// Nodes that name each other by id.

import { textOf } from '../../fields';
import { CHILDREN, PARENT } from './names';
import { isExtension, nodeText, numberReasons, numbersOf, textReason } from './nodeFields';
import type { TreeBody } from './nodeFields';
import { byName, distinctOf, entriesOf } from './profile';
import type { Field } from './profile';

/** Nodes with an id that others name as their parent, or that list the ids of their children. */
export function linkedTree(nodes: string, fields: readonly Field[]): TreeBody | undefined {
  const [text] = [nodeText(fields)];
  if (!text) return undefined;
  const ids = fields.filter(
    (field) => /(^|_)(id|idx|index|key|name|node)$/i.test(field.path) || field.path === 'uid',
  );
  for (const id of ids) {
    const known = distinctOf(id.values);
    if (known.size < 2 || known.size < 0.5 * id.count) continue;
    const refersTo = (field: Field) => {
      const named = [...distinctOf(entriesOf(field))];
      return named.length > 0 && named.filter((one) => known.has(one)).length >= 0.6 * named.length;
    };
    const others = fields.filter((field) => field !== id && refersTo(field));
    const parent = byName(others, PARENT)[0];
    const children = byName(others, CHILDREN).find(({ kind }) => kind === 'list');
    const link = parent ?? children;
    if (!link) continue;
    const role = parent ? 'parent' : 'children';
    const because = `${link.path} names the ${id.path} of other nodes`;
    const isPrefix = parent !== undefined && linkedPrefix(id, parent, text);
    return {
      tree: {
        nodes,
        id: id.path,
        [role]: role === 'children' ? `${link.path}[*]` : link.path,
        text: text.path,
        textIs: isPrefix ? 'prefix' : 'own',
        ...numbersOf(fields.filter((field) => field !== id && field !== link)),
      },
      used: [id.path, link.path, text.path],
      reasons: [
        { role: `tree.${role}`, path: link.path, because },
        textReason(text.path, isPrefix),
        ...numberReasons(fields.filter((field) => field !== id && field !== link)),
      ],
    };
  }
  return undefined;
}

function linkedPrefix(id: Field, parent: Field, text: Field): boolean {
  const placeOf = new Map(id.values.map((value, i) => [textOf(value) ?? '', i] as const));
  const pairs = parent.values.flatMap((value, i) => {
    const place = placeOf.get(textOf(value) ?? '');
    const before = place === undefined ? undefined : textOf(text.values[place]);
    return before === undefined || before === '' ? [] : [isExtension(before, textOf(text.values[i]))];
  });
  return pairs.length > 0 && pairs.filter(Boolean).length >= 0.9 * pairs.length;
}
