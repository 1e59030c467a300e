// The switches: which of the pieces a strategy cut stay with the piece before. Each decision is made when a piece
// ends and looks only at what stands before, so at most the last boundary is open at any time.

import type { Range } from '../model';
import { isHeading, itemTextAt } from './lineMarks';
import { Protection } from './protection';
import type { SplitParams } from './strategies';
import { endsLine, isWhiteAt, trimmed } from './whiteSpace';

const LONGEST_INLINE = 400;
const LONGEST_HEADING = 120;
const INLINE = /\$[^$]+\$|\\\((?:[^\\]|\\[^)])+\\\)|`[^`]+`/g;
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
    const continuesList =
      before !== undefined &&
      this.inList &&
      (isOfList(raw, piece.start) || isSameLine(raw, before.end, piece.start));
    const afterHeading = before !== undefined && this.afterHeading;
    if (params.lists === 'one') this.inList = endsInList(raw, piece, continuesList);
    this.afterHeading = params.joinHeadings && isHeadingOnly(raw, piece);
    if (!before) return false;
    if (afterHeading || (params.lists === 'one' && continuesList)) return true;
    const shortest = Math.min(piece.end - piece.start, before.end - before.start);
    if (shortest < params.joinShorter) return true;
    return params.joinFormulas && isFormulaOrCode(raw.slice(piece.start, piece.end));
  }
}

/** Whether the last line that is not indented opens an item. */
function endsInList(raw: string, { start, end }: Range, wasInList: boolean): boolean {
  let inList = wasInList || itemTextAt(raw, start) !== undefined;
  for (let at = start; at < end; at++) {
    if (!endsLine(raw, at)) continue;
    let first = at + 1;
    while (first < end && isWhiteAt(raw, first)) first++;
    inList = itemTextAt(raw, first) !== undefined || (inList && isIndented(raw, first));
  }
  return inList;
}

const isOfList = (raw: string, at: number) => itemTextAt(raw, at) !== undefined || isIndented(raw, at);

function isSameLine(raw: string, from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (endsLine(raw, at)) return false;
  return true;
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

/** Nothing but formula or code, and punctuation. Sees the piece alone: what follows it may differ between texts. */
function isFormulaOrCode(piece: string): boolean {
  const end = piece.length;
  if (end <= LONGEST_INLINE && '$\\`'.includes(piece[0]!)) {
    const rest = piece.replaceAll(INLINE, '');
    if (rest.length < end && isEmpty(rest, 0, rest.length)) return true;
  }
  const protection = new Protection(piece);
  for (let at = 0; at < end;) {
    let lineEnd = at;
    while (lineEnd < end && !endsLine(piece, lineEnd)) lineEnd++;
    const text = trimmed(piece, at, lineEnd);
    if (!text) protection.blankTo(lineEnd);
    else {
      protection.allowsCutAt(text.start);
      if (!isCovered(piece, text, protection.read(text.start, text.end))) return false;
    }
    at = lineEnd + 1;
  }
  return true;
}

function isEmpty(text: string, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (text[i] !== ' ' && !PUNCTUATION.includes(text[i]!)) return false;
  return true;
}

function isCovered(raw: string, { start, end }: Range, spans: readonly number[]): boolean {
  let at = start;
  for (let i = 0; i < spans.length; i += 2) {
    if (!isEmpty(raw, at, spans[i]!)) return false;
    at = spans[i + 1]!;
  }
  return isEmpty(raw, at, end);
}
