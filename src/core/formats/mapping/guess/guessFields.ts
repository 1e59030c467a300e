// The fields around a trace: problem, answers, outcome, generator, images (formats.md §4.2, 5, 6, 9, 12).

import type { Level } from './guessBody';
import {
  CORRECTION,
  CRITIQUE,
  GENERATOR,
  IMAGES,
  OPTIONS,
  OUTCOME,
  OWN_ANSWER,
  PROBLEM,
  REFERENCE,
  nameRank,
} from './names';
import { byName, distinctOf, entryKind, isFrequent, isIdentity, isThere, medianLength } from './profile';
import type { Field } from './profile';
import type { FieldReason } from './reasons';
import { numberIn, textOf } from '../../fields';

/** Roles that are one path, `problem.text` to `generator`. */
export type Roles = Partial<Record<string, string | string[]>>;

const MAX_ANSWER = 200;
const MIN_PROBLEM = 12;
const scalars = (fields: readonly Field[]) =>
  fields.filter(({ kind }) => kind === 'text' || kind === 'number' || kind === 'boolean');

/** Takes fields one role after another; none is taken twice. */
export class FieldTaker {
  readonly reasons: FieldReason[] = [];
  private readonly taken: Set<string>;

  constructor(taken: readonly string[]) {
    this.taken = new Set(taken);
  }

  free(fields: readonly Field[]): Field[] {
    return fields.filter(({ path }) => !this.taken.has(path));
  }

  take(role: string, field: Field | undefined, because: string, ask = false): string | undefined {
    if (!field) return undefined;
    this.taken.add(field.path);
    this.reasons.push({ role, path: field.path, because, ...(ask && { ask: true as const }) });
    return field.path;
  }

  named(
    role: string,
    fields: readonly Field[],
    words: ReadonlySet<string>,
    minRank: 1 | 2 = 1,
  ): string | undefined {
    const [best] = byName(this.free(fields), words).filter(({ path }) => nameRank(path, words) >= minRank);
    return this.take(role, best, best ? `its name, ${best.path}, says so` : '');
  }
}

/** A field by its name; else the text that repeats or stands before the trace. `isGiven`: the trace's own turns
 *  begin with it, so only a field that says "problem" outright counts. */
export function takeProblem(
  taker: FieldTaker,
  { fields, scopes }: Level,
  isGiven: boolean,
): string | string[] | undefined {
  const texts = taker
    .free(fields)
    .filter(
      (field) =>
        field.kind === 'text' && isFrequent(field, scopes.length) && nameRank(field.path, REFERENCE) === 0,
    );
  const instruction = texts.find(({ path }) => path === 'instruction');
  const input = taker.free(fields).find(({ path, kind }) => path === 'input' && kind === 'text');
  if (instruction && input && !isGiven) {
    taker.take('problem.text', instruction, 'instruction and input, in this order');
    taker.take('problem.text', input, 'instruction and input, in this order');
    return [instruction.path, input.path];
  }
  const named = byName(texts, PROBLEM).filter((field) => nameRank(field.path, PROBLEM) >= (isGiven ? 3 : 2));
  const long = named.find((field) => medianLength(field) >= MIN_PROBLEM) ?? (isGiven ? undefined : named[0]);
  if (long) return taker.take('problem.text', long, `its name, ${long.path}, says so`);
  if (isGiven) return undefined;
  const others = texts.filter((field) => medianLength(field) >= MIN_PROBLEM && !isIdentity(field.path));
  const repeated = others.find((field) => distinctOf(field.values).size < 0.7 * field.count);
  const best = repeated ?? others.toSorted((a, b) => medianLength(b) - medianLength(a))[0];
  const because = repeated ? 'it repeats across traces' : 'it is the longest text beside the trace';
  return taker.take('problem.text', best, because, true);
}

const KEY =
  /^((problem|question|task|doc|prompt|query|example|item|instance|puzzle)_?(id|idx|key|index|no|num|number)|uuid|idx|qid|pid)$/i;

/** The id of a problem; a plain `id` names a problem only where it repeats. */
export function takeKey(taker: FieldTaker, { fields, scopes }: Level): string | undefined {
  const ids = taker.free(scalars(fields)).filter((field) => isFrequent(field, scopes.length));
  const named = ids.find(({ path }) => KEY.test(path.replace(/^.*\./, '')));
  const plain = ids.find((field) => /^id$/i.test(field.path) && distinctOf(field.values).size < field.count);
  return taker.take(
    'problem.key',
    named ?? plain,
    named ? 'its name says which problem' : 'it repeats across rows',
  );
}

