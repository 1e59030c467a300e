// Progress of whole files, kept by problem: a change makes only the rows of its problem be looked at again.

import type { Annotations } from '../../core/labels';
import type { Change, ProblemKey, Protocol, Scope, Strategy } from '../../core/model';
import { scopeId } from './annotationCache';
import type { AnnotationCache } from './annotationCache';
import type { KnownProtocols } from './knownProtocols';
import type { LibraryFile, SplitRow } from './libraryFile';
import { rowProgress, UNJUDGED } from './rowProgress';
import type { ProgressLookup, RowProgress } from './rowProgress';
import { withOwnCuts } from './splitTrace';

export interface FileProgress {
  lookup: ProgressLookup;
  finishedTexts: number;
  startedTexts: number;
}
type ByProblem = Map<number, Map<number, RowProgress>>;

/** The strategy that holds for a problem: its own, its file's, the default one that was chosen, the guessed. */
function strategyFor(file: LibraryFile, problem: ProblemKey, { splits }: Annotations): Strategy {
  return splits.get(problem) ?? splits.get(file.key) ?? splits.get('default') ?? file.summary.strategy;
}

export class ProgressBoard {
  private readonly annotations: AnnotationCache;
  private readonly protocols: KnownProtocols;
  private readonly kept = new WeakMap<LibraryFile, Map<string, ByProblem>>();

  constructor(annotations: AnnotationCache, protocols: KnownProtocols) {
    this.annotations = annotations;
    this.protocols = protocols;
  }

  protocolOf(scope: Scope): Promise<Protocol> {
    return this.protocols.of(scope);
  }

  async splitRow(
    file: LibraryFile,
    row: number,
    scope: Scope,
  ): Promise<{ split: SplitRow; annotations: Annotations }> {
    const problem = file.columns.problemKey(file.columns.problem.data[row]!);
    const annotations = await this.annotations.of(problem, file.key, scope);
    const split = await file.split(row, strategyFor(file, problem, annotations));
    return { split: withOwnCuts(split, annotations), annotations };
  }

  async strategyOf(file: LibraryFile, row: number, scope: Scope): Promise<Strategy> {
    const problem = file.columns.problemKey(file.columns.problem.data[row]!);
    return strategyFor(file, problem, await this.annotations.of(problem, file.key, scope));
  }

  async ofRow(file: LibraryFile, row: number, scope: Scope): Promise<RowProgress> {
    const protocol = await this.protocolOf(scope);
    const { split, annotations } = await this.splitRow(file, row, scope);
    return rowProgress(split, annotations, protocol);
  }

  async ofFile(file: LibraryFile, scope: Scope): Promise<FileProgress> {
    const byProblem = this.keptFor(file, scope);
    const { columns } = file;
    for (const target of await this.annotations.touched()) {
      const problem = columns.problemNumber(target);
      if (problem < 0) continue;
      const rows = byProblem.get(problem) ?? new Map<number, RowProgress>();
      byProblem.set(problem, rows);
      for (const row of columns.rowsOfProblem(problem)) {
        if (!rows.has(row)) rows.set(row, await this.ofRow(file, row, scope));
      }
    }
    return {
      lookup: (row) => byProblem.get(columns.problem.data[row]!)?.get(row) ?? UNJUDGED,
      ...countTexts(file, byProblem),
    };
  }

  changed(file: LibraryFile, changes: readonly Change[]): void {
    const problems = changes
      .flatMap((change) => change.problems)
      .map((key) => file.columns.problemNumber(key));
    for (const byProblem of this.kept.get(file)?.values() ?? []) {
      for (const problem of problems) byProblem.delete(problem);
    }
  }

  /** Another strategy: every strip looks different. */
  forget(file: LibraryFile): void {
    this.kept.delete(file);
  }

  private keptFor(file: LibraryFile, scope: Scope): ByProblem {
    const byScope = this.kept.get(file) ?? new Map<string, ByProblem>();
    this.kept.set(file, byScope);
    const kept = byScope.get(scopeId(scope)) ?? new Map<number, Map<number, RowProgress>>();
    byScope.set(scopeId(scope), kept);
    return kept;
  }
}

function countTexts({ columns }: LibraryFile, byProblem: ByProblem) {
  const finished = new Set<number>();
  const started = new Set<number>();
  for (const rows of byProblem.values()) {
    for (const [row, { state }] of rows) {
      if (state === 'finished') finished.add(columns.text.data[row]!);
      else if (state === 'started') started.add(columns.text.data[row]!);
    }
  }
  return { finishedTexts: finished.size, startedTexts: started.size };
}
