// Which field holds what one attempt wrote: turns, rollouts, steps, or one text (formats.md §4.2, 2 to 4).

import { isObject } from '../../fields';
import type { TraceMapping } from '../mappingSchema';
import { findMessages } from './guessTurns';
import { PROBLEM, REFERENCE, RESPONSE, ROLLOUTS, STEPS, THINKING, TRACE, nameRank } from './names';
import {
  byName,
  distinctOf,
  entriesOf,
  entryKind,
  fieldsOf,
  isFrequent,
  isIdentity,
  median,
} from './profile';
import { medianLength, texts } from './profile';
import type { Field } from './profile';
import type { FieldReason } from './reasons';

/** Scopes of one depth and their fields: rows, or the rollouts inside them. */
export interface Level {
  scopes: readonly unknown[];
  fields: readonly Field[];
}
export interface Body {
  trace: TraceMapping;
  /** Where each rollout of a row lies; `level` is then that of the rollouts. */
  each?: string;
  level: Level;
  reasons: FieldReason[];
  /** Paths, relative to their level, that are spoken for. */
  used: string[];
}
export const levelOf = (scopes: readonly unknown[]): Level => ({ scopes, fields: fieldsOf(scopes) });

/** Words that end a solution: a list of texts that mostly have them holds rollouts, not steps. */
const FINAL_ANSWER = /\\boxed|####|answer is|答案/i;
const LONG_TEXT = 40;

export function guessBody(level: Level): Body | undefined {
  return (
    findMessages(level) ??
    findRollouts(level) ??
    findSteps(level) ??
    findNamedRollouts(level) ??
    findText(level)
  );
}

/** What can be inside a rollout. */
const innerBody = (level: Level) => findMessages(level) ?? findSteps(level) ?? findText(level);

const lists = ({ fields, scopes }: Level) =>
  fields.filter((field) => field.kind === 'list' && isFrequent(field, scopes.length));

function findRollouts(level: Level): Body | undefined {
  const found = lists(level).flatMap((field): Body[] => {
    const kind = entryKind(field);
    if (kind === 'text') return textRollouts(field, level);
    if (kind === 'list') return listRollouts(field);
    return kind === 'object' ? objectRollouts(field) : [];
  });
  return found[0];
}

function rolloutBody(path: string, inner: Body, because: string): Body {
  return {
    ...inner,
    each: path,
    reasons: [{ role: 'rollouts.each', path, because }, ...inner.reasons],
  };
}

/** Objects are rollouts by their name, by what they hold, or by ending in an answer; else they are steps. */
function objectRollouts(field: Field): Body[] {
  const entries = entriesOf(field);
  const inner = innerBody(levelOf(entries));
  if (!inner) return [];
  const isWhole = !('text' in inner.trace);
  const byWords = nameRank(field.path, ROLLOUTS) - nameRank(field.path, STEPS);
  const held = texts(inner.level.scopes.flatMap((scope) => (isObject(scope) ? Object.values(scope) : [])));
  const looksWhole = isWhole || byWords > 0 || (byWords === 0 && areWhole(held));
  const because = `${field.path} is a list of objects with a trace each`;
  return looksWhole ? [rolloutBody(`${field.path}[*]`, inner, because)] : [];
}

function textRollouts(field: Field, level: Level): Body[] {
  const entries = texts(entriesOf(field));
  const byWords = nameRank(field.path, ROLLOUTS) - nameRank(field.path, STEPS);
  const isTrace = median(entries.map((entry) => entry.length)) >= LONG_TEXT || areWhole(entries);
  // A lone list beside no text of its own may be a chain; its name or its answers say which.
  if (!isTrace || byWords < 0 || (byWords === 0 && !areWhole(entries))) return [];
  if (nameRank(field.path, REFERENCE) > 0 || (byWords > 0 && !areWhole(entries) && isChain(field, level)))
    return [];
  const path = `${field.path}[*]`;
  const reason = { role: 'trace.text', path, because: `each entry of ${field.path} is a whole text` };
  return [
    {
      trace: { text: '$' },
      each: path,
      level: levelOf(entriesOf(field)),
      reasons: [{ role: 'rollouts.each', path, because: `${field.path} is a list of whole texts` }, reason],
      used: [],
    },
  ];
}

