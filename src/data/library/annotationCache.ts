// What the log says, folded by problem and scope, kept until a change names the problem.

import { foldLog, NO_ANNOTATIONS } from '../../core/labels';
import type { Annotations } from '../../core/labels';
import type { Change, FileKey, ProblemKey, Scope, SplitTarget } from '../../core/model';
import type { ChangeReader, Touched } from '../log';

export const scopeId = ({ annotator, protocol, pack, round }: Scope) =>
  JSON.stringify([annotator, protocol, pack, round]);

export class AnnotationCache {
  private readonly log: ChangeReader;
  private readonly folded = new Map<string, Promise<Annotations>>();
  private touchedTargets: Promise<Set<SplitTarget>> | undefined;

  constructor(log: ChangeReader) {
    this.log = log;
  }

  touched(): Promise<Touched> {
    return (this.touchedTargets ??= this.log.touched().then((targets) => new Set(targets)));
  }

  /** Of the problem, with the splits of the file and the default beneath. */
  async of(problem: ProblemKey, file: FileKey, scope: Scope): Promise<Annotations> {
    const base = await this.ofFile(file, scope);
    const touched = await this.touched();
    if (!touched.has(problem)) return base;
    return this.keep(problem, `${file} ${scopeId(scope)}`, async () =>
      foldLog(await this.log.changesOf([problem]), scope, base),
    );
  }

  async changed(changes: readonly Change[]): Promise<void> {
    const touched = this.touchedTargets === undefined ? undefined : await this.touchedTargets;
    for (const target of changes.flatMap(({ problems }) => problems)) {
      touched?.add(target);
      for (const id of this.folded.keys()) if (id.startsWith(`${target} `)) this.folded.delete(id);
    }
  }

  /** Splits lie under every problem's state. */
  forgetAll(): void {
    this.folded.clear();
  }

  private ofFile(file: FileKey, scope: Scope): Promise<Annotations> {
    return this.keep(file, scopeId(scope), async () => {
      const touched = await this.touched();
      const targets = [file, 'default' as const].filter((target) => touched.has(target));
      return targets.length === 0 ? NO_ANNOTATIONS : foldLog(await this.log.changesOf(targets), scope);
    });
  }

  private keep(target: SplitTarget, id: string, fold: () => Promise<Annotations>): Promise<Annotations> {
    const key = `${target} ${id}`;
    const kept = this.folded.get(key);
    if (kept !== undefined) return kept;
    const folding = fold();
    this.folded.set(key, folding);
    folding.catch(() => this.folded.delete(key));
    return folding;
  }
}
