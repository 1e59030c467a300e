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
