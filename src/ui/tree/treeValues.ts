import type { ValueSet } from '../../core/model';
import { valueAt, valueRange } from '../../core/tree';
import { grouped } from '../parts';

export type ValueColour =
  `--seq-${0 | 1 | 2 | 3 | 4 | 5 | 6}` | `--div-${'n3' | 'n2' | 'n1' | '0' | 'p1' | 'p2' | 'p3'}`;
export const SEQUENTIAL = [
  '--seq-0',
  '--seq-1',
  '--seq-2',
  '--seq-3',
  '--seq-4',
  '--seq-5',
  '--seq-6',
] as const;
export const DIVERGING = [
  '--div-n3',
  '--div-n2',
  '--div-n1',
  '--div-0',
  '--div-p1',
  '--div-p2',
  '--div-p3',
] as const;

/** How a value set is drawn: Q on −1..1 is no probability, so a scale that crosses 0 takes two hues. */
export interface ValueScale {
  range: [number, number];
  colours: readonly ValueColour[];
}
export function valueScale(set: ValueSet): ValueScale {
  const [low, high] = valueRange(set);
  if (low >= 0) return { range: [low, high], colours: SEQUENTIAL };
  const far = Math.max(-low, high);
  return { range: [-far, far], colours: DIVERGING };
}
export function colourOf({ range: [low, high], colours }: ValueScale, value: number): ValueColour {
  const share = (value - low) / (high - low || 1);
  return colours[Math.min(colours.length - 1, Math.max(0, Math.floor(share * colours.length)))]!;
}
export function shareOf({ range: [low, high] }: ValueScale, value: number): number {
  return Math.min(1, Math.max(0, (value - low) / (high - low || 1)));
}

/** `+0.17`, `−0.28`, `0.00`. */
export function signed(value: number): string {
  const text = Math.abs(value).toFixed(2);
  if (text === '0.00') return text;
  return value > 0 ? `+${text}` : `−${text}`;
}
/** `3/4` where the file says how many rollouts there were, else the number; a drawn value carries its sign. */
export function valueText(set: ValueSet, node: number): string | undefined {
  const value = valueAt(set, node);
  if (value === undefined) return undefined;
  const c = set.c?.[node];
  const k = set.k?.[node];
  if (c !== undefined && k !== undefined && Number.isInteger(c)) return `${c}/${k}`;
  if (set.means === 'visits') return grouped(value);
  const [low, high] = valueScale(set).range;
  if (low < 0) return signed(value);
  // A weight of 0.001 is not 0, and 60 votes need no decimals.
  if (value > 0 && value < 0.005) return value.toPrecision(1);
  return high > 1 ? String(Number(value.toFixed(2))) : value.toFixed(2);
}
