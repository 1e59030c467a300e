import { passageId } from '../identity';
import type { PassageId } from '../identity';
import type { Change, Passage, Scope, Verdict } from '../model';
import { foldLog } from './applyChange';
import { changeId } from './log';
import { canonicalJson } from './sameValue';

function touched(changes: readonly Change[]): Map<PassageId, Passage> {
  const places = new Map<PassageId, Passage>();
  for (const { edits } of changes) {
    for (const edit of edits) if (edit.on === 'passage') places.set(passageId(edit.at), edit.at);
  }
  return places;
}

const idsOf = (changes: readonly Change[]) => new Set(changes.map((one) => changeId(one.writer, one.n)));

function byScope(changes: readonly Change[]): Map<string, Change[]> {
  const groups = new Map<string, Change[]>();
  for (const change of changes) {
    const key = canonicalJson(change.scope);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [change]);
    else group.push(change);
  }
  return groups;
}

/** Where two logs of one annotator (same protocol, pack, round) went different ways: both have changes there
 *  that the other lacks, and they end in different verdicts. An older copy of a log differs from it nowhere. */
export function differingVerdicts(
  mine: readonly Change[],
  theirs: readonly Change[],
): { at: Passage; scope: Scope; verdicts: Verdict[] }[] {
  const [mineIds, theirIds] = [idsOf(mine), idsOf(theirs)];
  const onlyMine = mine.filter((one) => !theirIds.has(changeId(one.writer, one.n)));
  const onlyTheirs = theirs.filter((one) => !mineIds.has(changeId(one.writer, one.n)));
  const mineByScope = byScope(onlyMine);
  const differing: { at: Passage; scope: Scope; verdicts: Verdict[] }[] = [];
  for (const [key, theirNew] of byScope(onlyTheirs)) {
    const mineNew = mineByScope.get(key);
    const scope = theirNew[0]?.scope;
    if (mineNew === undefined || scope === undefined) continue;
    const [mineState, theirState] = [foldLog(mine, scope), foldLog(theirs, scope)];
    const theirPlaces = touched(theirNew);
    for (const [id, at] of touched(mineNew)) {
      if (!theirPlaces.has(id)) continue;
      const a = mineState.passages.get(id)?.judgement.verdict;
      const b = theirState.passages.get(id)?.judgement.verdict;
      if (a !== undefined && b !== undefined && a !== b) differing.push({ at, scope, verdicts: [a, b] });
    }
  }
  return differing;
}
