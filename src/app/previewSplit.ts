import { passageId, passagesOf } from '../core/identity';
import { matchJudgements, NO_ANNOTATIONS, ownCuts, type Annotations } from '../core/labels';
import type { Range, Result, Strategy, Trace } from '../core/model';
import { applyOwnCuts, placeTexts, splitSteps, stepRanges, strategyOf } from '../core/segment';
import { keyAtOf } from './selectShown';
import type { AppState, StepView } from './state';

export interface SplitPreview {
  /** Steps of this trace. */
  ranges: readonly Range[];
  /** Judgements of this trace, and where they would show. */
  judged: number;
  kept: number;
  near: number;
  tray: number;
}
/** Work that a person waits for at each key: a longer text is not tried out. */
export const MOST_PREVIEWED = 2_000_000;

/** Ways to split that others have published, under their names. */
export const PRESETS: readonly { title: string; because: string; strategy: Strategy }[] = [
  { title: 'PRM800K lines', because: 'Every line is a step.', strategy: strategyOf('line') },
  { title: 'ProcessBench paragraphs', because: 'Cuts at blank lines.', strategy: strategyOf('blank') },
  {
    title: 'R1 blank lines',
    because: 'Cuts at blank lines; a formula stays with the text before it, a heading with what follows.',
    strategy: strategyOf('blank', { joinFormulas: true, joinHeadings: true }),
  },
  { title: 'Sentences', because: 'Cuts after each sentence.', strategy: strategyOf('sentence') },
];

/** What another strategy would make of the trace and its labels; nothing is changed. */
export function previewSplit(
  trace: Trace,
  strategy: Strategy,
  annotations: Annotations = NO_ANNOTATIONS,
): SplitPreview {
  const keyAt = keyAtOf(trace);
  const cuts = ownCuts(annotations, trace.raw.length, keyAt);
  const ranges = stepRanges(applyOwnCuts(trace.raw, splitSteps(trace, strategy), cuts));
  if (annotations.passages.size === 0) return { ranges, judged: 0, kept: 0, near: 0, tray: 0 };
  const passages = passagesOf(trace.problem, trace.raw, ranges);
  const { byStep, tray } = matchJudgements(passages, trace.raw.length, annotations, keyAt);
  const kept = passages.filter((at) => annotations.passages.has(passageId(at))).length;
  const shown = byStep.filter((one) => one !== undefined).length;
  return { ranges, judged: shown + tray.length, kept, near: shown - kept, tray: tray.length };
}

let known: { trace: Trace; strategy: Strategy; annotations: Annotations; preview: SplitPreview } | undefined;
/** What the strategy that is tried out would make; undefined: none is, or the text is too long for it. */
export function selectPreview({ reader, annotation }: AppState): SplitPreview | undefined {
  const strategy = reader?.draft;
  if (strategy === undefined || reader === undefined) return undefined;
  const { trace } = reader.open;
  const { annotations } = annotation;
  if (trace.raw.length > MOST_PREVIEWED) return undefined;
  if (known?.trace !== trace || known.strategy !== strategy || known.annotations !== annotations)
    known = { trace, strategy, annotations, preview: previewSplit(trace, strategy, annotations) };
  return known.preview;
}

export type PreviewMark = { kind: 'zone' | 'cut' | 'joined'; text: string };

/** What would become of the beginning of a step. */
export function previewMark(state: AppState, step: StepView): PreviewMark | undefined {
  const ranges = selectPreview(state)?.ranges;
  if (ranges === undefined) return undefined;
  const first = firstFrom(ranges, step.start);
  let last = first;
  while (ranges[last + 1] !== undefined && ranges[last + 1]!.start < step.end) last++;
  const isInside = ranges[first] !== undefined && ranges[first].start < step.end;
  const numbers = first === last ? `step ${first + 1}` : `steps ${first + 1} to ${last + 1}`;
  const opensZone = state.reader?.steps[step.index - 1]?.zone !== step.zone;
  if (opensZone && step.index > 0) return { kind: 'zone', text: `zone, always cut: ${numbers}` };
  if (!isInside) return { kind: 'joined', text: 'joined' };
  if (ranges[first]!.start === step.start) return { kind: 'cut', text: numbers };
  return { kind: 'joined', text: `joined; ${numbers} inside` };
}

/** The first range that begins at `at` or behind it. */
function firstFrom(ranges: readonly Range[], at: number): number {
  let [low, high] = [0, ranges.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (ranges[middle]!.start < at) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Steps as they were pasted: a JSON list of texts, or paragraphs. They must be the trace's own text. */
export function readPasted(trace: Trace, pasted: string): Result<Strategy, string> {
  const steps = textsIn(pasted);
  if (steps.length === 0) return { ok: false, fault: 'Nothing is pasted yet.' };
  const placed = placeTexts(trace.raw, steps);
  if (placed.ok) return { ok: true, value: strategyOf('pasted', { steps }) };
  const { index, reason } = placed.fault;
  const where = index < steps.length ? `Step ${index + 1} of ${steps.length}` : `Behind step ${steps.length}`;
  return { ok: false, fault: `${where}: ${reason}. Only white space may differ.` };
}

function textsIn(pasted: string): string[] {
  try {
    const value: unknown = JSON.parse(pasted);
    if (Array.isArray(value) && value.every((one) => typeof one === 'string')) return value;
  } catch {
    // Not JSON: paragraphs.
  }
  return pasted.split(/\n[ \t]*\n/).filter((text) => text.trim() !== '');
}