/** Gold answers, own answers and the solution. `inner`: fields of a rollout are its own. */
export function takeAnswers(
  taker: FieldTaker,
  outer: readonly Field[],
  inner: readonly Field[] | undefined,
): Roles {
  const isShort = (field: Field) => medianLength(field) <= MAX_ANSWER;
  const short = (fields: readonly Field[]) => scalars(taker.free(fields)).filter(isShort);
  const roles: Roles = {};
  const set = (role: string, path: string | undefined) => {
    if (path !== undefined) roles[role] = path;
  };
  const isPlain = ({ path }: Field) => /(^|\.)(final_)?answers?$/i.test(path);
  set('problem.answer', taker.named('problem.answer', short(outer), REFERENCE));
  const reference = roles['problem.answer'];
  const plain = short(outer).find(isPlain);
  if (inner) {
    const own = byName(short(inner), OWN_ANSWER)[0] ?? short(inner).find(isPlain);
    set('ownAnswer', taker.take('ownAnswer', own, 'the rollout holds it'));
  } else
    set(
      'ownAnswer',
      taker.named(
        'ownAnswer',
        short(outer).filter((field) => !isPlain(field)),
        OWN_ANSWER,
        2,
      ),
    );
  if (plain && reference === undefined)
    set('problem.answer', taker.take('problem.answer', plain, 'no other field is the reference'));
  else if (plain && roles['ownAnswer'] === undefined)
    set('ownAnswer', taker.take('ownAnswer', plain, `${String(reference)} is the reference`));
  const long = taker.free(outer).filter((field) => field.kind === 'text' && !isShort(field));
  set('problem.solution', taker.named('problem.solution', long, new Set([...REFERENCE, 'solution'])));
  return roles;
}

export interface GuessedOutcome {
  path: string;
  true?: string[];
  false?: string[];
}
const RIGHT = /^(correct|right|pass|passed|success|solved|yes|true|1|c)$/i;
const WRONG = /^(incorrect|wrong|fail|failed|failure|unsolved|no|false|0|i)$/i;

/** A boolean, a 0/1 or two words; numbers in between are scores. */
export function takeOutcome(taker: FieldTaker, fields: readonly Field[]): GuessedOutcome | undefined {
  const candidates = byName(taker.free(scalars(fields)), OUTCOME).filter(isRightOrWrong);
  const results = taker
    .free(fields)
    .filter((field) => /(^|[._])(result|status|grade|verdict)$/i.test(field.path));
  const best = candidates[0] ?? results.find(isRightOrWrong);
  const path = taker.take('outcome.path', best, 'right or wrong, one value per trace');
  if (!best || path === undefined) return undefined;
  const words = [...distinctOf(best.values)];
  if (best.kind !== 'text') return { path };
  return {
    path,
    true: words.filter((word) => RIGHT.test(word)),
    false: words.filter((word) => WRONG.test(word)),
  };
}

function isRightOrWrong({ values, kind }: Pick<Field, 'values' | 'kind'>): boolean {
  if (kind === 'boolean') return true;
  const words = [...distinctOf(values)];
  if (kind === 'number') return words.every((word) => numberIn(word) === 0 || numberIn(word) === 1);
  return words.length > 0 && words.every((word) => RIGHT.test(word) || WRONG.test(word));
}

/** A list beside the rollouts, as long as they are. */
export function takeOutcomeList(
  taker: FieldTaker,
  fields: readonly Field[],
  rollouts: readonly number[],
): GuessedOutcome | undefined {
  const lists = taker.free(fields).filter((field) => {
    const pairs = field.values.flatMap((value, i) =>
      Array.isArray(value) ? [value.length === rollouts[i]] : [],
    );
    return field.kind === 'list' && pairs.length > 0 && pairs.filter(Boolean).length >= 0.95 * pairs.length;
  });
  const isOutcome = (field: Field) => {
    const kind = entryKind(field);
    const values = field.values.flatMap((value) => (Array.isArray(value) ? (value as unknown[]) : []));
    return (kind === 'boolean' || kind === 'number') && isRightOrWrong({ values, kind });
  };
  const best = lists.find(isOutcome);
  const path = taker.take('outcome.path', best, 'right or wrong, one value per rollout');
  return path === undefined ? undefined : { path: `${path}[*]` };
}

/** Few distinct short texts. */
export function takeGenerator(taker: FieldTaker, fields: readonly Field[]): string | undefined {
  const short = fields.filter(
    (field) => field.kind === 'text' && distinctOf(field.values).size <= 20 && medianLength(field) <= 80,
  );
  return taker.named('generator', short, GENERATOR, 2);
}

export function takeMedia(taker: FieldTaker, fields: readonly Field[]): Roles {
  const roles: Roles = {};
  const isList = (field: Field) => field.kind === 'list' && ['text', 'number'].includes(entryKind(field));
  const options = taker.named(
    'problem.options',
    fields.filter((field) => isList(field) || field.path.startsWith('json')),
    OPTIONS,
  );
  if (options !== undefined) roles['problem.options'] = `${options}[*]`;
  const holdsImages = (field: Field) =>
    field.values.some((value) => textOf(value)?.startsWith('data:image/')) ||
    nameRank(field.path, IMAGES) >= 2;
  const image = taker.free(fields).find((field) => isThere(field.values.find(isThere)) && holdsImages(field));
  const path = taker.take('problem.images', image, 'it holds images or their addresses');
  if (path !== undefined && image) roles['problem.images'] = image.kind === 'list' ? `${path}[*]` : path;
  return roles;
}

export function takeCritiques(taker: FieldTaker, fields: readonly Field[]): Roles {
  const texts = fields.filter(
    (field) => field.kind === 'text' || (field.kind === 'list' && entryKind(field) === 'text'),
  );
  const roles: Roles = {};
  const critique = taker.named('critique', texts, CRITIQUE);
  if (critique !== undefined) roles['critique'] = critique;
  const correction = taker.named('correction', texts, CORRECTION);
  if (correction !== undefined) roles['correction'] = correction;
  return roles;
}
