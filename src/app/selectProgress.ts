import type { AppState, StepView } from './state';

type Passages = AppState['annotation']['annotations']['passages'];
let known: { steps: readonly StepView[]; passages: Passages; judged: number } | undefined;

/** Steps of the open trace that have a verdict; undefined when none is open. Asked at every change of the
 *  state, several times a key press: 10,000 steps are counted only when a judgement has changed. */
export function selectJudgedSteps({ reader, annotation }: AppState): number | undefined {
  if (reader === undefined) return undefined;
  const { steps } = reader;
  const { passages } = annotation.annotations;
  if (known?.steps !== steps || known.passages !== passages) {
    let judged = 0;
    for (const { id } of steps) if (passages.get(id)?.judgement.verdict !== undefined) judged++;
    known = { steps, passages, judged };
  }
  return known.judged;
}
