import { selectMarks } from '../../../app/selectProgress';
import type { AppState, StepView } from '../../../app/state';
import type { Row, Score } from '../../../core/model';
import type { VerdictMark } from '../../../core/labels';
import { hintsShown, stepHints } from '../stepFacts';

type Scores = readonly (number | undefined)[];
const NONE: Scores = [];
interface Known {
  of: Row;
  steps: readonly StepView[];
  marks: readonly VerdictMark[];
  shown: boolean;
  scores: Scores;
}
let known: Known | undefined;

/** By step, 0–1: the number that the step's margin shows too; nothing that the protocol withholds. */
export function selectMapScores(state: AppState): Scores {
  const { reader } = state;
  if (reader === undefined || reader.open.of.scores.length === 0) return NONE;
  const { of } = reader.open;
  const { steps } = reader;
  const marks = selectMarks(state);
  const shown = hintsShown(state, false);
  const isKnown = known?.of === of && known.steps === steps && known.marks === marks && known.shown === shown;
  if (!isKnown) {
    const scores = steps.map(({ index }) => {
      const [score] = stepHints(of, steps, index).scores;
      return score !== undefined && hintsShown(state, marks[index] !== 'u') ? share(score) : undefined;
    });
    known = { of, steps, marks, shown, scores };
  }
  return known!.scores;
}

function share({ value, range: [low, high] = [0, 1] }: Score): number {
  return Math.min(1, Math.max(0, (value - low) / (high - low || 1)));
}
