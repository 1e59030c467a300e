// How far each row is judged under a scope. Only rows of problems that the log names are read; all others are
// unjudged without looking.

import { passageId } from '../../core/identity';
import type { PassageId } from '../../core/identity';
import {
  clearedSteps,
  matchJudgements,
  stepsInScope,
  verdictProgress,
  verdictStrip,
} from '../../core/labels';
import type { Annotations } from '../../core/labels';
import type { Hindsight, Protocol } from '../../core/model';
import type { StripMark } from '../api';
import type { SplitRow } from './libraryFile';

export interface RowProgress {
  strip: StripMark[];
  judged: number;
  /** Judged steps of those that need a verdict, 0–1. */
  judgedShare: number;
  isComplete: boolean;
  firstErrorFrom0: number | undefined;
  finish: Hindsight['finish'];
  state: 'unjudged' | 'started' | 'finished';
}
export type ProgressLookup = (row: number) => Omit<RowProgress, 'strip'>;

export const UNJUDGED: Omit<RowProgress, 'strip'> = {
  judged: 0,
  judgedShare: 0,
  isComplete: false,
  firstErrorFrom0: undefined,
  finish: undefined,
  state: 'unjudged',
};

type Judged = ReturnType<typeof matchJudgements>['byStep'][number];
/** The step that shows what was said of a passage, -1 where none does. */
export const stepShowing = (byStep: readonly Judged[]) => (id: PassageId) =>
  byStep.findIndex((judged) => judged !== undefined && passageId(judged.at) === id);

export function rowProgress(
  { passages, trace, keyAt, steps, zones }: SplitRow,
  annotations: Annotations,
  protocol: Protocol,
): RowProgress {
  const { byStep } = matchJudgements(passages, trace.raw.length, annotations, keyAt);
  const verdicts = byStep.map((judged) => judged?.judgement.verdict);
  const hindsight = annotations.texts.get(trace.text);
  const { judged, total, isComplete, firstErrorFrom0 } = verdictProgress(verdicts, protocol, {
    inScope: stepsInScope(protocol, steps, zones),
    cleared: clearedSteps(protocol, hindsight, stepShowing(byStep)),
  });
  const finish = hindsight?.finish;
  return {
    strip: verdictStrip(verdicts),
    judged,
    judgedShare: total === 0 ? 0 : judged / total,
    isComplete,
    firstErrorFrom0,
    finish,
    state: finish !== undefined ? 'finished' : judged > 0 ? 'started' : 'unjudged',
  };
}
