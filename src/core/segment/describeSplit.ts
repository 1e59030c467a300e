import { GAP, MARKER } from '../model';
import type { Segmentation } from '../model';
import { toCodePoints } from './codePoints';

export interface SplitDescription {
  unit: 'codepoint';
  length: number;
  ranges: [start: number, end: number, kind: 'step' | 'marker' | 'gap'][];
}

/** A segmentation as it is written for others: in Unicode code points, the kinds as words. */
export function describeSplit(raw: string, { bounds, kinds }: Segmentation): SplitDescription {
  const points = toCodePoints(raw, bounds);
  const ranges = [...kinds].map((kind, i): SplitDescription['ranges'][number] => {
    const word = kind === GAP ? 'gap' : kind === MARKER ? 'marker' : 'step';
    return [points[i]!, points[i + 1]!, word];
  });
  return { unit: 'codepoint', length: points.at(-1) ?? 0, ranges };
}
