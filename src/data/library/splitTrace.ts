// A trace cut into steps, with the passages they are judged by.

import { passagesOf } from '../../core/identity';
import { ownCuts, prefixKeys } from '../../core/labels';
import type { Annotations } from '../../core/labels';
import type { Passage, Range, Segmentation, Strategy, TextKey, Trace, Zone } from '../../core/model';
import { applyOwnCuts, findZones, splitSteps, stepRanges } from '../../core/segment';

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

/** The same with a person's own cuts; what they do not change is shared. */
export function withOwnCuts<S extends SplitTrace & { trace: Trace }>(split: S, annotations: Annotations): S {
  const { problem, raw } = split.trace;
  const cuts = ownCuts(annotations, raw.length, split.keyAt);
  if (cuts.length === 0) return split;
  const segmentation = applyOwnCuts(raw, split.segmentation, cuts);
  const steps = stepRanges(segmentation);
  return { ...split, segmentation, steps, passages: passagesOf(problem, raw, steps) };
}
