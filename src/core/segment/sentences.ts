// Where sentences begin. Reads line after line and looks ahead by one word at most, so that two texts find the
// same beginnings up to the last one before they part. What is protected inside a sentence (code, formulas, URLs,
// citations) therefore ends at its closer, at a bound or at the line's end, whichever comes first.

import { endsAbbreviation } from './abbreviations';
import { blockMark, isHeading, itemTextAt, labelEnd, ordinalAt } from './lineMarks';
import type { BlockMark } from './lineMarks';
import type { TextLine } from './textScan';
import { isLegalCut, isWhiteAt } from './whiteSpace';

const STOPS = '.?!…։؟۔।॥።';
const CJK_STOPS = '。！？；…｡．';
const CLOSERS = '"\'”’»›)]}*_）】」』》〉〗`';
const NO_BEGINNING = '.?!,;:)]}%=+<>/|&^~-–—·×';
const LOWER_CASE = /\p{Ll}/u;
const CJK = /[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\uff66-\uff9d]/;
const INLINE_UNITS = 300;
const CITATION_UNITS = 120;

export type Beginning = 'paragraph' | 'block' | 'sentence' | 'line';

export class SentenceFinder {
  /** The line before ended a sentence. */
  private ended = false;
  private block: BlockMark;
  private afterHeading = false;
  private lastOrdinal = 0;
  private span = 0;

  private readonly raw: string;
  private readonly found: (at: number, beginning: Beginning) => void;

  constructor(raw: string, found: (at: number, beginning: Beginning) => void) {
    this.raw = raw;
    this.found = found;
  }

  line(line: TextLine): void {
    const { raw } = this;
    const { first } = line;
    if (line.opensZone) this.restart();
    const block = blockMark(raw, first);
    const heading = isHeading(raw, first);
    const itemText = line.free ? this.itemAt(first) : undefined;
    if (line.free && !line.opensZone) {
      if (line.afterBlank) this.found(line.start, 'paragraph');
      else if (block !== this.block || itemText !== undefined || heading || this.afterHeading)
        this.found(line.start, 'block');
      else if (this.ended && block === undefined) this.found(line.start, 'sentence');
      else if (block === undefined) this.found(line.start, 'line');
    }
    this.ended = false;
    this.block = block;
    this.afterHeading = heading;
    if (block === undefined && !heading) this.readWithin(line, itemText ?? labelEnd(raw, first) ?? first);
  }

  private restart(): void {
    this.ended = false;
    this.block = undefined;
    this.afterHeading = false;
    this.lastOrdinal = 0;
  }

  /** A number at a line's beginning makes an item only where it counts on: "In the year\n1990. It rained". */
  private itemAt(first: number): number | undefined {
    const text = itemTextAt(this.raw, first);
    const ordinal = text === undefined ? undefined : ordinalAt(this.raw, first);
    if (ordinal === undefined) return text;
    if (ordinal !== 1 && ordinal !== this.lastOrdinal + 1) return undefined;
    this.lastOrdinal = ordinal;
    return text;
  }

  private readWithin(line: TextLine, from: number): void {
    const { spans, end } = line;
    this.span = 0;
    let at = from;
    while (at < end) {
      while (this.span < spans.length && spans[this.span + 1]! <= at) this.span += 2;
      if (this.span < spans.length && spans[this.span]! <= at) at = spans[this.span + 1]!;
      else at = this.readToken(at, from, end);
    }
  }

