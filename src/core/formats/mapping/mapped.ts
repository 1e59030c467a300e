// A mapping (formats.md §4) read as a format: a person's own description of a file nobody has a reader for.

import { booleanOf, compactJson, isObject, present, textOf } from '../fields';
import type {
  AttemptDraft,
  ProblemDraft,
  Reading,
  ReadResult,
  RecordFault,
  Sample,
  TraceFormat,
} from '../format';
import { givenLabel } from '../givenLabels';
import { guessByShare } from '../recordFormat';
import { projectTurns } from '../turns';
import { mapLabels, mapScores } from './mappedLabels';
import { mapTrace } from './mappedTrace';
import type { MappedTrace } from './mappedTrace';
import { mapTree } from './mappedTree';
import type { CheckedMapping } from './mappingSchema';
import { asText, select } from './paths';
import type { Found } from './paths';
import { Scope } from './scope';

export function mappedFormat(mapping: CheckedMapping): TraceFormat {
  const isPerStep = mapping.trace !== undefined && 'stepPerRow' in mapping.trace;
  const isPerNode =
    mapping.tree?.nodes !== undefined && (mapping.rows === '$' || mapping.rollouts?.groupBy !== undefined);
  const read: TraceFormat['read'] = (record, around = {}) =>
    joined(rowsIn(record, mapping, around.key).map((row) => readRow(mapping, new Scope(row))));
  const readAll: TraceFormat['readAll'] = (records) =>
    joinedGroups(
      isPerStep
        ? groupRows(mapping, records).map((rows) => readSteps(mapping, rows))
        : nodeLists(mapping, records),
    );
  const isTogether = isPerStep || isPerNode;
  const shows = (sample: Sample) => {
    const isRead = isTogether && hasTrace(readAll(sample.records));
    return (record: unknown) => (isTogether ? isRead : hasTrace(read(record)));
  };
  return {
    id: `mapping:${mapping.name}`,
    title: mapping.name,
    guess: (sample) => guessByShare(sample, shows(sample), { signs: 'what the mapping names', keys: 0 }),
    read,
    ...(isTogether && { readAll }),
  };
}

const hasTrace = (read: ReadResult) =>
  read.ok && read.value.some(({ attempts, tree }) => attempts.length > 0 || tree !== undefined);

/** Every row or the first fault: a record is read whole or not at all. */
function joined(results: readonly ReadResult[]): ReadResult {
  const readings: Reading[] = [];
  for (const result of results) {
    if (!result.ok) return result;
    readings.push(...result.value);
  }
  return { ok: true, value: readings };
}

/** Groups of rows that are read at once: one that cannot be read does not cost the others. */
function joinedGroups(results: readonly ReadResult[]): ReadResult {
  const [first] = results;
  if (first && results.every(({ ok }) => !ok)) return first;
  return joined(
    results.map((result) => {
      if (result.ok) return result;
      const { kind, reason } = result.fault;
      const warnings = [{ kind: `group-left-out:${kind}`, reason: `A group of rows is left out: ${reason}` }];
      return { ok: true, value: [{ problem: { prompt: '' }, attempts: [], warnings }] };
    }),
  );
}

/** Containers give the rows of `$[*]`, `$.samples[*]` and dicts one by one. Rows deeper than that are looked up. */
export function rowsIn(record: unknown, { rows }: CheckedMapping, key: string | undefined): Found[] {
  const own = { value: record, key };
  if (rows === '$' || rows === '$[*]' || !isObject(record)) return [own];
  const found = select(rows, own);
  const isRow = key !== undefined && rows.startsWith('$.*');
  return found.length === 0 || isRow ? [own] : [...found];
}

const noTrace = (mapping: CheckedMapping): RecordFault => ({
  kind: 'no-trace',
  reason: `What the mapping names as the trace (${compactJson(mapping.trace)}) is not in the record.`,
  remedy: 'Correct the mapping, or leave this record out.',
});

