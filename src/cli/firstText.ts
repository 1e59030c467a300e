import type { Trace, Zone } from '../core/model';

const CODE_POINTS = 60;
/** Between turns and their parts in the projection `messages@1`. */
const JOIN = '\n\n';
/** Zones that a person or a tool wrote, or that only call one. */
const NOT_TEXT_OF_THE_MODEL = new Set<Zone['kind']>(['call', 'result', 'user']);

/** First 60 code points of the first given step; without given steps of the first text the model wrote. */
export function firstTextOf({ raw, given, zones }: Trace): string {
  const step = given?.[0];
  return firstCodePoints(step ? raw.slice(step.start, step.end) : modelText(raw, zones));
}

/** A piece of text may hold several zones (`<think>` tags): it runs from one join to the next. */
function modelText(raw: string, zones: readonly Zone[]): string {
  if (zones.length === 0) return raw;
  const first = zones.findIndex(({ kind }) => !NOT_TEXT_OF_THE_MODEL.has(kind));
  const zone = zones[first];
  if (zone === undefined) return '';
  const before = zones[first - 1];
  const start = before === undefined ? 0 : Math.min(before.end + JOIN.length, zone.start);
  let { end } = zone;
  for (const next of zones.slice(first + 1)) {
    if (next.turn !== zone.turn || raw.slice(end, next.start) === JOIN) break;
    end = next.end;
  }
  return raw.slice(start, end);
}

function firstCodePoints(text: string): string {
  return Array.from(text.slice(0, CODE_POINTS * 2))
    .slice(0, CODE_POINTS)
    .join('');
}
