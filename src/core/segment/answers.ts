// Where a response turns into its answer, as far as a line's own words tell.

import type { ZoneKind } from '../model';

export function holdsSteps(kind: ZoneKind | undefined): boolean {
  return kind !== undefined && kind !== 'result' && kind !== 'user' && kind !== 'marker';
}

const ANSWER_HEADING =
  /#{1,6}[ \t]+(?:\*\*)?(?:final[ \t]+)?(?:answer|答案|最终答案)(?:\*\*)?[ \t]*(?:[:：].*)?$/i;
// `#### 18` of GSM8K, or `####` alone; `#### 1. Set up` and `#### Case 2` are headings. The rest of the line is a
// number with perhaps a unit, a single letter, yes or no, or a formula.
const ANSWER_NUMBER =
  /####[ \t]*(?:(?:[a-zA-Z] ?= ?)?[-+−]?[ \t]*\\?[$€£¥]?[ \t]*\d[\d,./: ]*(?<![.:] ?)(?: ?\\?[%°]| [a-z]{1,12}(?:\/[a-z]{1,12})?)?|\(?[A-Z]\)?|[Yy]es|[Nn]o|[Tt]rue|[Ff]alse|\$[^$]*\$|\\[a-z]+\{.*\}|\\\(.*\\\))?\.?[ \t]*$/;
const LONGEST_ANSWER_LINE = 120;

/** The line raw[first, end) opens the answer: all that follows in its zone belongs to it. */
export function opensAnswer(raw: string, first: number, end: number): boolean {
  if (raw.charCodeAt(first) !== 0x23 || end - first > LONGEST_ANSWER_LINE) return false;
  const line = raw.slice(first, end);
  return matchesWhole(ANSWER_HEADING, line) || matchesWhole(ANSWER_NUMBER, line);
}

function matchesWhole(pattern: RegExp, line: string): boolean {
  return pattern.exec(line)?.index === 0;
}
