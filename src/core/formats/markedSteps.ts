// Texts whose steps end before a marker, with the problem in front of "Step 1:".

import type { Range, Warning } from '../model';

/** Math-Shepherd's, used by others too. */
export const STEP_MARKER = 'ки';

export interface MarkedStep extends Range {
  /** Where the marker behind the step stands; -1: the text ends without one. */
  markerAt: number;
}

/** What lies between two markers, without the white space at its ends. */
export function markedSteps(raw: string, marker: string): MarkedStep[] {
  const steps: MarkedStep[] = [];
  for (let from = 0; from < raw.length;) {
    const markerAt = raw.indexOf(marker, from);
    const to = markerAt === -1 ? raw.length : markerAt;
    const piece = raw.slice(from, to);
    const start = from + piece.length - piece.trimStart().length;
    const end = start + piece.trim().length;
    if (end > start || markerAt !== -1)
      steps.push({ start: Math.min(start, to), end: Math.min(end, to), markerAt });
    from = to + marker.length;
  }
  return steps;
}

/** The problem is what stands before "Step 1:" (and before the first marker). Without that heading the whole text
 *  is kept as the trace. */
export function markedProblem(
  text: string,
  marker?: string,
): { prompt: string; rawStart: number; warnings: Warning[] } {
  const marked = marker === undefined ? -1 : text.indexOf(marker);
  const rawStart = text.slice(0, marked === -1 ? text.length : marked).search(/\bStep 1:/);
  if (rawStart !== -1) return { prompt: text.slice(0, rawStart).trimEnd(), rawStart, warnings: [] };
  const reason = 'There is no "Step 1:" before the first step ends; problem and trace stay together.';
  return { prompt: '', rawStart: 0, warnings: [{ kind: 'no-problem', reason }] };
}
