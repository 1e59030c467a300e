import { shownVerdicts } from '../../app/selectShown';
import type { AppState, StepView } from '../../app/state';
import { protocolById, verdictProgress, verdictStrip } from '../../core/labels';
import type { Progress, VerdictMark } from '../../core/labels';

// Strip, map, end and gutter ask for the same three things after every key: each is computed once per change.

interface Known {
  steps: readonly StepView[];
  passages: AppState['annotation']['annotations']['passages'];
  protocol: AppState['settings']['protocol'];
  marks: VerdictMark[];
  progress: Progress;
}
let known: Known | undefined;

function know(state: AppState): Known | undefined {
  const { reader, annotation, settings } = state;
  if (reader === undefined) return undefined;
  const { steps } = reader;
  const { passages } = annotation.annotations;
  const { protocol } = settings;
  if (known?.steps !== steps || known.passages !== passages || known.protocol !== protocol) {
    const verdicts = shownVerdicts(state);
    const progress = verdictProgress(verdicts, protocolById(protocol));
    known = { steps, passages, protocol, marks: verdictStrip(verdicts), progress };
  }
  return known;
}

const NONE: readonly VerdictMark[] = [];
/** One mark per step of the open trace. */
export function selectMarks(state: AppState): readonly VerdictMark[] {
  return know(state)?.marks ?? NONE;
}
export function selectProgress(state: AppState): Progress | undefined {
  return know(state)?.progress;
}
