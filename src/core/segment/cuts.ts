// A person's own cuts on top of a base segmentation.

import { STEP } from '../model';
import type { Cuts, Range, Segmentation } from '../model';
import { RangeList, stepRanges } from './segmentation';
import { isLegalCut, trimmed } from './whiteSpace';

/** `added` are offsets inside a step where a new one begins; `removed` are starts of steps that are joined to the
 *  step before (over white space only). An offset that is neither is left out; what is both is removed. */
export function applyCuts(raw: string, segmentation: Segmentation, cuts: readonly Cuts[]): Segmentation {
  const removed = new Set(cuts.flatMap((cut) => cut.removed));
  const added = [...new Set(cuts.flatMap((cut) => cut.added))]
    .filter((at) => isLegalCut(raw, at))
    .sort((a, b) => a - b);
  if (removed.size === 0 && added.length === 0) return segmentation;
  const pieces = cutPieces(raw, segmentation, added);
  const ranges = new RangeList();
  for (const [i, piece] of pieces.entries()) {
    const before = pieces[i - 1];
    const joins = before && piece.kind === STEP && before.kind === STEP && removed.has(piece.start);
    if (joins && !trimmed(raw, before.end, piece.start)) {
      piece.start = before.start;
      ranges.replaceLast(piece.end);
    } else ranges.push(piece.start, piece.end, piece.kind);
  }
  const { strategy, params, version } = segmentation;
  return ranges.toSegmentation({ strategy, params, version }, segmentation.bounds.at(-1) ?? raw.length);
}

/** Cuts kept at the passage they cut or join. Each acts only where its passage stands: one that joins where two
 *  steps make it up, one that cuts where it is a step, so that under another strategy they wait. One may build on
 *  what another left; each acts once. */
export function applyOwnCuts(
  raw: string,
  base: Segmentation,
  own: readonly { at: Range; cuts: Cuts }[],
): Segmentation {
  const waiting = own.flatMap(({ at, cuts }) => [
    ...cuts.removed.map((start) => ({ at, added: [], removed: [start] })),
    ...(cuts.added.length > 0 ? [{ at, added: cuts.added, removed: [] }] : []),
  ]);
  waiting.sort((a, b) => a.at.start - b.at.start || a.at.end - b.at.end);
  let now = base;
  for (;;) {
    const steps = waiting.length === 0 ? [] : stepRanges(now);
    const index = new Map(steps.map(({ start }, i) => [start, i]));
    const next = waiting.findIndex(({ at, removed }) => {
      const first = index.get(at.start);
      if (first === undefined) return false;
      const last = steps[removed.length === 0 ? first : first + 1];
      return last?.end === at.end && (removed.length === 0 || last.start === removed[0]);
    });
    if (next < 0) return now;
    now = applyCuts(raw, now, waiting.splice(next, 1));
  }
}

interface Piece {
  start: number;
  end: number;
  kind: number;
}

/** Steps and markers, the steps cut at `added` (sorted). */
function cutPieces(raw: string, { bounds, kinds }: Segmentation, added: readonly number[]): Piece[] {
  const pieces: Piece[] = [];
  let next = 0;
  for (let i = 0; i < kinds.length; i++) {
    const kind = kinds[i]!;
    let start = bounds[i]!;
    const end = bounds[i + 1]!;
    while (next < added.length && added[next]! <= start) next++;
    for (; next < added.length && added[next]! < end; next++) {
      if (kind !== STEP) continue;
      const head = trimmed(raw, start, added[next]!);
      const tail = trimmed(raw, added[next]!, end);
      if (!head || !tail) continue;
      pieces.push({ start, end: head.end, kind });
      start = tail.start;
    }
    if (kind !== 2) pieces.push({ start, end, kind });
  }
  return pieces;
}
