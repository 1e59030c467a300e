// An export: every row of the file with what one annotator said, written by a target, read back and compared.

import {
  addRow,
  buildSidecar,
  compareExport,
  emptyReport,
  missingPolicies,
  targetById,
  writeTree,
} from '../../core/labels/export';
import type {
  ExpectedRow,
  ExportReport,
  ExportRow,
  ExportTarget,
  WrittenRow,
} from '../../core/labels/export';
import {
  annotationsOfGiven,
  clearedSteps,
  matchJudgements,
  orderLog,
  propagatedSteps,
  scopeMatches,
  timeBySteps,
  usedIn,
} from '../../core/labels';
import type { StopSignal } from '../../core/bytes';
import { passageId } from '../../core/identity';
import type { PassageId } from '../../core/identity';
import type { Change, ProblemKey, Protocol, Scope } from '../../core/model';
import { version } from '../../../package.json';
import type { ExportedFile, ExportPreview, ExportRequest } from '../api';
import type { ChangeReader } from '../log';
import type { LibraryFile } from './libraryFile';
import { LineWriter, linesOf } from './lineWriter';
import type { ProgressBoard } from './progressBoard';
import { stepShowing } from './rowProgress';

const PREVIEW_LINES = 3;
const PROGRESS_ROWS = 200;

export interface ExportSources {
  file: LibraryFile;
  board: ProgressBoard;
  log: ChangeReader;
}
interface Written {
  line: string;
  /** undefined: a line that is not compared (head, tree). */
  expected: ExpectedRow | undefined;
}

export async function previewExport(request: ExportRequest, sources: ExportSources): Promise<ExportPreview> {
  const { target, report } = begin(request);
  const firstLines: string[] = [];
  for await (const { line, expected } of writeLines(request, sources, target, report)) {
    if (firstLines.length < PREVIEW_LINES && expected !== undefined) firstLines.push(line);
  }
  return { report, firstLines };
}

export async function exportFile(
  request: ExportRequest,
  sources: ExportSources,
  context: {
    signal: StopSignal;
    onProgress: (progress: { done: number; of: number }) => void;
    nowMs: () => number;
  },
): Promise<ExportedFile> {
  const { target, report } = begin(request);
  const of = sources.file.columns.rows;
  const writer = new LineWriter();
  const expected: (ExpectedRow | undefined)[] = [];
  let postedAt = 0;
  for await (const written of writeLines(request, sources, target, report)) {
    if (context.signal.aborted) throw new Error('The export was stopped; no file was written.');
    writer.write(written.line);
    expected.push(written.expected);
    if (report.considered - postedAt < PROGRESS_ROWS) continue;
    postedAt = report.considered;
    context.onProgress({ done: postedAt, of });
    await new Promise((resume) => setTimeout(resume, 0));
  }
  const blob = writer.done();
  const difference = await readBack(target, blob, expected);
  context.onProgress({ done: of, of });
  const { name, key, format } = sources.file.summary;
  const base = `${name.replace(/\.[^.]*$/, '')}.${target.id}`;
  const fileName = `${base}.jsonl`;
  const sidecar = buildSidecar({
    target,
    policies: request.policies,
    report,
    annotator: request.annotator,
    scope: request.scope,
    rows: request.rows,
    source: { name, key, format },
    fileName,
    verified: difference === undefined,
    version,
    at: context.nowMs(),
  });
  return {
    report,
    file: blob,
    fileName,
    sidecar: new Blob([sidecar], { type: 'application/json' }),
    sidecarName: `${base}.export.json`,
    verified: difference === undefined,
    ...(difference === undefined ? {} : { difference }),
  };
}

function begin({ target: id, policies }: ExportRequest): { target: ExportTarget; report: ExportReport } {
  const target = targetById(id);
  if (target === undefined) throw new Error(`There is no export named ${id}.`);
  const missing = missingPolicies(id, policies);
  if (missing.length > 0)
    throw new Error(`${target.title} cannot be written before these are answered: ${missing.join(', ')}.`);
  return { target, report: emptyReport(target, policies) };
}

async function* writeLines(
  request: ExportRequest,
  sources: ExportSources,
  target: ExportTarget,
  report: ExportReport,
): AsyncGenerator<Written> {
  const { file, log } = sources;
  const changes = target.end === undefined ? [] : await changesOf(file, log);
  const context = { changes, ...usedIn(changes, request.own ?? { packs: [], protocols: [] }) };
  for (const line of target.begin?.(context) ?? []) yield { line, expected: undefined };
  yield* writeRows(request, sources, target, report, changes);
  for (const { line, position, expected } of target.end?.(context) ?? []) {
    yield { line, expected: { position, expected } };
  }
}

