import { passageId } from '../identity';
import type { PassageId } from '../identity';
import type { Change } from '../model';

/** The step that the time of a change was spent on: the one it is about, of several the one that was said by key.
 *  undefined where it is about none, or where it cannot be told (`A`, a new cut). */
export function stepOfTime({ edits }: Pick<Change, 'edits'>): PassageId | undefined {
  const onPassages = edits.filter((edit) => edit.on === 'passage');
  const own =
    onPassages.length === 1
      ? onPassages
      : onPassages.filter((edit) => (edit.after ?? edit.before)?.by !== 'bulk');
  return own.length === 1 ? passageId(own[0]!.at) : undefined;
}

/** Active ms by step. */
export function timeBySteps(changes: readonly Pick<Change, 'edits' | 'activeMs'>[]): Map<PassageId, number> {
  const times = new Map<PassageId, number>();
  for (const change of changes) {
    const step = stepOfTime(change);
    if (step !== undefined) times.set(step, (times.get(step) ?? 0) + change.activeMs);
  }
  return times;
}
