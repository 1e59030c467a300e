import { foldLog } from '../../core/labels';
import type { Change, Scope } from '../../core/model';
import type { AnnotatorChoice } from '../api';
import type { ChangeReader } from '../log';
import { scopeId } from './annotationCache';
import type { LibraryFile } from './libraryFile';

/** Who said something about the file's problems: people of the log, and people the file itself names. */
export async function annotatorsOf(file: LibraryFile, log: ChangeReader): Promise<AnnotatorChoice[]> {
  const targets = [...(await log.touched())].filter((target) => file.columns.problemNumber(target) >= 0);
  const changes = await log.changesOf(targets);
  const scopes = new Map<string, Scope>(changes.map(({ scope }) => [scopeId(scope), scope]));
  const verdicts = new Map<string, number>();
  for (const scope of scopes.values()) {
    const before = verdicts.get(scope.annotator) ?? 0;
    verdicts.set(scope.annotator, before + countVerdicts(changes, scope));
  }
  return [
    ...[...verdicts].map(([name, count]) => ({ name, from: 'log' as const, verdicts: count })),
    ...file
      .givenAnnotators()
      .filter(({ name }) => !verdicts.has(name))
      .map((choice) => ({ ...choice, from: 'file' as const })),
  ];
}

function countVerdicts(changes: readonly Change[], scope: Scope): number {
  let count = 0;
  for (const { judgement } of foldLog(changes, scope).passages.values()) {
    if (judgement.verdict !== undefined) count++;
  }
  return count;
}