async function* writeRows(
  request: ExportRequest,
  sources: ExportSources,
  target: ExportTarget,
  report: ExportReport,
  changes: readonly Change[],
): AsyncGenerator<Written> {
  const { file, board } = sources;
  const { columns } = file;
  const scope: Scope = { ...request.scope, annotator: request.annotator };
  const said: Said = {
    scope,
    board,
    protocol: await board.protocolOf(scope),
    times: timeBySteps(changes.filter((change) => scopeMatches(change.scope, scope))),
    isInLog: await annotatesInLog(sources, scope),
  };
  const textsInTray = new Set<number>();
  for (let row = 0; row < columns.rows; row++) {
    if (target.id === 'stepmark') {
      for (const line of await treeLines(file, row)) yield { line, expected: undefined };
    }
    const { exported, inTray } = await exportRow(file, row, said);
    if (request.rows === 'finished' && exported.hindsight?.finish === undefined) continue;
    const written: WrittenRow = target.write(exported, request.policies);
    const text = columns.text.data[row]!;
    addRow(report, target, request.policies, {
      position: exported.position,
      written,
      inTray: textsInTray.has(text) ? 0 : inTray,
    });
    textsInTray.add(text);
    if (!written.ok) continue;
    yield { line: written.line, expected: { position: exported.position, expected: written.expected } };
  }
}

/** Whose labels, under which rules. */
interface Said {
  scope: Scope;
  protocol: Protocol;
  times: ReadonlyMap<PassageId, number>;
  board: ProgressBoard;
  isInLog: boolean;
}

/** Labels of the log, or (for an annotator whom only the file knows) those the file gives. */
async function exportRow(
  file: LibraryFile,
  row: number,
  { scope, protocol, times, board, isInLog }: Said,
): Promise<{ exported: ExportRow; inTray: number }> {
  const { split, annotations: ofLog } = await board.splitRow(file, row, scope);
  const { trace, of, problem, segmentation, zones } = split;
  const annotations = isInLog ? ofLog : annotationsOfGiven(of.given, scope.annotator, trace.text);
  const { byStep, tray } = matchJudgements(split.passages, trace.raw.length, annotations, split.keyAt);
  const judgements = byStep.map((judged) => judged?.judgement);
  const hindsight = annotations.texts.get(trace.text);
  return {
    exported: {
      problem,
      trace: { ...trace, zones },
      row: of,
      position: file.positionOf(row),
      segmentation,
      steps: split.passages,
      annotator: scope.annotator,
      judgements,
      hindsight,
      activeMs: byStep.map((judged) => judged && times.get(passageId(judged.at))),
      cleared: clearedSteps(protocol, hindsight, stepShowing(byStep)),
      propagated: propagatedSteps(protocol, judgements),
    },
    inTray: tray.length,
  };
}

/** A tree of the file is written before the first row of its record. */
async function treeLines(file: LibraryFile, row: number): Promise<string[]> {
  const { columns } = file;
  if (columns.sample.data[row] !== 0) return [];
  const beside = columns.attempt.data[row] === 0 ? await file.treesBeside(row) : [];
  const { trees, problems } = await file.readingOfRow(row);
  const inRecord = trees.flatMap((tree) => {
    const problem = problems.find(({ key }) => key === tree.problem);
    return problem === undefined ? [] : [{ problem, tree }];
  });
  return [...beside, ...inRecord].map(({ problem, tree }) => writeTree(problem, tree));
}

async function problemsTouched({ columns }: LibraryFile, log: ChangeReader): Promise<ProblemKey[]> {
  const touched = [...(await log.touched())];
  return touched.filter((target): target is ProblemKey => columns.problemNumber(target) >= 0);
}

async function changesOf(file: LibraryFile, log: ChangeReader): Promise<Change[]> {
  return orderLog(await log.changesOf([...(await problemsTouched(file, log)), file.key]));
}

async function annotatesInLog({ file, log }: ExportSources, { annotator }: Scope): Promise<boolean> {
  if (!file.givenAnnotators().some(({ name }) => name === annotator)) return true;
  const changes = await log.changesOf(await problemsTouched(file, log));
  return changes.some(({ scope }) => scope.annotator === annotator);
}

/** The bytes written, read again and compared with what was meant: the first difference in words. */
async function readBack(
  target: ExportTarget,
  blob: Blob,
  expected: readonly (ExpectedRow | undefined)[],
): Promise<string | undefined> {
  let lines = 0;
  for await (const batch of linesOf(blob)) {
    const meant = expected.slice(lines, lines + batch.length).filter((row) => row !== undefined);
    const difference = compareExport(target, batch, meant, lines + 1);
    if (difference !== undefined) return difference;
    lines += batch.length;
  }
  return lines === expected.length
    ? undefined
    : `The file has ${lines} lines, ${expected.length} were written.`;
}
