// How the open trace becomes steps.

import { passageId, PrefixHash } from '../core/identity';
import { ownCuts, type Annotations } from '../core/labels';
import type { Range, Segmentation, Strategy, TextKey, Zone } from '../core/model';
import type { OpenTrace } from '../data/api';
import type { Splitting } from './reading';
import { keyAtOf } from './selectShown';
import type { ReaderSlice, StepView } from './state';

/** A longer text is split in pieces: what the first screens need is there at once, the rest follows behind. */
const FIRST_UNITS = 300_000;
const LONG_UNITS = 1_500_000;
/** Between two of them the page can draw and answer keys: a few ms of work. */
const PIECE_UNITS = 60_000;
const PIECE_STEPS = 500;

export type Split = Pick<
  ReaderSlice,
  'strategy' | 'segmentation' | 'steps' | 'zones' | 'splitBy' | 'splitTo'
>;

/** Makes step views from left to right, their passages hashed in one pass. */
class StepViews {
  readonly steps: StepView[] = [];
  private readonly hash: PrefixHash;
  private fedTo = 0;
  private z = 0;
  private readonly raw: string;
  private readonly zones: readonly Zone[];

  constructor({ problem, trace }: OpenTrace, zones: readonly Zone[]) {
    this.raw = trace.raw;
    this.zones = zones;
    this.hash = new PrefixHash().update(problem.key);
  }

  /** `ranges` are sorted and lie behind those added before. */
  add(ranges: readonly Range[]): void {
    for (const { start, end } of ranges) {
      while (this.z < this.zones.length && this.zones[this.z]!.end <= start) this.z++;
      const zone = this.zones[this.z];
      const inside = zone !== undefined && zone.start <= start ? zone : undefined;
      this.hash.update(this.raw, this.fedTo, end);
      this.fedTo = end;
      const passage = { upTo: this.hash.key() as TextKey, start, end };
      this.steps.push({
        index: this.steps.length,
        start,
        end,
        passage,
        id: passageId(passage),
        zone: inside,
      });
    }
  }
}

/** The choice that holds for a trace. `fallback`: what its file opens with. */
function strategyFor(open: OpenTrace, { splits }: Annotations, fallback: Strategy): Strategy {
  return splits.get(open.problem.key) ?? splits.get(open.file) ?? splits.get('default') ?? fallback;
}

/** Only the first screens of a very long text are split before it is shown. */
export const isSplitInParts = ({ trace }: OpenTrace): boolean =>
  trace.raw.length > LONG_UNITS && trace.given === undefined;

/** The beginning of a long trace as the strategy that holds for it and the person's own cuts make
 *  it; a text that is not much longer is split whole. */
export function splitFirst(
  splitting: Splitting,
  open: OpenTrace,
  annotations: Annotations,
  fallback: Strategy,
): Split {
  const { raw, zones } = open.trace;
  if (!isSplitInParts(open))
    return finished(splitInPieces(splitting, open, annotations, fallback, raw.length));
  const strategy = strategyFor(open, annotations, fallback);
  const [first] = splitting.splitIncrementally(open.trace, strategy, FIRST_UNITS);
  const cuts = ownCuts(annotations, raw.length, keyAtOf(open.trace));
  const segmentation = splitting.applyOwnCuts(raw, first!.segmentation, cuts);
  const head = {
    raw: raw.slice(0, first!.upTo),
    zones: zones
      .filter(({ start }) => start < first!.upTo)
      .map((zone) => ({ ...zone, end: Math.min(zone.end, first!.upTo) })),
  };
  const found = splitting.findZones(head, splitting.readParams(strategy).tags);
  const views = new StepViews(open, found);
  views.add(splitting.stepRanges(segmentation));
  const { steps } = views;
  return { strategy, segmentation, zones: found, steps, splitBy: annotations, splitTo: first!.upTo };
}

/** All of a trace; yields after each piece of work, how much of the text is cut. */
export function* splitInPieces(
  splitting: Splitting,
  open: OpenTrace,
  annotations: Annotations,
  fallback: Strategy,
  pieceUnits = PIECE_UNITS,
): Generator<number, Split> {
  const { trace } = open;
  const strategy = strategyFor(open, annotations, fallback);
  let base: Segmentation | undefined;
  for (const piece of splitting.splitIncrementally(trace, strategy, pieceUnits)) {
    if (piece.done) base = piece.segmentation;
    else yield piece.upTo;
  }
  const { tags } = splitting.readParams(strategy);
  const walk = splitting.findZonesIncrementally(trace, tags, pieceUnits);
  let zones = walk.next();
  for (; zones.done !== true; zones = walk.next()) yield trace.raw.length;
  const cuts = ownCuts(annotations, trace.raw.length, keyAtOf(trace));
  const segmentation = splitting.applyOwnCuts(trace.raw, base!, cuts);
  const views = new StepViews(open, zones.value);
  const ranges = splitting.stepRanges(segmentation);
  for (let i = 0; i < ranges.length; i += PIECE_STEPS) {
    views.add(ranges.slice(i, i + PIECE_STEPS));
    yield trace.raw.length;
  }
  const { steps } = views;
  return { strategy, segmentation, zones: zones.value, steps, splitBy: annotations, splitTo: undefined };
}

function finished(pieces: Generator<number, Split>): Split {
  for (;;) {
    const next = pieces.next();
    if (next.done === true) return next.value;
  }
}

/** A trace as the strategy that holds for it and the person's own cuts make it. */
export function splitOpen(
  splitting: Splitting,
  open: OpenTrace,
  annotations: Annotations,
  fallback: Strategy,
): Split {
  return finished(splitInPieces(splitting, open, annotations, fallback, open.trace.raw.length));
}

/** Of another splitting, the step in which `start` lies, else the next. */
export function stepAt(steps: readonly StepView[], start: number): number {
  const found = steps.findIndex(({ end }) => end > start);
  return found < 0 ? steps.length - 1 : found;
}