  private readToken(at: number, from: number, end: number): number {
    const { raw } = this;
    const unit = raw[at]!;
    switch (unit) {
      case '`':
        return this.afterCode(at, end);
      case '$':
        return this.opensMaths(at) ? this.after('$', at + 1, Math.min(end, at + INLINE_UNITS)) : at + 1;
      case '\\':
        if (raw[at + 1] !== '(') return at + 2;
        return this.after('\\)', at + 2, Math.min(end, at + INLINE_UNITS));
      case '[':
        return this.after(']', at + 1, Math.min(end, at + CITATION_UNITS));
      case 'h':
        return raw.startsWith('https://', at) || raw.startsWith('http://', at)
          ? this.afterUrl(at, end)
          : at + 1;
      default:
        if (unit === '.' || unit === '?' || unit === '!') return this.afterStop(at, from, end);
        if (unit < '\u0589') return at + 1;
        if (CJK_STOPS.includes(unit)) return this.afterCjkStop(at, end);
        return STOPS.includes(unit) ? this.afterStop(at, from, end) : at + 1;
    }
  }

  private after(closer: string, from: number, stop: number): number {
    for (let i = from; i < stop; i++) if (this.raw.startsWith(closer, i)) return i + closer.length;
    return stop;
  }

  private afterCode(at: number, end: number): number {
    const { raw } = this;
    let from = at;
    while (from < end && raw[from] === '`') from++;
    if (from - at > 3) return from;
    const ticks = raw.slice(at, from);
    // ``LaTeX quotes'' are no code.
    if (ticks === '``' && /\p{L}/u.test(raw[from] ?? '')) return from;
    const stop = Math.min(end, from + INLINE_UNITS);
    return this.after(ticks, from, stop);
  }

  // A `$` before a digit is a price far more often than maths; one behind a letter or a digit closes.
  private opensMaths(at: number): boolean {
    const next = this.raw[at + 1];
    if (next === undefined || /[\s\d$.,;:)]/.test(next)) return false;
    return at === 0 || /[\s([{"'“‘«—–\-:：，。、；（「『/=*_\u3040-\u9fff]/.test(this.raw[at - 1]!);
  }

  private afterUrl(at: number, end: number): number {
    let i = at;
    while (i < end && !isWhiteAt(this.raw, i) && !CJK.test(this.raw[i]!) && !CJK_STOPS.includes(this.raw[i]!))
      i++;
    // The full stop behind a URL ends the sentence.
    return /[.?!]/.test(this.raw[i - 1]!) ? i - 1 : i;
  }

  private skipAll(units: string, at: number, end: number): number {
    let i = at;
    while (i < end && units.includes(this.raw[i]!)) i++;
    return i;
  }

  private afterStop(at: number, from: number, end: number): number {
    const { raw } = this;
    const stops = this.skipAll(STOPS, at, end);
    const closed = this.skipAll(CLOSERS, stops, end);
    let next = closed;
    while (next < end && isWhiteAt(raw, next)) next++;
    if (next === closed && next < end) return next;
    const ends = stops > at + 1 || raw[at] !== '.' || !endsAbbreviation(raw, from, at, next);
    if (next === end) this.ended = ends;
    else if (ends && this.begins(next, raw[at]!)) this.found(next, 'sentence');
    return next;
  }

  private begins(at: number, stop: string): boolean {
    const character = String.fromCodePoint(this.raw.codePointAt(at)!);
    if (NO_BEGINNING.includes(character) || LOWER_CASE.test(character)) return false;
    if (character === '*') return this.raw[at + 1] !== ' ';
    // 5! 4! are factorials.
    return stop !== '!' || !/\d/.test(character);
  }

  private afterCjkStop(at: number, end: number): number {
    const { raw } = this;
    const stops = this.skipAll(CJK_STOPS, at, end);
    const closed = this.skipAll(CLOSERS, stops, end);
    let next = closed;
    while (next < end && isWhiteAt(raw, next)) next++;
    if (next === end) this.ended = true;
    else if (raw[stops - 1] !== '…' || this.isCjkAround(at, next)) {
      if (isLegalCut(raw, next)) this.found(next, 'sentence');
    } else if (next > closed && this.begins(next, '…')) this.found(next, 'sentence');
    return next;
  }

  private isCjkAround(at: number, next: number): boolean {
    return CJK.test(this.raw[next]!) || (at > 0 && CJK.test(this.raw[at - 1]!));
  }
}
