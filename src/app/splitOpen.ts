// How the open trace becomes steps.

import { passageId, passagesOf } from '../core/identity';
import { ownCuts, type Annotations } from '../core/labels';
import type { Range, Strategy, Zone } from '../core/model';
import type { OpenTrace } from '../data/api';
import type { Splitting } from './reading';
import { keyAtOf } from './selectShown';
import type { ReaderSlice, StepView } from './state';

/** The steps of a trace with their passages and zones; `ranges` and `zones` are sorted. */
function viewSteps(open: OpenTrace, ranges: readonly Range[], zones: readonly Zone[]): StepView[] {
  let z = 0;
  return passagesOf(open.problem.key, open.trace.raw, ranges).map((passage, index) => {
    while (z < zones.length && zones[z]!.end <= passage.start) z++;
    const zone = zones[z];
    const inside = zone !== undefined && zone.start <= passage.start ? zone : undefined;
    return { index, start: passage.start, end: passage.end, passage, id: passageId(passage), zone: inside };
  });
}

export type Split = Pick<ReaderSlice, 'strategy' | 'segmentation' | 'steps' | 'zones' | 'splitBy'>;

/** A trace as the strategy that holds for it and the person's own cuts make it. `fallback`: what the file opens
 *  with. */
export function splitOpen(
  { findZones, splitSteps, stepRanges, applyOwnCuts }: Splitting,
  open: OpenTrace,
  annotations: Annotations,
  fallback: Strategy,
): Split {
  const { trace } = open;
  const { splits } = annotations;
  const strategy = splits.get(open.problem.key) ?? splits.get(open.file) ?? splits.get('default') ?? fallback;
  const cuts = ownCuts(annotations, trace.raw.length, keyAtOf(trace));
  const segmentation = applyOwnCuts(trace.raw, splitSteps(trace, strategy), cuts);
  const zones = findZones(trace);
  const steps = viewSteps(open, stepRanges(segmentation), zones);
  return { strategy, segmentation, zones, steps, splitBy: annotations };
}

/** Of another splitting, the step in which `start` lies, else the next. */
export function stepAt(steps: readonly StepView[], start: number): number {
  const found = steps.findIndex(({ end }) => end > start);
  return found < 0 ? steps.length - 1 : found;
}
