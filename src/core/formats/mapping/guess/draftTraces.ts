// Mappings of rows with traces, and of rows that are single steps.

import { Scope } from '../scope';
import { finish, nested, repeats } from './draft';
import type { Draft } from './draft';
import { levelOf } from './guessBody';
import type { Body, Level } from './guessBody';
import {
  FieldTaker,
  takeAnswers,
  takeCritiques,
  takeGenerator,
  takeKey,
  takeMedia,
  takeOutcome,
  takeOutcomeList,
  takeProblem,
} from './guessFields';
import type { Roles } from './guessFields';
import type { StepRows } from './guessGroups';
import { guessLabels } from './guessLabels';
import type { Candidate } from './guessLabels';
import type { Field } from './profile';

export function bodyDraft(rowLevel: Level, body: Body, container: string, rows: string): Draft {
  const { each, trace } = body;
  const level = each === undefined ? rowLevel : besideRollouts(rowLevel, each);
  const inner = each === undefined ? undefined : body.level;
  const taker = new FieldTaker(body.used);
  const outer = new FieldTaker(each === undefined ? body.used : []);
  const roles: Roles = {};
  const problem = takeProblem(outer, level, 'turns' in trace);
  if (problem !== undefined) roles['problem.text'] = problem;
  const key = container === 'json-dict' ? '@key' : takeKey(outer, level);
  if (key !== undefined) roles['problem.key'] = key;
  const labelled = labelsOf(body, inner ?? level, inner ? taker : outer);
  const own = inner ? taker : outer;
  const fields = (inner ?? level).fields;
  const outcome =
    takeOutcome(own, fields) ??
    (each === undefined ? undefined : takeOutcomeList(outer, level.fields, countsOf(level, each)));
  Object.assign(
    roles,
    takeMedia(outer, level.fields),
    answersOf(outer, taker, level, inner),
    labelled.labels ? takeCritiques(own, fields) : {},
  );
  const generator = generatorOf(own, outer, fields, level, each);
  if (generator !== undefined) roles['generator'] = generator;
  const scores = [...labelled.scores, ...traceScores(own, fields)];
  const mapping = {
    rows,
    ...nested(roles),
    ...(each !== undefined && { rollouts: { each } }),
    trace,
    ...(outcome && { outcome }),
    ...(labelled.labels && { labels: labelled.labels }),
    scores,
  };
  const reasons = [...body.reasons, ...labelled.reasons, ...(inner ? taker.reasons : [])];
  return finish(level, outer, each === undefined ? body.used : [each], mapping, reasons);
}

/** The fields of the rows without those of the rollouts. */
function besideRollouts({ scopes, fields }: Level, each: string): Level {
  const objects = fields.filter(({ kind }) => kind === 'object').map(({ path }) => path);
  const within = each === '*' ? objects : [each.replace(/\.?\*$/, '')];
  const isInside = (path: string) => within.some((one) => path.startsWith(one));
  return { scopes, fields: fields.filter(({ path }) => !isInside(path)) };
}

function answersOf(outer: FieldTaker, taker: FieldTaker, level: Level, inner: Level | undefined): Roles {
  const roles = takeAnswers(outer, level.fields, undefined);
  if (!inner) return roles;
  const own = takeAnswers(taker, [], inner.fields);
  return { ...roles, ...own };
}

/** Where each rollout has a name of its own, that names its generator. */
function generatorOf(
  own: FieldTaker,
  outer: FieldTaker,
  fields: readonly Field[],
  level: Level,
  each: string | undefined,
) {
  const generator =
    takeGenerator(own, fields) ?? (own === outer ? undefined : takeGenerator(outer, level.fields));
  return generator ?? (each?.endsWith('*') === true && !each.endsWith('[*]') ? '@key' : undefined);
}

const countsOf = ({ scopes }: Level, each: string): number[] =>
  scopes.map((value) => new Scope({ value }).rollouts(each).length);

