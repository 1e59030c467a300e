// A person's own cuts on top of a base segmentation.

import { STEP } from '../model';
import type { Cuts, Segmentation } from '../model';
import { RangeList } from './segmentation';
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
  return ranges.toSegmentation({ strategy, params, version }, raw.length);
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
