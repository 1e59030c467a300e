import { passageId, passagesOf } from '../core/identity';
import { matchJudgements, NO_ANNOTATIONS, ownCuts, type Annotations } from '../core/labels';
import type { Strategy, Trace } from '../core/model';
import { applyOwnCuts, splitSteps, stepRanges } from '../core/segment';
import { keyAtOf } from './selectShown';

export interface SplitPreview {
  /** Steps of this trace. */
  count: number;
  /** Judgements of this trace, and where they would show. */
  judged: number;
  kept: number;
  near: number;
  tray: number;
}

/** What another strategy would make of the trace and its labels; nothing is changed. */
export function previewSplit(
  trace: Trace,
  strategy: Strategy,
  annotations: Annotations = NO_ANNOTATIONS,
): SplitPreview {
  const keyAt = keyAtOf(trace);
  const cuts = ownCuts(annotations, trace.raw.length, keyAt);
  const ranges = stepRanges(applyOwnCuts(trace.raw, splitSteps(trace, strategy), cuts));
  if (annotations.passages.size === 0) return { count: ranges.length, judged: 0, kept: 0, near: 0, tray: 0 };
  const passages = passagesOf(trace.problem, trace.raw, ranges);
  const { byStep, tray } = matchJudgements(passages, trace.raw.length, annotations, keyAt);
  const kept = passages.filter((at) => annotations.passages.has(passageId(at))).length;
  const shown = byStep.filter((one) => one !== undefined).length;
  return {
    count: ranges.length,
    judged: shown + tray.length,
    kept,
    near: shown - kept,
    tray: tray.length,
  };
}
