// A trace for the reader and a tree for the drawing.

import {
  layoutTree,
  leavesOf,
  mergeEqualSiblings,
  mergeRollouts,
  nodePassages,
  passagesOfTree,
  placeRows,
  throughCounts,
} from '../../core/tree';
import type { Annotations } from '../../core/labels';
import type { Range, RolloutTree, Scope, Strategy } from '../../core/model';
import type { OpenTrace, OpenTree, SiblingRow } from '../api';
import { labelsAtNodes } from './otherVerdicts';
import type { LibraryFile, SplitRow } from './libraryFile';
import type { ProgressBoard } from './progressBoard';
import { splitTrace, withOwnCuts } from './splitTrace';

const MAX_SIBLINGS = 200;
/** A longer text is not split for the sake of the list beside the trace. */
const LONG_UNITS = 1_500_000;
const NO_STRIP: SiblingRow['strip'] = [];

export async function readTrace(
  file: LibraryFile,
  row: number,
  scope: Scope,
  board: ProgressBoard,
): Promise<OpenTrace> {
  const { columns, summary } = file;
  const number = columns.problem.data[row]!;
  const strategy = await board.strategyOf(file, row, scope);
  // The page splits what it shows; here a long text would be split before its first screen could be shown.
  const isLong = columns.lengthUtf16.data[row]! > LONG_UNITS;
  const split = isLong ? undefined : await file.split(row, strategy);
  const read = split ?? (await file.read(row));
  const zones = split?.zones ?? read.trace.zones;
  const isGuessed = strategy === summary.strategy;
  const given = await givenTree(file, row);
  return {
    file: file.key,
    row,
    position: file.positionOf(row),
    problem: read.problem,
    problemName: columns.problemName(number),
    trace: { ...read.trace, zones },
    of: read.of,
    strategy,
    strategyBecause: isGuessed ? summary.strategyBecause : 'chosen by hand',
    attempt: columns.attempt.data[row]!,
    attempts: columns.attempts.data[number]!,
    sameText: columns.sameText(row),
    siblings: await siblings(file, number, scope, board),
    hasTree: columns.distinctTextsOf(number) > 1 || given !== undefined,
  };
}

async function siblings(
  file: LibraryFile,
  problem: number,
  scope: Scope,
  board: ProgressBoard,
): Promise<SiblingRow[]> {
  const { columns } = file;
  const found: SiblingRow[] = [];
  for (const row of columns.rowsOfProblem(problem)) {
    if (found.length === MAX_SIBLINGS) break;
    const generator = columns.generatorOf(row);
    const outcome = columns.outcomeOf(row);
    const isLong = columns.lengthUtf16.data[row]! > LONG_UNITS;
    const strip = isLong ? NO_STRIP : (await board.ofRow(file, row, scope)).strip;
    found.push({
      row,
      attempt: columns.attempt.data[row]!,
      text: columns.textOf(row),
      strip,
      ...(generator === undefined ? {} : { generator }),
      ...(outcome === undefined ? {} : { outcome }),
    });
  }
  return found;
}

/** The file's own tree where the record has one that forks, else the problem's rollouts merged, else the file's
 *  tree though it is a chain; undefined: one text and no tree. */
export async function readTree(
  file: LibraryFile,
  row: number,
  scope: Scope | undefined,
  board: ProgressBoard,
): Promise<OpenTree | undefined> {
  const { columns } = file;
  const number = columns.problem.data[row]!;
  const strategy = scope === undefined ? file.summary.strategy : await board.strategyOf(file, row, scope);
  const splitAt = async (at: number): Promise<{ split: SplitRow; annotations?: Annotations }> =>
    scope === undefined ? { split: await file.split(at, strategy) } : board.splitRow(file, at, scope);
  const { split, annotations } = await splitAt(row);
  const of = { file: file.key, problem: split.problem, problemName: columns.problemName(number) };
  const given = await givenTree(file, row);
  const isAlone = columns.distinctTextsOf(number) < 2;
  if (given !== undefined && (isAlone || hasFork(given))) {
    return { ...of, ...openGiven(given, split, strategy, annotations) };
  }
  if (isAlone) return undefined;
  const rollouts: SplitRow[] = [];
  for (const rollout of columns.rowsOfProblem(number)) rollouts.push((await splitAt(rollout)).split);
  const merged = mergeRollouts(
    split.problem.key,
    rollouts.map(({ row: at, trace, steps, passages, of: { outcome, ownAnswer } }) => ({
      row: at,
      raw: trace.raw,
      steps,
      passages,
      outcome,
      answer: ownAnswer,
    })),
  );
  const passages = nodePassages(merged.passages);
  const labels = labelsAtNodes(
    passages,
    rollouts.flatMap((rollout) => rollout.of.given),
  );
  const tree = { ...merged.tree, given: labels };
  return { ...of, ...merged, tree, passages, source: 'merged', ...layoutTree(merged.tree.parent) };
}

/** A tree as the file gives it. Siblings of equal text are one passage, so they are one node, with a count. */
function openGiven(
  given: RolloutTree,
  split: SplitRow,
  strategy: Strategy,
  annotations: Annotations | undefined,
) {
  const { tree, members } = mergeEqualSiblings(given);
  const rowsAt = tree.rowsEndingAt;
  // The file's own steps are the nodes themselves.
  const isNodeByNode = strategy.strategy === 'given' && (annotations?.cuts.size ?? 0) === 0;
  const splitPath = (raw: string, ranges: readonly Range[]) => {
    const trace = { ...split.trace, raw, zones: [], given: [...ranges] };
    const own = splitTrace(trace, strategy);
    return annotations === undefined ? own.steps : withOwnCuts({ ...own, trace }, annotations).steps;
  };
  const passages = nodePassages(passagesOfTree(tree, isNodeByNode ? undefined : splitPath));
  const through = throughCounts(tree);
  const counts = Int32Array.from(members, (nodes) => nodes.length);
  return { tree, source: 'given' as const, passages, through, rowsAt, counts, ...layoutTree(tree.parent) };
}

/** The tree of the row's record or, as in Stepmark's own files, of a record beside it, with row numbers at the
 *  nodes. */
async function givenTree(file: LibraryFile, row: number): Promise<RolloutTree | undefined> {
  const { columns } = file;
  const { trees } = await file.readingOfRow(row);
  const sample = columns.sample.data[row]!;
  const own = trees.find((tree) => tree.rowsEndingAt.some((rows) => rows.includes(sample)));
  if (own !== undefined) {
    const firstRow = columns.firstRowOfRecord(columns.record.data[row]!);
    return { ...own, rowsEndingAt: own.rowsEndingAt.map((rows) => rows.map((at) => at + firstRow)) };
  }
  const beside = await file.treesBeside(row);
  if (beside.length === 0) return undefined;
  const rows: { row: number; raw: string }[] = [];
  for (const at of columns.rowsOfProblem(columns.problem.data[row]!)) {
    rows.push({ row: at, raw: (await file.read(at)).trace.raw });
  }
  for (const { tree } of beside) {
    const rowsEndingAt = placeRows(tree, rows);
    if (rowsEndingAt.some((ending) => ending.includes(row))) return { ...tree, rowsEndingAt };
  }
  return undefined;
}

const hasFork = (tree: RolloutTree) => leavesOf(tree).length > 1;
