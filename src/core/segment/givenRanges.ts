import { MARKER, STEP } from '../model';
import type { Range, Segmentation, Strategy, Zone } from '../model';
import { holdsSteps } from './answers';
import { findZones } from './findZones';
import { RangeList, stepRanges } from './segmentation';
import { RuleSplit } from './ruleSplit';
import type { SplitInput } from './ruleSplit';
import { readParams, strategyOf } from './strategies';
import { trimmed } from './whiteSpace';

/** Steps exactly as given, white space at their ends included. A zone that no given step touches (a response
 *  behind a thinking whose chunks a file gives) is cut into paragraphs; other text between them is gap. */
export function givenSegmentation(
  trace: SplitInput,
  given: readonly Range[],
  strategy: Strategy,
): Segmentation {
  const { raw } = trace;
  const steps = given.filter(({ start, end }) => start < end);
  const pieces = steps
    .map((step) => ({ ...step, kind: STEP }))
    .concat(leavesText(raw, steps) ? untouched(trace, steps, strategy) : []);
  pieces.sort((a, b) => a.start - b.start);
  const ranges = new RangeList();
  for (const { start, end, kind } of pieces) if (start >= ranges.end) ranges.push(start, end, kind);
  return ranges.toSegmentation(strategy, raw.length);
}

function leavesText(raw: string, steps: readonly Range[]): boolean {
  let at = 0;
  for (const { start, end } of steps) {
    if (trimmed(raw, at, start)) return true;
    at = Math.max(at, end);
  }
  return trimmed(raw, at, raw.length) !== undefined;
}

/** One walk over all of them: many zones must not cost a walk each. */
function untouched(
  trace: SplitInput,
  steps: readonly Range[],
  strategy: Strategy,
): (Range & { kind: number })[] {
  const found: (Range & { kind: number })[] = [];
  const open: Zone[] = [];
  let i = 0;
  for (const zone of findZones(trace, readParams(strategy).tags)) {
    while (i < steps.length && steps[i]!.end <= zone.start) i++;
    const step = steps[i];
    if (step && step.start < zone.end) continue;
    if (zone.kind === 'marker') found.push({ start: zone.start, end: zone.end, kind: MARKER });
    else if (holdsSteps(zone.kind)) open.push(zone);
  }
  if (open.length === 0) return found;
  const { scan, writer } = new RuleSplit({ raw: trace.raw, zones: open }, strategyOf('blank'));
  scan.advance(Infinity);
  const inZones = writer.ranges.toSegmentation(strategy, trace.raw.length);
  for (const range of stepRanges(inZones)) found.push({ ...range, kind: STEP });
  return found;
}
