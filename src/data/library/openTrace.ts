// A trace for the reader and a tree for the drawing.

import {
  layoutTree,
  leavesOf,
  mergeEqualSiblings,
  mergeRollouts,
  passagesOfTree,
  throughCounts,
} from '../../core/tree';
import type { RolloutTree, Scope, Strategy } from '../../core/model';
import type { OpenTrace, OpenTree, SiblingRow } from '../api';
import type { LibraryFile, SplitRow } from './libraryFile';
import type { ProgressBoard } from './progressBoard';
import { splitTrace } from './splitTrace';

const MAX_SIBLINGS = 200;

export async function readTrace(
  file: LibraryFile,
  row: number,
  scope: Scope,
  board: ProgressBoard,
): Promise<OpenTrace> {
  const { columns, summary } = file;
  const number = columns.problem.data[row]!;
  const strategy = await board.strategyOf(file, row, scope);
  const split = await file.split(row, strategy);
  const isGuessed = strategy === summary.strategy;
  const given = await givenTree(file, row);
  return {
    file: file.key,
    row,
    position: file.positionOf(row),
    problem: split.problem,
    problemName: columns.problemName(number),
    trace: { ...split.trace, zones: split.zones },
    of: split.of,
    strategy,
    strategyBecause: isGuessed ? summary.strategyBecause : 'chosen by hand',
    attempt: columns.attempt.data[row]!,
    attempts: columns.attempts.data[number]!,
    sameText: columns.sameText(row),
    siblings: await siblings(file, number, scope, board),
    hasTree: columns.distinctTextsOf(number) > 1 || (given !== undefined && hasFork(given)),
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
    const { strip } = await board.ofRow(file, row, scope);
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

/** The file's own tree where the record has one, else the problem's rollouts merged; undefined: one path. */
export async function readTree(
  file: LibraryFile,
  row: number,
  scope: Scope | undefined,
  board: ProgressBoard,
): Promise<OpenTree | undefined> {
  const { columns } = file;
  const number = columns.problem.data[row]!;
  const strategy = scope === undefined ? file.summary.strategy : await board.strategyOf(file, row, scope);
  const splitAt = async (at: number) =>
    scope === undefined ? file.split(at, strategy) : (await board.splitRow(file, at, scope)).split;
  const split = await splitAt(row);
  const of = { file: file.key, problem: split.problem, problemName: columns.problemName(number) };
  const given = await givenTree(file, row);
  if (given !== undefined && hasFork(given)) {
    const firstRow = columns.firstRowOfRecord(columns.record.data[row]!);
    return { ...of, ...openGiven(given, firstRow, split, strategy) };
  }
  if (columns.distinctTextsOf(number) < 2) return undefined;
  const rollouts: SplitRow[] = [];
  for (const rollout of columns.rowsOfProblem(number)) rollouts.push(await splitAt(rollout));
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
  return { ...of, ...merged, source: 'merged', ...layoutTree(merged.tree.parent) };
}

/** A tree as the file gives it. Siblings of equal text are one passage, so they are one node, with a count. */
function openGiven(given: RolloutTree, firstRow: number, split: SplitRow, strategy: Strategy) {
  const { tree, members } = mergeEqualSiblings(given);
  const rowsAt = tree.rowsEndingAt.map((samples) => samples.map((sample) => sample + firstRow));
  // The file's own steps are the nodes themselves.
  const passages =
    strategy.strategy === 'given'
      ? passagesOfTree(tree, undefined)
      : passagesOfTree(tree, (raw) => splitTrace({ ...split.trace, raw, zones: [] }, strategy).steps);
  const through = throughCounts({ ...tree, rowsEndingAt: rowsAt });
  const counts = Int32Array.from(members, (nodes) => nodes.length);
  return { tree, source: 'given' as const, passages, through, rowsAt, counts, ...layoutTree(tree.parent) };
}

async function givenTree(file: LibraryFile, row: number): Promise<RolloutTree | undefined> {
  const { trees } = await file.readingOfRow(row);
  const sample = file.columns.sample.data[row]!;
  return trees.find((tree) => tree.rowsEndingAt.some((rows) => rows.includes(sample)));
}

const hasFork = (tree: RolloutTree) => leavesOf(tree).length > 1;
