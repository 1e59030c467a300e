import { STEP } from '../model';
import type { Range, Segmentation, Strategy, Zone } from '../model';
import { findZones } from './findZones';
import { RangeList } from './segmentation';
import { trimmed } from './whiteSpace';

export interface SplitInput {
  raw: string;
  zones: readonly Zone[];
  given?: readonly Range[];
}

/** Ranges are sorted, disjoint and cover `raw`; joining their slices gives `raw` back. */
export function splitSteps(trace: SplitInput, strategy: Strategy): Segmentation {
  const ranges = new RangeList();
  if (strategy.strategy === 'given' && trace.given) {
    for (const { start, end } of trace.given) if (end > start) ranges.push(start, end, STEP);
    return ranges.toSegmentation(strategy, trace.raw.length);
  }
  const cut = strategy.strategy === 'line' ? /\r?\n/g : /\n\s*\n/g;
  for (const zone of findZones(trace)) {
    if (zone.kind === 'result' || zone.kind === 'user' || zone.kind === 'marker') continue;
    let from = zone.start;
    for (const { index } of trace.raw.slice(zone.start, zone.end).matchAll(cut)) {
      const step = trimmed(trace.raw, from, zone.start + index);
      if (step) ranges.push(step.start, step.end, STEP);
      from = zone.start + index;
    }
    const step = trimmed(trace.raw, from, zone.end);
    if (step) ranges.push(step.start, step.end, STEP);
  }
  return ranges.toSegmentation(strategy, trace.raw.length);
}