function readRow(mapping: CheckedMapping, row: Scope): ReadResult {
  const problem = problemOf(mapping, row);
  const { tree: treeMapping, pair, rollouts, trace } = mapping;
  if (treeMapping) {
    const { tree, attempts, warnings } = mapTree(mapping, treeMapping, row, problem.prompt);
    return { ok: true, value: [{ problem, attempts, tree, warnings }] };
  }
  if (pair) return { ok: true, value: [{ problem, attempts: pairOf(pair, row) }] };
  if (!trace) return { ok: true, value: [{ problem, attempts: [] }] };
  const each = rollouts?.each;
  return readAttempts(mapping, each === undefined ? [row] : row.rollouts(each), problem);
}

function readAttempts(mapping: CheckedMapping, scopes: readonly Scope[], problem: ProblemDraft): ReadResult {
  const reading: Reading = { problem, attempts: [], warnings: [] };
  for (const scope of scopes) {
    const mapped = mapping.trace && mapTrace(mapping.trace, scope);
    // `*` goes over every key: what has no trace is no rollout.
    if (!mapped) continue;
    const attempt = attemptOf(mapping, scope, mapped);
    if (!attempt.ok) return attempt;
    reading.attempts.push(attempt.value);
    reading.warnings?.push(...mapped.warnings, ...attempt.warnings);
    if (mapped.problem && mapping.problem.text === undefined)
      reading.problem = { ...mapped.problem, ...problem, prompt: mapped.problem.prompt };
  }
  // A problem without rollouts is one without a trace.
  const isEmpty = reading.attempts.length === 0 && mapping.rollouts?.each === undefined;
  return isEmpty ? { ok: false, fault: noTrace(mapping) } : { ok: true, value: [reading] };
}

type Attempt =
  | { ok: true; value: AttemptDraft; warnings: Reading['warnings'] & object }
  | { ok: false; fault: RecordFault };

function attemptOf(mapping: CheckedMapping, scope: Scope, { attempt }: MappedTrace): Attempt {
  const given = attempt.given ?? [];
  const { labels, warnings, fault } = mapLabels(mapping, scope, given);
  if (fault) return { ok: false, fault };
  const meta = mapping.meta.flatMap((path) => {
    const value = scope.value(path);
    return value === undefined || value === null
      ? []
      : [[path, textOf(value) ?? compactJson(value)] as const];
  });
  const value: AttemptDraft = {
    ...attempt,
    labels,
    scores: mapScores(mapping, scope, given),
    meta: Object.fromEntries(meta),
    ...present({
      generator: scope.text(mapping.generator),
      ownAnswer: scope.text(mapping.ownAnswer),
      outcome: outcomeOf(mapping, scope),
    }),
  };
  return { ok: true, value, warnings };
}

function outcomeOf({ outcome }: CheckedMapping, scope: Scope): boolean | undefined {
  if (!outcome) return undefined;
  const value = scope.value(outcome.path);
  const isOneOf = (words: readonly unknown[] | undefined) =>
    words?.some((word) => word === value || String(word) === textOf(value)) ?? false;
  if (isOneOf(outcome.true)) return true;
  if (isOneOf(outcome.false)) return false;
  if (outcome.true || outcome.false) return undefined;
  const word = typeof value === 'string' ? value.toLowerCase() : value;
  if (word === 'true' || word === '1') return true;
  return word === 'false' || word === '0' ? false : booleanOf(word);
}

function problemOf({ problem, rollouts }: CheckedMapping, row: Scope): ProblemDraft {
  const options = row.list(problem.options).map(asText);
  const prompt = row.text(problem.text) ?? '';
  return {
    prompt,
    ...present({
      fileId: row.text(problem.key) ?? row.text(rollouts?.groupBy),
      answer: row.text(problem.answer),
      solution: row.text(problem.solution),
      options: options.length > 0 ? options : undefined,
      assets: imagesOf(row.list(problem.images), prompt),
    }),
  };
}

