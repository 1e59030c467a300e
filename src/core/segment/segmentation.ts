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

/** Collects ranges from left to right; what no range covers is a gap, and gaps are merged. */
export class RangeList {
  private readonly ends: number[] = [];
  private readonly kinds: number[] = [];

  get end(): number {
    return this.ends.at(-1) ?? 0;
  }

  push(start: number, end: number, kind: number): void {
    if (start > this.end) this.add(start, GAP);
    this.add(end, kind);
  }

  /** The range pushed last reaches to `end` instead. */
  replaceLast(end: number): void {
    this.ends[this.ends.length - 1] = end;
  }

  private add(end: number, kind: number): void {
    if (kind === GAP && this.kinds.at(-1) === GAP) this.ends[this.ends.length - 1] = end;
    else {
      this.ends.push(end);
      this.kinds.push(kind);
    }
  }

  /** What was collected, up to `length`, as a segmentation. */
  toSegmentation({ strategy, params, version }: Strategy, length: number): Segmentation {
    if (length > this.end) this.add(length, GAP);
    const bounds = new Uint32Array(this.ends.length + 1);
    bounds.set(this.ends, 1);
    return { strategy, params, version, bounds, kinds: Uint8Array.from(this.kinds) };
  }
}
