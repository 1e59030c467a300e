// Labels and step scores beside the steps (formats.md §4.2, 7 and 8).

import { isObject, numberIn, textOf } from '../../fields';
import type { LabelMapping } from '../mappingSchema';
import { ERROR, FIRST, LABEL, NO_LABEL, nameRank } from './names';
import { distinctOf, entriesOf, isNumbered, isThere } from './profile';
import type { Field } from './profile';
import type { FieldReason } from './reasons';

/** Entries of one field per step, or one value per trace. */
export interface Candidate {
  path: string;
  /** Per trace. */
  values: readonly unknown[];
}
export interface GuessedLabels {
  labels?: LabelMapping;
  scores: { name: string; path: string; at: 'step' }[];
  reasons: FieldReason[];
}
type Table = NonNullable<LabelMapping['table']>;
const ALMOST_ALL = 0.95;

/** `beside`: fields of the trace; `inside`: fields of the steps themselves, as a list per trace; `sizes`: how many
 *  steps each trace has. */
export function guessLabels(
  beside: readonly Field[],
  inside: readonly Candidate[],
  sizes: readonly number[],
): GuessedLabels {
  const parallel = beside.filter((field) => field.kind === 'list' && isParallel(field, sizes));
  const lists: Candidate[] = [
    ...inside,
    ...parallel.map(({ path, values }) => ({ path: `${path}[*]`, values })),
  ];
  const guessed: GuessedLabels = { scores: [], reasons: [] };
  const perStep = lists
    .flatMap((list) => perStepLabels(list, sizes) ?? [])
    .toSorted((a, b) => b.rank - a.rank)[0];
  const found =
    perStep ?? firstErrorIn(beside, sizes) ?? byKeyIn(beside) ?? errorListIn(beside, sizes, parallel);
  if (found) {
    guessed.labels = found.labels;
    guessed.reasons.push(found.reason);
  }
  for (const list of lists)
    if (list.path !== found?.labels.path && isScore(list)) {
      guessed.scores.push({
        name: list.path.replace(/\[\*\]/g, '').replace(/^.*\./, ''),
        path: list.path,
        at: 'step',
      });
      guessed.reasons.push({
        role: 'scores',
        path: list.path,
        because: `${list.path} has a number per step`,
      });
    }
  return guessed;
}

function isParallel({ values }: Candidate, sizes: readonly number[]): boolean {
  const pairs = values.flatMap((value, i) => (Array.isArray(value) ? [value.length === sizes[i]] : []));
  return pairs.length > 0 && pairs.filter(Boolean).length >= ALMOST_ALL * pairs.length;
}

interface Found {
  labels: LabelMapping;
  reason: FieldReason;
  rank: number;
}

const labelsWith = (fields: Pick<LabelMapping, 'kind' | 'path'> & Partial<LabelMapping>): LabelMapping => ({
  base: 0,
  none: [-1, null, 'N/A'],
  origin: 'unknown',
  ...fields,
});

function perStepLabels(list: Candidate, sizes: readonly number[]): Found | undefined {
  const entries = entriesOf(list);
  const table = tableOf(entries, list.path);
  if (!table || nameRank(list.path, NO_LABEL) >= 2) return undefined;
  const values = [...distinctOf(entries)].slice(0, 6).join(', ');
  const steps = sizes.reduce((sum, size) => sum + size, 0);
  return {
    labels: labelsWith({ kind: 'perStep', path: list.path, none: [null], table }),
    reason: {
      role: 'labels.path',
      path: list.path,
      because: `${list.path} has one value per step (${values}; ${entries.length} for ${steps} steps)`,
    },
    rank: Math.max(nameRank(list.path, LABEL), nameRank(list.path, ERROR)),
  };
}

const GOOD = /^(\+|1|yes|y|true|correct|good|right|ok|valid|positive|pos|great|supported|sound)$/i;
const SPARE = /^(redundant|neutral|useless|unnecessary|repeat(ed)?|filler|irrelevant|okay|0\.5)$/i;
const BAD =
  /^(-|0|-1|no|n|false|erroneous|incorrect|bad|wrong|error|invalid|negative|neg|mistake|hallucinated|unsupported)$/i;

/** What each value means; a value no word list knows is left out, to be asked about. undefined: no labels. */
export function tableOf(entries: readonly unknown[], path: string): Table | undefined {
  const words = [...distinctOf(entries)];
  if (words.length === 0 || words.length > 8 || words.some((word) => word.length > 24)) return undefined;
  const numbers = words.map(numberIn);
  const areNumbers = numbers.every((number) => number !== undefined);
  if (areNumbers && !numbers.every((number) => [-1, 0, 1, -100].includes(number))) return undefined;
  // One value all along may be anything, unless its name says label.
  if (words.length === 1 && Math.max(nameRank(path, LABEL), nameRank(path, ERROR)) < 2) return undefined;
  const known = words.filter((word) => GOOD.test(word) || SPARE.test(word) || BAD.test(word));
  if (!areNumbers && known.length === 0 && nameRank(path, LABEL) < 2) return undefined;
  const isInverse =
    nameRank(path, ERROR) > 0 && words.every((word) => /^(0|1|true|false|yes|no)$/i.test(word));
  const hasMinus = numbers.includes(-1);
  const verdictOf = (word: string): Table[string] | undefined => {
    if (word === '-100') return 'unjudged';
    if (SPARE.test(word) || (word === '0' && hasMinus)) return 'redundant';
    if (GOOD.test(word)) return isInverse ? 'erroneous' : 'correct';
    return BAD.test(word) ? (isInverse ? 'correct' : 'erroneous') : undefined;
  };
  return Object.fromEntries(
    words.flatMap((word) => {
      const verdict = verdictOf(word);
      return verdict === undefined ? [] : [[word, verdict] as const];
    }),
  );
}