/** Addresses and data URLs, or `{bytes}` in base64 as data sets of images hold them. */
function imagesOf(images: readonly unknown[], prompt: string): ProblemDraft['assets'] {
  const urls = images.flatMap((image) => {
    const bytes = isObject(image) ? textOf(image['bytes']) : undefined;
    const url = isObject(image) ? textOf(image['url'] ?? image['path']) : textOf(image);
    return bytes === undefined ? (url ?? []) : `data:image/*;base64,${bytes}`;
  });
  if (urls.length === 0) return undefined;
  const parts = urls.map((url) => ({ kind: 'image' as const, url }));
  return projectTurns([{ role: 'user', parts }], prompt).problem.assets;
}

/** Two answers; which was preferred is neither a verdict nor an outcome. */
function pairOf(pair: NonNullable<CheckedMapping['pair']>, row: Scope): AttemptDraft[] {
  const word = pair.preferred === 'a' || pair.preferred === 'b' ? pair.preferred : row.text(pair.preferred);
  const isB = /^(?:b|2|response_b|b>a)$/i.test(word?.trim() ?? '');
  const isA = !isB && /^(?:a|1|response_a|a>b)$/i.test(word?.trim() ?? '');
  const preference = (isPreferred: boolean) =>
    givenLabel(
      { source: 'preference', origin: 'unknown' },
      'text',
      undefined,
      isA || isB ? (isPreferred ? 'chosen' : 'rejected') : (word ?? null),
    );
  return [
    { raw: row.text(pair.a) ?? '', projection: 'plain@1', labels: [preference(isA)] },
    { raw: row.text(pair.b) ?? '', projection: 'plain@1', labels: [preference(isB)] },
  ];
}

/** A step per row: rows of one trace, in file order. */
function groupRows(mapping: CheckedMapping, records: readonly unknown[]): unknown[][] {
  const by = mapping.rollouts?.groupBy ?? mapping.problem.key ?? mapping.problem.text;
  const groups = new Map<string, unknown[]>();
  for (const record of records) {
    const name = new Scope({ value: record }).text(by) ?? '';
    const group = groups.get(name);
    if (group) group.push(record);
    else groups.set(name, [record]);
  }
  return [...groups.values()];
}

/** A node per row: rows of one tree are its list of nodes; what they say of the problem is the first one's. */
function nodeLists(mapping: CheckedMapping, records: readonly unknown[]): ReadResult[] {
  const whole = { ...mapping, rollouts: undefined };
  if (mapping.rollouts?.groupBy === undefined) {
    const [only] = records;
    const isList = records.length > 1 || Array.isArray(only);
    return [
      readRow(
        whole,
        new Scope({ value: records.length === 1 ? only : records }, isList ? { value: only } : undefined),
      ),
    ];
  }
  return groupRows(mapping, records).map((rows) =>
    readRow(whole, new Scope({ value: rows }, { value: rows[0] })),
  );
}

/** Fields of the trace are its first row's; those of steps are read from every row. */
function readSteps(mapping: CheckedMapping, rows: readonly unknown[]): ReadResult {
  const { trace, labels, scores } = mapping;
  if (!trace || !('stepPerRow' in trace)) return { ok: false, fault: noTrace(mapping) };
  const column = (path: typeof trace.stepPerRow) =>
    rows.map((value) => new Scope({ value }).value(path) ?? null);
  const table = Object.fromEntries(scores.map(({ path }, i) => [`score${i}`, column(path)]));
  const first = isObject(rows[0]) ? rows[0] : {};
  const isWhole = labels?.kind === 'trace' || labels?.kind === 'firstError';
  const row = { ...first, ...table, steps: column(trace.stepPerRow), labels: labels && column(labels.path) };
  const whole: CheckedMapping = {
    ...mapping,
    // What groups rows into traces names no problem.
    rollouts: undefined,
    trace: { steps: 'steps', join: trace.join },
    labels: labels && !isWhole ? { ...labels, path: 'labels' } : labels,
    scores: scores.map((score, i) => (score.at === 'step' ? { ...score, path: `score${i}` } : score)),
  };
  return readRow(whole, new Scope({ value: row }));
}
