import type { AppState } from './state';

/** Steps of the open trace that have a verdict; undefined when none is open. */
export function selectJudgedSteps(state: AppState): number | undefined {
  if (state.reader === undefined) return undefined;
  const { passages } = state.annotation.annotations;
  let judged = 0;
  for (const step of state.reader.steps) {
    if (passages.get(step.id)?.judgement.verdict !== undefined) judged++;
  }
  return judged;
}
