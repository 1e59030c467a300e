// Steps that begin with a heading ("Step 4: …"); what follows up to the next heading belongs to it.

import type { Range } from '../model';

export interface HeadedStep extends Range {
  /** The heading's own number, if it has one. */
  number?: number;
}

/** Entries of a list, joined by "\n". One that opens a step starts a new one, other non-blank ones continue it,
 *  blank ones are gap. Without any heading each non-blank entry is a step. */
export function groupByHeadings(
  entries: readonly string[],
  heading: RegExp,
): { raw: string; steps: HeadedStep[] } {
  const hasHeadings = entries.some((entry) => heading.test(entry));
  const steps: HeadedStep[] = [];
  let start = 0;
  for (const entry of entries) {
    const end = start + entry.length;
    if (entry.trim() !== '') {
      const match = hasHeadings ? heading.exec(entry) : null;
      const last = steps.at(-1);
      if (match || !hasHeadings || !last) {
        const number = Number(match?.[1] ?? NaN);
        steps.push({ start, end, ...(Number.isInteger(number) && { number }) });
      } else last.end = end;
    }
    start = end + 1;
  }
  return { raw: entries.join('\n'), steps };
}

/** The same for one text, line by line. White space at the end of a step is gap. */
export function headedLines(raw: string, heading: RegExp): HeadedStep[] {
  const { steps } = groupByHeadings(raw.split('\n'), heading);
  return steps.map((step) => ({
    ...step,
    end: step.start + raw.slice(step.start, step.end).trimEnd().length,
  }));
}