/** Labels and scores of the steps; a trace without given steps has none. */
function labelsOf({ trace, used }: Body, { scopes, fields }: Level, taker: FieldTaker) {
  if (!('steps' in trace) || typeof trace.steps !== 'string')
    return { labels: undefined, scores: [], reasons: [] };
  const path = trace.steps;
  const sizes = scopes.map((value) => new Scope({ value }).list(path).length);
  const isOwn = (field: Field) => used.includes(`${field.path}[*]`) || path.startsWith(`${field.path}[*]`);
  const guessed = guessLabels(
    taker.free(fields).filter((field) => !isOwn(field)),
    insideSteps(path, scopes),
    sizes,
  );
  for (const { role, path: taken, because } of guessed.reasons) {
    const field = fields.find((one) => taken === one.path || taken === `${one.path}[*]`);
    if (field) taker.take(role, field, because);
  }
  taker.reasons.splice(-guessed.reasons.length, guessed.reasons.length);
  return guessed;
}

/** Where steps are objects: their other fields, a list per trace. */
function insideSteps(path: string, scopes: readonly unknown[]): Candidate[] {
  const at = path.lastIndexOf('[*].');
  if (at < 0) return [];
  const [list, text] = [path.slice(0, at + 3), path.slice(at + 4)];
  const entries = scopes.map((value) => new Scope({ value }).list(list));
  return levelOf(entries.flat())
    .fields.filter((field) => field.path !== text && ['text', 'number', 'boolean'].includes(field.kind))
    .map((field) => ({
      path: `${list}.${field.path}`,
      values: entries.map((steps) => steps.map((value) => new Scope({ value }).value(field.path) ?? null)),
    }));
}

/** Other numbers named like scores. */
function traceScores(taker: FieldTaker, fields: readonly Field[]) {
  const named = taker
    .free(fields)
    .filter(
      ({ kind, path }) => kind === 'number' && /(score|reward|logp(rob)?|confidence|value)$/i.test(path),
    );
  return named.map((field) => {
    taker.take('scores', field, 'a number per trace, its name says score');
    return { name: field.path, path: field.path, at: 'trace' };
  });
}

export function stepRowsDraft(level: Level, rows: StepRows, path: string): Draft {
  const groups = typeof rows.groupBy === 'string' ? [rows.groupBy] : rows.groupBy;
  const taker = new FieldTaker([rows.text, rows.counter]);
  const roles: Roles = {};
  const isWhole = (field: Field) => repeats(field) || groups.includes(field.path);
  const whole = { scopes: level.scopes, fields: level.fields.filter(isWhole) };
  const problem = takeProblem(taker, whole, false);
  if (problem !== undefined) roles['problem.text'] = problem;
  const key = takeKey(taker, level);
  if (key !== undefined) roles['problem.key'] = key;
  Object.assign(roles, takeAnswers(taker, whole.fields, undefined));
  const guessed = guessLabels([], [...perRow(taker.free(level.fields), groups)], [level.scopes.length]);
  const plain = (one: string) => one.replace(/\[\*\]$/, '');
  for (const { role, path: taken, because } of guessed.reasons)
    taker.take(
      role,
      level.fields.find((field) => field.path === plain(taken)),
      because,
    );
  const outcome = takeOutcome(taker, whole.fields);
  const generator = takeGenerator(taker, whole.fields);
  if (generator !== undefined) roles['generator'] = generator;
  const mapping = {
    rows: path,
    ...nested(roles),
    rollouts: { groupBy: rows.groupBy },
    trace: { stepPerRow: rows.text, join: '\n\n' },
    ...(outcome && { outcome }),
    ...(guessed.labels && { labels: { ...guessed.labels, path: plain(String(guessed.labels.path)) } }),
    scores: guessed.scores.map((score) => ({ ...score, path: plain(score.path) })),
  };
  return finish(level, taker, [rows.text, rows.counter, ...groups], mapping, rows.reasons);
}

/** Each column as one list over all rows: what belongs to a row belongs to a step. */
const perRow = (fields: readonly Field[], groups: readonly string[]): Candidate[] =>
  fields
    .filter((field) => ['text', 'number', 'boolean'].includes(field.kind) && !groups.includes(field.path))
    .filter((field) => !/(^|_)(id|idx|index)$/i.test(field.path))
    .map(({ path, values }) => ({ path: `${path}`, values: [[...values]] }));
