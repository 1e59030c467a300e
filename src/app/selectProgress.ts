import { protocolById, verdictProgress, verdictStrip } from '../core/labels';
import type { Asked, Progress, VerdictMark } from '../core/labels';
import type { Verdict } from '../core/model';
import { selectAsked } from './selectAsked';
import { shownVerdicts } from './selectShown';
import type { AppState } from './state';

// Strip, map, end, gutter and status line ask for the same after every key: each is computed once per change.

interface Known {
  verdicts: readonly (Verdict | undefined)[];
  protocol: AppState['settings']['protocol'];
  asked: Asked;
  marks: readonly VerdictMark[];
  progress: Progress;
  judged: number;
}
let known: Known | undefined;

function know(state: AppState): Known | undefined {
  if (state.reader === undefined) return undefined;
  const verdicts = shownVerdicts(state);
  const { protocol } = state.settings;
  const asked = selectAsked(state);
  if (known?.verdicts !== verdicts || known.protocol !== protocol || known.asked !== asked) {
    const progress = verdictProgress(verdicts, protocolById(protocol), asked);
    const marks = verdictStrip(verdicts);
    const judged = marks.filter((mark) => mark !== 'u').length;
    known = { verdicts, protocol, asked, progress, marks, judged };
  }
  return known;
}

const NONE: readonly VerdictMark[] = [];
/** One mark per step of the open trace. */
export function selectMarks(state: AppState): readonly VerdictMark[] {
  return know(state)?.marks ?? NONE;
}
/** Of the open trace, as far as the protocol asks for verdicts. */
export function selectProgress(state: AppState): Progress | undefined {
  return know(state)?.progress;
}
/** Steps of the open trace that have a verdict; undefined when none is open. */
export function selectJudgedSteps(state: AppState): number | undefined {
  return know(state)?.judged;
}
