// Turns: a list of objects that say who spoke and what (formats.md §4.2, 2).

import { isObject, textOf } from '../../fields';
import { roleOf } from '../../turns/turn';
import type { Body, Level } from './guessBody';
import { nameRank } from './names';
import { distinctOf, entriesOf, entryKind, fieldsOf, isFrequent, medianLength } from './profile';
import type { Field } from './profile';

const ROLE = new Set(['role', 'from', 'speaker', 'author', 'sender', 'who', 'type']);
const CONTENT = new Set(['content', 'value', 'text', 'message', 'said', 'utterance', 'body']);
const THINKING = new Set(['reasoning_content', 'reasoning', 'thinking', 'thought']);

export function findMessages(level: Level): Body | undefined {
  for (const field of level.fields) {
    if (field.kind !== 'list' || !isFrequent(field, level.scopes.length)) continue;
    const body = entryKind(field) === 'object' ? turnsBody(field, level) : undefined;
    if (body) return body;
  }
  return undefined;
}

function turnsBody(field: Field, level: Level): Body | undefined {
  const entries = entriesOf(field);
  const inner = fieldsOf(entries);
  const role = inner.find((one) => nameRank(one.path, ROLE) === 3 && isRole(one, entries.length));
  const content = inner.find((one) => one !== role && CONTENT.has(one.path.toLowerCase()));
  if (!role || !content) return undefined;
  const thinking = inner.find((one) => THINKING.has(one.path) && medianLength(one) > 0);
  const isUsual = (name: string, ...usual: string[]) => usual.includes(name);
  const trace = {
    turns: field.path,
    ...(!isUsual(role.path, 'role', 'from') && { role: role.path }),
    ...(!isUsual(content.path, 'content', 'value') && { content: content.path }),
    ...(thinking && !isUsual(thinking.path, 'reasoning_content', 'reasoning') && { thinking: thinking.path }),
  };
  const speakers = [...distinctOf(role.values)].slice(0, 4).join(', ');
  const because = `${field.path} is a list of turns: \`${role.path}\` is ${speakers}`;
  return { trace, level, reasons: [{ role: 'trace.turns', path: field.path, because }], used: [field.path] };
}

/** Who speaks is a word we know, in most turns. */
function isRole({ values }: Field, turns: number): boolean {
  const known = values.filter((value) => !isObject(value) && roleOf(textOf(value) ?? '') !== undefined);
  return known.length >= 0.8 * turns;
}
