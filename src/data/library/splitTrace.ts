// A trace cut into steps, with the passages they are judged by.

import { passagesOf } from '../../core/identity';
import { prefixKeys } from '../../core/labels';
import type { Passage, Range, Segmentation, Strategy, TextKey, Trace, Zone } from '../../core/model';
import { findZones, splitSteps, stepRanges } from '../../core/segment';

export interface SplitTrace {
  zones: Zone[];
  segmentation: Segmentation;
  steps: Range[];
  passages: Passage[];
  /** Keys of the text's prefixes, for judgements whose passage is no step. */
  keyAt: (end: number) => TextKey;
}

export const strategyId = ({ strategy, params, version }: Strategy) =>
  JSON.stringify([strategy, params, version]);

export function splitTrace(trace: Trace, strategy: Strategy): SplitTrace {
  const zones = findZones(trace);
  const segmentation = splitSteps({ ...trace, zones }, strategy);
  const steps = stepRanges(segmentation);
  return {
    zones,
    segmentation,
    steps,
    passages: passagesOf(trace.problem, trace.raw, steps),
    keyAt: prefixKeys(trace.problem, trace.raw),
  };
}