/** Most hold a final answer or several paragraphs. */
function areWhole(entries: readonly string[]): boolean {
  const whole = entries.filter((entry) => FINAL_ANSWER.test(entry) || /\n\s*\n/.test(entry)).length;
  return entries.length > 0 && whole * 2 > entries.length;
}

/** Only the last entry of each list concludes: what comes before are its steps. */
function isChain(field: Field, { scopes }: Level): boolean {
  const own = field.values.filter((value): value is unknown[] => Array.isArray(value) && value.length > 1);
  const concluding = own.filter((list) => FINAL_ANSWER.test(texts(list).at(-1) ?? ''));
  return scopes.length > 0 && concluding.length * 2 > own.length;
}

/** Lists of texts inside a list: rollouts of steps, unless each holds one entry (see `findSteps`). */
function listRollouts(field: Field): Body[] {
  const entries = entriesOf(field).filter((entry): entry is unknown[] => Array.isArray(entry));
  const sizes = entries.map((entry) => entry.length);
  const areTexts = entries.flat().every((entry) => typeof entry === 'string');
  if (!areTexts || median(sizes) < 2) return [];
  const path = `${field.path}[*]`;
  return [
    {
      trace: { steps: '[*]', join: '\n\n' },
      each: path,
      level: levelOf(entries),
      reasons: [
        { role: 'rollouts.each', path, because: `${field.path} holds a list of texts per rollout` },
        { role: 'trace.steps', path: '[*]', because: `a median of ${median(sizes)} texts in each` },
      ],
      used: [],
    },
  ];
}

/** An object of like objects (or texts) by model, `{"model-a": {…}, "model-b": {…}}`. */
function findNamedRollouts({ scopes, fields }: Level): Body | undefined {
  const objects = fields.filter((field) => field.kind === 'object' && isFrequent(field, scopes.length));
  return (
    objects.map(({ path, values }) => namedBody(`${path}.*`, values.map(membersOf))).find(Boolean) ??
    // The rollouts may lie in the row itself, beside its scalars.
    namedBody(
      '*',
      scopes.map((scope) => membersOf(scope).filter(isObject)),
    )
  );
}

function namedBody(path: string, perScope: readonly (readonly unknown[])[]): Body | undefined {
  const members = perScope.flat();
  const counts = perScope.map(({ length }) => length);
  const areAlike = median(counts) >= 2 && new Set(members.map(keysOf)).size === 1;
  const [first] = members;
  if (!areAlike || first === undefined) return undefined;
  const isText = typeof first === 'string' && medianLength({ values: members }) >= LONG_TEXT;
  const reasons = [{ role: 'trace.text', path: '$', because: 'each member is a text' }];
  const inner = isText
    ? { trace: { text: '$' }, level: levelOf(members), reasons, used: [] }
    : isObject(first)
      ? innerBody(levelOf(members))
      : undefined;
  return inner && rolloutBody(path, inner, `${path} finds ${median(counts)} members of one shape`);
}

const membersOf = (value: unknown): unknown[] => (isObject(value) ? Object.values(value) : []);
const keysOf = (value: unknown) =>
  isObject(value) ? Object.keys(value).toSorted().join('\n') : typeof value;

/** A list of texts, of one-element lists, or of objects with a text. */
function findSteps(level: Level): Body | undefined {
  const isStepList = (field: Field) => !isOther(field) && median(field.values.map(sizeOf)) >= 2;
  const found = lists(level).filter(isStepList);
  const named = byName(found, STEPS);
  for (const field of [...named, ...found.filter((one) => !named.includes(one))]) {
    const steps = stepsPath(field);
    if (steps === undefined) continue;
    const because = `${field.path} is a list of texts, a median of ${median(field.values.map(sizeOf))} in ${field.count} records`;
    return {
      trace: { steps, join: '\n\n' },
      level,
      reasons: [{ role: 'trace.steps', path: steps, because }],
      used: [steps],
    };
  }
  return undefined;
}

