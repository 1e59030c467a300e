// What the beginning of a line says it is. Decided by the beginning alone: what follows may differ between
// rollouts that share it.

/** Units from `at` that are white but no line break. */
const LIST_MARK = /(?:[-*+•▪◦‣·]|\d{1,3}[.)]|\(\d{1,3}\)|[a-z][.)]|\([a-z]\))[ \t\u00a0]+(?=\S)/y;
const ORDINAL = /\(?(\d{1,3})[.)]/y;
const HEADING = /#{1,6}(?=[ \t]|[^#\s])/y;
const LABEL =
  /(?:\*\*|#{1,6} +)?(?:step|case|part|example|problem|question|exercise|method|option|claim|lemma)\s+[\dA-Za-z]{1,3}[.:)]/iy;

function endOf(pattern: RegExp, raw: string, at: number): number | undefined {
  pattern.lastIndex = at;
  return pattern.test(raw) ? pattern.lastIndex : undefined;
}

/** Where the text of a list item begins, if raw[first…] opens one. */
export const itemTextAt = (raw: string, first: number) => endOf(LIST_MARK, raw, first);
/** The number of a numbered item. */
export function ordinalAt(raw: string, first: number): number | undefined {
  ORDINAL.lastIndex = first;
  const found = ORDINAL.exec(raw);
  return found ? Number(found[1]) : undefined;
}
/** Behind `Step 3.`, whose full stop ends no sentence. */
export const labelEnd = (raw: string, first: number) => endOf(LABEL, raw, first);
export const isHeading = (raw: string, first: number) => endOf(HEADING, raw, first) !== undefined;

export type BlockMark = '|' | '>' | undefined;
/** A row of a table or a line of a quotation: lines of one kind that follow each other stay together. */
export function blockMark(raw: string, first: number): BlockMark {
  const unit = raw.charCodeAt(first);
  return unit === 0x7c ? '|' : unit === 0x3e ? '>' : undefined;
}

/** `---`, `***`, `___`, `===` alone: a rule between steps, none itself. */
export function isRule(raw: string, start: number, end: number): boolean {
  const unit = raw[start]!;
  if (!'-*_='.includes(unit)) return false;
  let count = 0;
  for (let i = start; i < end; i++) {
    if (raw[i] === unit) count++;
    else if (raw[i] !== ' ') return false;
  }
  return count >= 3;
}
