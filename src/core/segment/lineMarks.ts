// What the beginning of a line says it is. Decided by the beginning alone: what follows may differ between
// rollouts that share it.

/** Units from `at` that are white but no line break. */
const LIST_MARK =
  /(?:[-*+•▪◦‣·]|\d{1,3}[.)]|\(\d{1,3}\)|[a-z]\.|[A-Za-z]\)|\((?:[A-Za-z]|[ivx]{2,4})\))[ \t\u00a0]+(?=\S)/y;
const ORDINAL = /\(?(\d{1,3})[.)]/y;
// "##Set up" is meant as one; "#1 is right" is not.
const HEADING = /#{1,6}(?=[ \t])|#{2,6}(?=[^#\s])/y;
const LABEL =
  /(?:\*\*|#{1,6} +)?(?:step|case|part|example|problem|question|exercise|method|option|claim|lemma)\s+[\dA-Za-z]{1,3}[.:)]/iy;

function endOf(pattern: RegExp, raw: string, at: number): number | undefined {
  pattern.lastIndex = at;
  return pattern.test(raw) ? pattern.lastIndex : undefined;
}

/** Where the text of a list item begins, if raw[first…] opens one. */
export const itemTextAt = (raw: string, first: number) => endOf(LIST_MARK, raw, first);
/** The number of a numbered item. */
function ordinalAt(raw: string, first: number): number | undefined {
  ORDINAL.lastIndex = first;
  const found = ORDINAL.exec(raw);
  return found ? Number(found[1]) : undefined;
}
/** Behind `Step 3.`, whose full stop ends no sentence. */
export const labelEnd = (raw: string, first: number) => endOf(LABEL, raw, first);
export const isHeading = (raw: string, first: number) => endOf(HEADING, raw, first) !== undefined;

/** Tells the items of a list line by line. A number makes one only where it counts on from the one before at its
 *  depth, or is 1: "In the year\n1990. It rained". */
export class ItemReader {
  private readonly counts = new Map<number, number>();
  private depth = 0;
  private readonly raw: string;

  constructor(raw: string) {
    this.raw = raw;
  }

  restart(): void {
    this.counts.clear();
  }

  /** Where the text of the item begins that the line opens. */
  textAt(start: number, first: number): number | undefined {
    this.depth = Math.min(first - start, MOST_DEPTHS);
    const text = endOf(LIST_MARK, this.raw, first);
    const number = text === undefined ? undefined : ordinalAt(this.raw, first);
    return number === undefined || this.countsOn(number) ? text : undefined;
  }

  /** `number` is the next in the list that the line belongs to. */
  countsOn(number: number): boolean {
    if (number !== 1 && number !== (this.counts.get(this.depth) ?? 0) + 1) return false;
    this.counts.set(this.depth, number);
    return true;
  }
}
const MOST_DEPTHS = 40;

export type BlockMark = '|' | '>' | undefined;
const ROW = /^\|(?:[ \t:-]|.*\|[ \t]*$)/;
const DELIMITER_ROW = /^:?-+:?[ \t]*\|/;

/** Rows of a table and lines of a quotation: lines of one kind that follow each other stay together. */
export class BlockReader {
  block: BlockMark;
  /** A table whose rows have pipes between their cells only. */
  private isBare = false;
  private hadPipe = false;
  private readonly raw: string;

  constructor(raw: string) {
    this.raw = raw;
  }

  restart(): void {
    this.block = undefined;
    this.isBare = false;
    this.hadPipe = false;
  }

  /** Is the line a part of the block that the line before belongs to? */
  continues(first: number, end: number, afterBlank: boolean): boolean {
    if (afterBlank) this.restart();
    const before = this.block;
    const line = this.raw.slice(first, end);
    const hasPipe = line.includes('|');
    const opensBare = before === undefined && this.hadPipe && DELIMITER_ROW.test(line);
    this.isBare = hasPipe && (opensBare || this.isBare);
    this.hadPipe = hasPipe;
    this.block = this.isBare || ROW.test(line) ? '|' : line[0] === '>' ? '>' : undefined;
    return opensBare || (this.block !== undefined && this.block === before);
  }
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
