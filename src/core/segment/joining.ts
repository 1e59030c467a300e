// The switches: which of the pieces a strategy cut stay with the piece before. Each decision is made when a piece
// ends and looks only at what stands before, so at most the last boundary is open at any time.

import type { Range } from '../model';
import { isHeading, itemTextAt } from './lineMarks';
import { Protection } from './protection';
import type { SplitParams } from './strategies';
import { endsLine, trimmed } from './whiteSpace';

const LONGEST_INLINE = 400;
const LONGEST_HEADING = 120;
const INLINE_FORMULA = /^(?:\$[^$]+\$|\\\(.+\\\))$/;
const PUNCTUATION = '.,;:!。，；：';

export class Joining {
  private readonly isOff: boolean;
  private inList = false;
  private afterHeading = false;

  private readonly raw: string;
  private readonly params: SplitParams;

  constructor(raw: string, params: SplitParams) {
    this.raw = raw;
    this.params = params;
    const { joinFormulas, joinHeadings, joinShorter, lists } = params;
    this.isOff = !joinFormulas && !joinHeadings && joinShorter === 0 && lists !== 'one';
  }

  /** Does `piece` stay with the step so far? Asked once for each piece, in order; none before: `undefined`. */
  joins(before: Range | undefined, piece: Range): boolean {
    if (this.isOff) return false;
    const { raw, params } = this;
    const isItem = itemTextAt(raw, piece.start) !== undefined;
    const continuesList = before !== undefined && this.inList && (isItem || isIndented(raw, piece.start));
    const afterHeading = before !== undefined && this.afterHeading;
    this.inList = isItem || continuesList;
    this.afterHeading = params.joinHeadings && isHeadingOnly(raw, piece);
    if (!before) return false;
    if (afterHeading || (params.lists === 'one' && continuesList)) return true;
    const shortest = Math.min(piece.end - piece.start, before.end - before.start);
    return shortest < params.joinShorter || (params.joinFormulas && isFormulaOrCode(raw, piece));
  }
}

function isIndented(raw: string, at: number): boolean {
  return at >= 2 && (raw[at - 1] === '\t' || (raw[at - 1] === ' ' && raw[at - 2] === ' '));
}

function isHeadingOnly(raw: string, { start, end }: Range): boolean {
  if (end - start > LONGEST_HEADING) return false;
  const text = raw.slice(start, end);
  if (/[\r\n]/.test(text)) return false;
  return isHeading(raw, start) || /^\*\*[^*]+\*\*:?$/.test(text);
}

/** Nothing but formula or code, and punctuation. */
function isFormulaOrCode(raw: string, { start, end }: Range): boolean {
  if (end - start <= LONGEST_INLINE) {
    let textEnd = end;
    while (textEnd > start && PUNCTUATION.includes(raw[textEnd - 1]!)) textEnd--;
    if (INLINE_FORMULA.test(raw.slice(start, textEnd))) return true;
  }
  const protection = new Protection(raw);
  for (let at = start; at < end;) {
    let lineEnd = at;
    while (lineEnd < end && !endsLine(raw, lineEnd)) lineEnd++;
    const text = trimmed(raw, at, lineEnd);
    if (!text) protection.blankTo(lineEnd);
    else {
      protection.allowsCutAt(text.start);
      if (!isCovered(raw, text, protection.read(text.start, text.end))) return false;
    }
    at = lineEnd + 1;
  }
  return true;
}

function isCovered(raw: string, { start, end }: Range, spans: readonly number[]): boolean {
  const isEmpty = (from: number, to: number) => {
    for (let i = from; i < to; i++) if (raw[i] !== ' ' && !PUNCTUATION.includes(raw[i]!)) return false;
    return true;
  };
  let at = start;
  for (let i = 0; i < spans.length; i += 2) {
    if (!isEmpty(at, spans[i]!)) return false;
    at = spans[i + 1]!;
  }
  return isEmpty(at, end);
}
