// Mappings of search trees: a tree in each row, or rows that are nodes.

import { finish, nested, repeats } from './draft';
import type { Draft } from './draft';
import type { Level } from './guessBody';
import { FieldTaker, takeAnswers, takeKey, takeMedia, takeProblem } from './guessFields';
import type { Roles } from './guessFields';
import type { TreeBody } from './nodeFields';

export function treeDraft(
  level: Level,
  { tree, used, reasons, rootText }: TreeBody,
  container: string,
  rows: string,
): Draft {
  const taker = new FieldTaker(used);
  const roles: Roles = {};
  const outside = {
    scopes: level.scopes,
    fields: level.fields.filter(({ path }) => !used.some((one) => path.startsWith(`${one}.`))),
  };
  const problem = takeProblem(taker, outside, false) ?? rootText;
  if (problem !== undefined) roles['problem.text'] = problem;
  const key = container === 'json-dict' ? '@key' : takeKey(taker, outside);
  if (key !== undefined) roles['problem.key'] = key;
  Object.assign(roles, takeAnswers(taker, outside.fields, undefined), takeMedia(taker, outside.fields));
  const draft = finish(outside, taker, used, { rows, ...nested(roles), tree }, reasons);
  return draft;
}

/** Rows are nodes: those of one problem make a tree. */
export function nodeRows(level: Level, { tree, used, reasons }: TreeBody): Draft {
  const taker = new FieldTaker(used);
  const roles: Roles = {};
  const problem = level.fields.find(
    (field) => repeats(field) && /^(problem|question|prompt|query|task)$/i.test(field.path),
  );
  if (problem) roles['problem.text'] = taker.take('problem.text', problem, 'it repeats across nodes')!;
  const key = takeKey(taker, level);
  const groupBy = key ?? problem?.path;
  if (key !== undefined) roles['problem.key'] = key;
  const mapping = {
    rows: groupBy === undefined ? '$' : '$[*]',
    ...nested(roles),
    ...(groupBy !== undefined && { rollouts: { groupBy } }),
    tree,
  };
  return finish(level, taker, used, mapping, reasons);
}
