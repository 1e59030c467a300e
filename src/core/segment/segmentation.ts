import { GAP, STEP } from '../model';
import type { Range, Segmentation, Strategy } from '../model';

/** The ranges of `segmentation` that are judged, in order. */
export function stepRanges(segmentation: Segmentation): Range[] {
  const { bounds, kinds } = segmentation;
  const steps: Range[] = [];
  for (let i = 0; i < kinds.length; i++)
    if (kinds[i] === STEP) steps.push({ start: bounds[i]!, end: bounds[i + 1]! });
  return steps;
}

/** Throws unless the ranges are sorted, none is empty, and joining their slices gives `raw` back. */
export function assertCovers(raw: string, segmentation: Segmentation): void {
  const { bounds, kinds } = segmentation;
  if (bounds.length !== kinds.length + 1)
    throw new Error(`${kinds.length} kinds for ${bounds.length} bounds`);
  if (bounds[0] !== 0 || bounds[kinds.length] !== raw.length)
    throw new Error(`covers ${bounds[0]} to ${bounds[kinds.length]} of ${raw.length} units`);
  for (let i = 0; i < kinds.length; i++)
    if (bounds[i]! >= bounds[i + 1]!)
      throw new Error(`range ${i} ends at ${bounds[i + 1]}, before it begins`);
}

const FIRST_CAPACITY = 64;

/** Collects ranges from left to right; what no range covers is a gap, and gaps are merged. Typed arrays that double:
 *  a plain array of a million bounds costs several times more an entry than one of a thousand. */
export class RangeList {
  /** bounds[i + 1] is the end of range i. */
  private bounds = new Uint32Array(FIRST_CAPACITY + 1);
  private kinds = new Uint8Array(FIRST_CAPACITY);
  private count = 0;

  get end(): number {
    return this.bounds[this.count]!;
  }

  push(start: number, end: number, kind: number): void {
    if (start > this.end) this.add(start, GAP);
    this.add(end, kind);
  }

  /** The range pushed last reaches to `end` instead. */
  replaceLast(end: number): void {
    this.bounds[this.count] = end;
  }

  private add(end: number, kind: number): void {
    const continuesGap = kind === GAP && this.count > 0 && this.kinds[this.count - 1] === GAP;
    if (!continuesGap) {
      if (this.count === this.kinds.length) this.grow();
      this.kinds[this.count++] = kind;
    }
    this.bounds[this.count] = end;
  }

  private grow(): void {
    const { bounds, kinds } = this;
    this.bounds = new Uint32Array(2 * kinds.length + 1);
    this.bounds.set(bounds);
    this.kinds = new Uint8Array(2 * kinds.length);
    this.kinds.set(kinds);
  }

  /** What was collected, up to `length`, as a segmentation. */
  toSegmentation({ strategy, params, version }: Strategy, length: number): Segmentation {
    if (length > this.end) this.add(length, GAP);
    const { bounds, kinds, count } = this;
    return { strategy, params, version, bounds: bounds.slice(0, count + 1), kinds: kinds.slice(0, count) };
  }
}
