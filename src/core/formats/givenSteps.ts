// Steps that a file itself delimits become ranges of the raw text (formats.md §1).

import type { Range } from '../model';

const STEP_JOIN = '\n\n';

/** The raw text of a list of steps, and where each entry stands in it. Blanks inside an entry stay. */
export function joinSteps(
  entries: readonly string[],
  join: string = STEP_JOIN,
): { raw: string; given: Range[] } {
  const given: Range[] = [];
  let end = -join.length;
  for (const entry of entries) {
    const start = end + join.length;
    end = start + entry.length;
    given.push({ start, end });
  }
  return { raw: entries.join(join), given };
}

/** Where each entry of a list stands in a text that is given too: from the last end on, exactly, else with any
 *  white space between its characters. undefined: it is not there (or holds nothing). */
export function placeSteps(raw: string, entries: readonly string[]): (Range | undefined)[] {
  let from = 0;
  return entries.map((entry) => {
    const place = placeExactly(raw, entry, from) ?? placeLoosely(raw, entry, from);
    if (place) from = place.end;
    return place;
  });
}

function placeExactly(raw: string, entry: string, from: number): Range | undefined {
  const start = entry.trim() === '' ? -1 : raw.indexOf(entry, from);
  return start === -1 ? undefined : { start, end: start + entry.length };
}

function placeLoosely(raw: string, entry: string, from: number): Range | undefined {
  const visible = Array.from(entry.replace(/\s+/g, ''));
  if (visible.length === 0) return undefined;
  const pattern = visible.map((point) => point.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')).join('\\s*');
  const found = new RegExp(pattern, 'g');
  found.lastIndex = from;
  const match = found.exec(raw);
  return match ? { start: match.index, end: match.index + match[0].length } : undefined;
}