const sizeOf = (value: unknown) => (Array.isArray(value) ? value.length : 0);
const isOther = ({ path }: Field) =>
  isIdentity(path) ||
  nameRank(path, REFERENCE) > 0 ||
  nameRank(path, new Set(['option', 'choice', 'tag', 'image', 'tool'])) > 0;

function stepsPath(field: Field): string | undefined {
  const entries = entriesOf(field);
  const kind = entryKind(field);
  if (kind === 'text') {
    // Few distinct short words are labels, not steps.
    const isWords = distinctOf(entries).size <= 8 && medianLength({ values: entries }) < 16;
    return isWords && nameRank(field.path, STEPS) < 3 ? undefined : `${field.path}[*]`;
  }
  if (kind === 'list') {
    const inner = entries.flat();
    return inner.length > 0 && inner.every((entry) => typeof entry === 'string')
      ? `${field.path}[*]`
      : undefined;
  }
  if (kind !== 'object') return undefined;
  const own = textField(fieldsOf(entries), entries.length, 4);
  return own && `${field.path}[*].${own.path}`;
}

/** The field of an object that holds its text: by name, else the longest. */
export function textField(fields: readonly Field[], scopes: number, minLength: number): Field | undefined {
  const candidates = fields.filter(
    (field) =>
      field.kind === 'text' &&
      isFrequent(field, scopes) &&
      medianLength(field) >= minLength &&
      !isOther(field),
  );
  const rank = (field: Field) => {
    const named = Math.max(nameRank(field.path, TRACE), nameRank(field.path, STEPS));
    const isProblem = nameRank(field.path, PROBLEM) >= 2;
    return (
      (named === 3 ? 300 : named * 60) + Math.min(medianLength(field), 1000) / 2 - (isProblem ? 2000 : 0)
    );
  };
  return candidates.toSorted((a, b) => rank(b) - rank(a))[0];
}

/** The longest text that is no problem; thinking and response in order, where there are both. */
function findText(level: Level): Body | undefined {
  const { fields, scopes } = level;
  const isProse = (field: Field) =>
    field.kind === 'text' &&
    isFrequent(field, scopes.length) &&
    medianLength(field) >= LONG_TEXT &&
    !isOther(field);
  const prose = fields.filter((field) => isProse(field) && nameRank(field.path, PROBLEM) < 2);
  const thinking = byName(prose, THINKING)[0];
  const response = byName(prose, RESPONSE).find((field) => field !== thinking);
  if (thinking && response) {
    const because = `${thinking.path} and ${response.path} are both long texts: read in this order`;
    return textBody(level, [thinking.path, response.path], because, true);
  }
  const isNamed = (field: Field) => nameRank(field.path, TRACE) >= 2 && nameRank(field.path, PROBLEM) < 2;
  const own =
    textField(prose, scopes.length, LONG_TEXT) ?? textField(fields.filter(isNamed), scopes.length, 12);
  if (!own) return undefined;
  const others = prose.filter((field) => field !== own && medianLength(field) >= 0.5 * medianLength(own));
  const because = `${own.path} is a text of ${medianLength(own)} characters (median)`;
  const beside = others.length > 1 ? `; ${others.map(({ path }) => path).join(', ')} are as long` : '';
  return textBody(level, own.path, because + beside, others.length > 1);
}

function textBody(level: Level, text: string | string[], because: string, ask: boolean): Body {
  const used = typeof text === 'string' ? [text] : text;
  const reason: FieldReason = {
    role: 'trace.text',
    path: used.join(' + '),
    because,
    ...(ask && { ask: true }),
  };
  return { trace: { text }, level, reasons: [reason], used };
}