const isScore = (list: Candidate) => {
  const entries = entriesOf(list);
  return (
    entries.some(isThere) &&
    entries.filter(isThere).every((entry) => typeof entry === 'number') &&
    nameRank(list.path, new Set(['id', 'idx', 'index', 'number', 'step'])) < 2
  );
};

const SENTINEL = /^(-1|N\/?A|none|null|no error|nan)?$/i;
const numberOfStep = (value: unknown) =>
  numberIn(value) ?? numberIn(/^step (\d+)$/i.exec(textOf(value) ?? '')?.[1]);

/** An integer of the trace that names a step, or says that there is none. */
function firstErrorIn(fields: readonly Field[], sizes: readonly number[]): Found | undefined {
  const found = fields.flatMap((field): Found[] => {
    const given = field.values.flatMap((value, i) =>
      value === undefined ? [] : [{ value, size: sizes[i] ?? 0 }],
    );
    const named = given.filter(({ value }) => !SENTINEL.test(textOf(value) ?? ''));
    const indices = named.map(({ value }) => numberOfStep(value));
    const isStep = indices.filter(
      (n, i) => n !== undefined && Number.isInteger(n) && n >= 0 && n <= (named[i]?.size ?? 0),
    );
    const rank = Math.max(nameRank(field.path, ERROR) * 2, nameRank(field.path, FIRST));
    const isSign = rank > 0 || (named.length < given.length && nameRank(field.path, NO_LABEL) === 0);
    const isFlag =
      field.kind === 'boolean' ||
      (indices.length > 0 && given.every(({ value }) => value === 0 || value === 1));
    const isOther =
      field.kind === 'list' || field.kind === 'object' || (isFlag && rank < 3) || indices.length === 0;
    if (isOther || !isSign || isStep.length < ALMOST_ALL * named.length) return [];
    return [
      firstErrorFound(
        field,
        named.map(({ size }, i) => [indices[i] ?? NaN, size] as const),
        given,
        rank,
      ),
    ];
  });
  return found.toSorted((a, b) => b.rank - a.rank)[0];
}

function firstErrorFound(
  field: Field,
  indices: readonly (readonly [index: number, size: number])[],
  given: readonly { value: unknown }[],
  rank: number,
): Found {
  const { base, ask, says, zeroIsNone } = baseOf(indices);
  const sentinels = new Set<string | number | boolean | null>([-1, null, 'N/A']);
  for (const { value } of given) if (typeof value === 'string' && SENTINEL.test(value)) sentinels.add(value);
  if (zeroIsNone) sentinels.add(0);
  const because = `${field.path} is never larger than the number of steps; ${says}`;
  return {
    labels: labelsWith({
      kind: 'firstError',
      path: field.path,
      base,
      none: [...sentinels],
      rest: 'unjudged',
    }),
    reason: { role: 'labels.path', path: field.path, because, ...(ask && { ask: true as const }) },
    rank,
  };
}

/** Formats.md §4.2, 8: a 0 is a first step counted from 0, a value equal to the step count a last one from 1. */
function baseOf(indices: readonly (readonly [index: number, size: number])[]) {
  const hasZero = indices.some(([index]) => index === 0);
  const hasLast = indices.some(([index, size]) => index === size && size > 0);
  if (hasLast)
    return {
      base: 1 as const,
      ask: hasZero,
      zeroIsNone: hasZero,
      says: hasZero
        ? 'it names the last step by its number from 1, so 0 is read as none'
        : 'it counts from 1',
    };
  const says = hasZero ? 'it counts from 0' : 'the sample does not say whether it counts from 0 or 1';
  return { base: 0 as const, ask: !hasZero, zeroIsNone: false, says };
}

/** An object whose keys are numbers of steps. */
function byKeyIn(fields: readonly Field[]): Found | undefined {
  for (const field of fields) {
    if (field.kind !== 'object') continue;
    const members = field.values.filter(isObject);
    const keys = new Set(members.flatMap((member) => Object.keys(member)));
    const values = members.flatMap((member) => Object.values(member));
    const table = isNumbered(keys) ? tableOf(values, field.path) : undefined;
    if (!table || values.some(isObject)) continue;
    const because = `${field.path} has a value by number of step, from ${Math.min(...[...keys].map(Number))}`;
    const base = keys.has('0') ? 0 : 1;
    return {
      labels: labelsWith({ kind: 'byKey', path: field.path, base, none: [null], table, rest: 'unjudged' }),
      reason: { role: 'labels.path', path: field.path, because, ...(base === 1 && { ask: true as const }) },
      rank: 1,
    };
  }
  return undefined;
}

/** Numbers of steps that are wrong. */
function errorListIn(
  fields: readonly Field[],
  sizes: readonly number[],
  parallel: readonly Field[],
): Found | undefined {
  for (const field of fields) {
    if (field.kind !== 'list' || parallel.includes(field) || nameRank(field.path, ERROR) === 0) continue;
    const indices = field.values.flatMap((value, i) =>
      Array.isArray(value)
        ? value.map((entry: unknown) => [numberOfStep(entry) ?? NaN, sizes[i] ?? 0] as const)
        : [],
    );
    const inside = indices.filter(([index, size]) => Number.isInteger(index) && index >= 0 && index <= size);
    if (indices.length === 0 || inside.length < ALMOST_ALL * indices.length) continue;
    const { base, ask, says } = baseOf(indices);
    return {
      labels: labelsWith({ kind: 'errorList', path: field.path, base, rest: 'correct' }),
      reason: {
        role: 'labels.path',
        path: field.path,
        because: `${field.path} lists numbers of steps; ${says}`,
        ...(ask && { ask: true as const }),
      },
      rank: 1,
    };
  }
  return undefined;
}
