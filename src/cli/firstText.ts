import type { Trace, Zone } from '../core/model';

const CODE_POINTS = 60;
/** Zones that a person or a tool wrote, or that only call one. */
const NOT_WRITTEN_AS_TEXT = new Set<Zone['kind']>(['call', 'result', 'user']);

/** First 60 code points of the first given step; without given steps of the first text the model wrote. */
export function firstTextOf({ raw, given, zones }: Trace): string {
  const step = given?.[0];
  return firstCodePoints(step ? raw.slice(step.start, step.end) : modelText(raw, zones));
}

function modelText(raw: string, zones: readonly Zone[]): string {
  const first = zones.findIndex(({ kind }) => !NOT_WRITTEN_AS_TEXT.has(kind));
  const zone = zones[first];
  if (zone === undefined) return zones.length === 0 ? raw : '';
  // A piece of text may hold several zones (`<think>` tags): they follow on one another without a gap.
  let end = zone.end;
  for (const next of zones.slice(first + 1)) {
    if (next.start !== end || next.turn !== zone.turn) break;
    end = next.end;
  }
  return raw.slice(zone.start, end);
}

function firstCodePoints(text: string): string {
  return [...text.slice(0, CODE_POINTS * 2)].slice(0, CODE_POINTS).join('');
}
