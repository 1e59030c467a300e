// One step per row: rows that a key holds together and a column counts (formats.md §4.2, 10).

import type { Level } from './guessBody';
import { COUNTED_ROLLOUTS, COUNTED_STEPS, PROBLEM, STEPS, nameRank } from './names';
import { byName, distinctOf, isIdentity, isThere, median, medianLength } from './profile';
import type { Field } from './profile';
import type { FieldReason } from './reasons';
import { numberIn, textOf } from '../../fields';

export interface StepRows {
  groupBy: string | string[];
  text: string;
  counter: string;
  reasons: FieldReason[];
}

export function guessStepRows({ scopes, fields }: Level): StepRows | undefined {
  if (scopes.length < 3) return undefined;
  const isCounter = ({ path, kind }: Field) =>
    kind === 'number' &&
    nameRank(path, COUNTED_ROLLOUTS) < 2 &&
    (!isIdentity(path) || nameRank(path, COUNTED_STEPS) > 0);
  const counters = fields.filter(isCounter);
  const keys = fields.filter((field) => field.kind === 'text' || field.kind === 'number');
  const single = keys.map((key) => [key]);
  const rollouts = keys.filter(({ path }) => nameRank(path, COUNTED_ROLLOUTS) > 0 || /id$/i.test(path));
  const pairs = keys.flatMap((key) => rollouts.filter((other) => other !== key).map((other) => [key, other]));
  for (const group of [...single, ...pairs])
    for (const counter of counters) {
      if (group.includes(counter)) continue;
      const rows = groupsOf(group, scopes.length);
      if (!countsInside(rows, counter)) continue;
      const found = stepRows(group, counter, rows, fields);
      if (found) return found;
    }
  return undefined;
}

/** Row numbers of each group, in file order. */
function groupsOf(keys: readonly Field[], rows: number): number[][] {
  const groups = new Map<string, number[]>();
  for (let row = 0; row < rows; row++) {
    const name = keys.map(({ values }) => textOf(values[row]) ?? '').join('\n\n');
    const group = groups.get(name);
    if (group) group.push(row);
    else groups.set(name, [row]);
  }
  return [...groups.values()];
}

/** 0, 1, 2 … or 1, 2, 3 … in most groups; a group cut off by the sample's end counts too. */
function countsInside(groups: readonly number[][], { values }: Field): boolean {
  const long = groups.filter((group) => group.length > 1);
  if (long.length < 0.5 * groups.length || long.length === 0) return false;
  const counted = groups.filter((group) => {
    const first = numberIn(values[group[0] ?? -1]);
    return (first === 0 || first === 1) && group.every((row, i) => numberIn(values[row]) === first + i);
  });
  return counted.length >= 0.95 * groups.length;
}

function stepRows(
  group: readonly Field[],
  counter: Field,
  rows: readonly number[][],
  fields: readonly Field[],
): StepRows | undefined {
  const varies = (field: Field) =>
    rows.filter((one) => distinctOf(one.map((row) => field.values[row])).size > 1).length >=
    0.5 * rows.length;
  const candidates = fields.filter(
    (field) =>
      field.kind === 'text' && !group.includes(field) && varies(field) && nameRank(field.path, PROBLEM) < 2,
  );
  const named = byName(candidates, STEPS).find((field) => medianLength(field) >= 12);
  const longest = candidates.toSorted((a, b) => medianLength(b) - medianLength(a))[0];
  const text = named ?? longest;
  if (!text || medianLength(text) < 8) return undefined;
  const isStep = nameRank(counter.path, COUNTED_STEPS) > 0 || nameRank(text.path, STEPS) > 0 || isShort(text);
  if (!isStep) return undefined;
  const names = group.map(({ path }) => path);
  const counts = median(rows.map((one) => one.length));
  const because = `${counter.path} counts up inside each ${names.join(' and ')}, ${counts} rows (median)`;
  return {
    groupBy: names.length === 1 ? names[0]! : names,
    text: text.path,
    counter: counter.path,
    reasons: [
      { role: 'rollouts.groupBy', path: names.join(' + '), because },
      { role: 'trace.stepPerRow', path: text.path, because: `${text.path} is the text of a row` },
    ],
  };
}

/** A paragraph at most. */
const isShort = (field: Field) =>
  medianLength(field) < 600 &&
  !field.values.filter(isThere).some((value) => /\n\s*\n/.test(textOf(value) ?? ''));
