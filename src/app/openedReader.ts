// What the reader is when a trace has just been opened.

import type { PassageId } from '../core/identity';
import type { Annotations } from '../core/labels';
import type { OpenTrace } from '../data/api';
import type { Split } from './splitOpen';
import type { ReaderSlice, StepView } from './state';

export function buildReader(
  open: OpenTrace,
  split: Split,
  keep: ReaderSlice | undefined,
  revealed: boolean,
): ReaderSlice {
  const { steps } = split;
  return {
    open,
    ...split,
    neighbours: undefined,
    ahead: undefined,
    active: steps.length > 0 ? 0 : -1,
    last: keep?.open.problem.key === open.problem.key ? keep.last : undefined,
    mode: 'read',
    typing: undefined,
    selection: undefined,
    picking: undefined,
    cutAt: undefined,
    drawer: keep?.drawer,
    find: undefined,
    draft: undefined,
    rawAll: keep?.rawAll ?? false,
    rawSteps: new Set(),
    openSteps: new Set(),
    revealed,
    finishArmed: false,
    otherPrompt: undefined,
    allCategories: false,
  };
}

/** Where to begin: the asked passage, else the first unjudged step. */
export function startAt(
  steps: readonly StepView[],
  annotations: Annotations,
  passage: PassageId | undefined,
): number {
  if (steps.length === 0) return -1;
  const asked = passage === undefined ? -1 : steps.findIndex((step) => step.id === passage);
  if (asked >= 0) return asked;
  const unjudged = steps.findIndex(
    (step) => annotations.passages.get(step.id)?.judgement.verdict === undefined,
  );
  return Math.max(0, unjudged);
}
