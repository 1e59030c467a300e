// How far each row is judged under a scope. Only rows of problems that the log names are read; all others are
// unjudged without looking.

import {
  FIRST_ERROR,
  matchJudgements,
  OWN_MERIT,
  protocolIdentity,
  verdictProgress,
  verdictStrip,
} from '../../core/labels';
import type { Annotations } from '../../core/labels';
import type { Hindsight, Protocol, Scope } from '../../core/model';
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

/** The shipped protocol that the scope names; its own is not known to the library yet, then own merit. */
export function protocolOf(scope: Scope): Protocol {
  return (
    [FIRST_ERROR, OWN_MERIT].find((protocol) => protocolIdentity(protocol) === scope.protocol) ?? OWN_MERIT
  );
}

export function rowProgress(
  { passages, trace, keyAt }: SplitRow,
  annotations: Annotations,
  protocol: Protocol,
): RowProgress {
  const { byStep } = matchJudgements(passages, trace.raw.length, annotations, keyAt);
  const verdicts = byStep.map((judged) => judged?.judgement.verdict);
  const { judged, total, isComplete, firstErrorFrom0 } = verdictProgress(verdicts, protocol);
  const finish = annotations.texts.get(trace.text)?.finish;
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
