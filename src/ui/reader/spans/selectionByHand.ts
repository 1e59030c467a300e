import type { StepView } from '../../../app/state';
import { rawOfRange } from './drawnText';

export interface SelectedByHand {
  step: number;
  /** Offsets in the raw text of the trace. */
  range: { start: number; end: number };
}

/** What the mouse selected within one step of the list. */
export function selectedByHand(steps: readonly StepView[], raw: string): SelectedByHand | undefined {
  const selection = document.getSelection();
  if (selection === null || selection.isCollapsed || selection.rangeCount === 0) return undefined;
  const range = selection.getRangeAt(0);
  const { commonAncestorContainer: common } = range;
  const within = common instanceof Element ? common : common.parentElement;
  const text = within?.closest('.step__text');
  const index = Number(text?.closest('[data-step]')?.getAttribute('data-step') ?? -1);
  const step = steps[index];
  if (text === null || text === undefined || step === undefined) return undefined;
  const found = rawOfRange(text, raw.slice(step.start, step.end), range);
  return found && { step: index, range: { start: step.start + found.start, end: step.start + found.end } };
}
