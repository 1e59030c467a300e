// From what a format read to rows, traces and trees with their keys; the same for every format.

import { passagesOf, PrefixHash, problemKey, textKey } from '../identity';
import type {
  Change,
  FileKey,
  GivenLabel,
  Passage,
  Problem,
  ProblemKey,
  Range,
  RecordPlace,
  RolloutTree,
  Row,
  Trace,
  Warning,
} from '../model';
import { compactJson, present } from './fields';
import type { AttemptDraft, LabelDraft, ProblemDraft, Reading, TreeDraft } from './format';

interface RecordContext {
  file: FileKey;
  place: RecordPlace;
  formatId: string;
  /** The record that was read (all of them for `readAll`): its content is the key of a problem that has
   *  neither a prompt nor an id. */
  record: unknown;
}
export interface KeyedReading {
  /** One per reading that has one: equal ones may repeat. */
  problems: Problem[];
  rows: Row[];
  /** `traces[i]` is the text of `rows[i]`. */
  traces: Trace[];
  trees: RolloutTree[];
  warnings: Warning[];
  changes: Change[];
}

export function keyReading(readings: readonly Reading[], context: RecordContext): KeyedReading {
  const keyed: KeyedReading = { problems: [], rows: [], traces: [], trees: [], warnings: [], changes: [] };
  const hashRecord = recordHasher(context.record);
  for (const { problem: draft, attempts, tree, warnings, changes } of readings) {
    if (warnings) keyed.warnings.push(...warnings);
    if (changes) keyed.changes.push(...changes);
    if (holdsNothing({ problem: draft, attempts, tree })) continue;
    const problem = keyedProblem(draft, context.formatId, hashRecord);
    keyed.problems.push(problem);
    if (tree) keyed.trees.push(keyedTree(tree, problem.key, keyed.rows.length));
    for (const attempt of attempts) {
      const trace = keyedTrace(attempt, problem.key);
      keyed.rows.push(keyedRow(attempt, trace, keyed.rows.length, context));
      keyed.traces.push(trace);
    }
  }
  return keyed;
}

/** Not even a problem: such a reading only brings warnings or changes. */
export const holdsNothing = ({
  problem,
  attempts,
  tree,
}: Pick<Reading, 'problem' | 'attempts'> & { tree?: unknown }) =>
  attempts.length === 0 && !tree && problem.prompt === '' && problem.fileId === undefined;

/** Hash of a record's whole content, computed when it is asked for. */
export function recordHasher(record: unknown): () => string {
  let hash: string | undefined;
  const content = () => (typeof record === 'string' ? record : compactJson(record));
  return () => (hash ??= new PrefixHash().update(content()).key());
}

/** The key of a problem: its own, or what stands for it where there is no prompt. */
export function draftKey(draft: ProblemDraft, formatId: string, recordHash: () => string): ProblemKey {
  const { prompt, options, assets, key: givenKey, recordId } = draft;
  if (prompt !== '') return problemKey({ prompt, options, assets });
  if (givenKey !== undefined) return givenKey;
  const id = draft.fileId ?? recordId;
  return problemKey({
    prompt,
    options,
    assets,
    instead: `${nameless(formatId)}:${id === undefined ? recordHash() : `id:${id}`}`,
  });
}

/** A mapping that gets another name still finds the labels of problems without a prompt. */
const nameless = (formatId: string) => (formatId.startsWith('mapping:') ? 'mapping' : formatId);

function keyedProblem(draft: ProblemDraft, formatId: string, recordHash: () => string): Problem {
  const { prompt, options, assets = [], key: _given, recordId: _id, ...rest } = draft;
  return { key: draftKey(draft, formatId, recordHash), prompt, assets, ...present({ options }), ...rest };
}

function keyedTrace(attempt: AttemptDraft, problem: ProblemKey): Trace {
  const { raw, projection, zones = [], assets = [], given, turns } = attempt;
  const text = textKey(problem, raw);
  return { text, problem, raw, projection, zones, assets, ...present({ given, turns }) };
}

function keyedRow(
  attempt: AttemptDraft,
  { text, problem, raw }: Trace,
  sample: number,
  { file, place }: RecordContext,
): Row {
  const { generator, outcome, ownAnswer, scores = [], labels = [], meta = {} } = attempt;
  return {
    at: { ...place, file },
    sample,
    problem,
    text,
    scores,
    given: keyedLabels(labels, problem, raw),
    meta,
    ...present({ generator, outcome, ownAnswer }),
  };
}

/** A range gets the passage that a step with the same bounds has, so a label meets it by its key. */
function keyedLabels(labels: readonly LabelDraft[], problem: ProblemKey, raw: string): GivenLabel[] {
  const ranges: Range[] = labels
    .map(({ on }) => on)
    .filter((on): on is Range => on !== 'text')
    .toSorted((a, b) => a.end - b.end);
  const passages = new Map(ranges.map((range, i) => [range, i] as const));
  const keyed = passagesOf(problem, raw, ranges);
  return labels.map(({ on, ...label }) => ({
    ...label,
    on: on === 'text' ? on : (keyed[passages.get(on) ?? -1] ?? 'text'),
  }));
}

function keyedTree(tree: TreeDraft, problem: ProblemKey, firstRow: number): RolloutTree {
  return {
    ...tree,
    problem,
    rowsEndingAt: tree.rowsEndingAt.map((rows) => rows.map((row) => row + firstRow)),
    given: tree.given.map(([node, label]) => [node, { ...label, on: nodePassage(tree, problem, node) }]),
  };
}

/** The passage of a node: what it adds to its prefix, the join left out. */
function nodePassage(tree: TreeDraft, problem: ProblemKey, node: number): Passage | 'text' {
  const path: string[] = [];
  for (let at = node; at > 0; at = tree.parent[at] ?? 0) path.push(tree.text[at] ?? '');
  const raw = path.toReversed().join('');
  const start = raw.length - (tree.text[node]?.length ?? 0) + (tree.lead[node] ?? 0);
  return passagesOf(problem, raw, [{ start, end: raw.length }])[0] ?? 'text';
}
