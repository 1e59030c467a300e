// Where sentences begin. Reads line after line and looks ahead by one word at most, so that two texts find the
// same beginnings up to the last one before they part. What is protected inside a sentence (code, formulas, URLs,
// citations) therefore ends at its closer, at a bound or at the line's end, whichever comes first.

import { endsAbbreviation } from './abbreviations';
import { BlockReader, ItemReader, isHeading, labelEnd } from './lineMarks';
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
const LONGEST_LABEL = 24;

export type Beginning = 'paragraph' | 'block' | 'sentence' | 'line';

export class SentenceFinder {
  /** The line before ended a sentence. */
  private ended = false;
  /** Where the sentence began that is being read. */
  private sentenceFrom = 0;
  private lineFrom = 0;
  private afterHeading = false;
  private span = 0;

  private readonly items: ItemReader;
  private readonly blocks: BlockReader;
  private readonly raw: string;
  private readonly found: (at: number, beginning: Beginning) => void;

  constructor(raw: string, found: (at: number, beginning: Beginning) => void) {
    this.raw = raw;
    this.found = found;
    this.items = new ItemReader(raw);
    this.blocks = new BlockReader(raw);
  }

  line(line: TextLine): void {
    const { raw, blocks } = this;
    const { start, first } = line;
    if (line.opensZone) this.restart();
    const before = blocks.block;
    const continues = blocks.continues(first, line.end, line.afterBlank);
    const heading = isHeading(raw, first);
    const itemText = line.free ? this.items.textAt(start, first) : undefined;
    const begins = line.afterBlank || heading || this.afterHeading || itemText !== undefined;
    const changes = !continues && before !== blocks.block;
    const from = itemText ?? labelEnd(raw, first) ?? first;
    this.lineFrom = from;
    if (line.opensZone || (line.free && (begins || changes || this.ended))) this.sentenceFrom = from;
    if (line.free && !line.opensZone) {
      if (line.afterBlank) this.found(start, 'paragraph');
      else if (begins || changes) this.found(start, 'block');
      else if (!continues) this.found(start, this.ended ? 'sentence' : 'line');
    }
    this.ended = false;
    this.afterHeading = heading;
    if (blocks.block === undefined && !heading) this.readWithin(line, from);
  }

  private restart(): void {
    this.ended = false;
    this.afterHeading = false;
    this.items.restart();
    this.blocks.restart();
  }

  private begin(at: number): void {
    this.sentenceFrom = at;
    this.found(at, 'sentence');
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
        return this.opensMaths(at) ? this.afterMaths('$', at + 1, end) : at + 1;
      case '\\':
        if (raw[at + 1] !== '(') return at + 2;
        return this.afterMaths('\\)', at + 2, end);
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

  /** `$x = 5.$ So`: a full stop inside at the end of a formula ends the sentence too. */
  private afterMaths(closer: string, from: number, end: number): number {
    const { raw } = this;
    const closed = this.after(closer, from, Math.min(end, from + INLINE_UNITS));
    const stop = closed - closer.length - 1;
    const ends =
      stop > from && raw[stop] === '.' && raw[stop - 1] !== '.' && raw.startsWith(closer, stop + 1);
    return ends ? this.endAt(this.skipAll(CLOSERS, closed, end), end, '.', () => true) : closed;
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
    // The full stop behind a URL ends the sentence, and so does one before what closes a bracket.
    let last = i;
    while (CLOSERS.includes(this.raw[last - 1]!)) last--;
    return /[.?!]/.test(this.raw[last - 1]!) ? last - 1 : i;
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
    return this.endAt(closed, end, raw[at]!, (next) => {
      if (stops > at + 1 || raw[at] !== '.') return true;
      return !this.isOrdinal(at) && !endsAbbreviation(raw, Math.max(from, this.sentenceFrom), at, next);
    });
  }

  /** White space or the line's end must follow a stop; `ends`: knowing what comes `next`, is it one? */
  private endAt(closed: number, end: number, stop: string, ends: (next: number) => boolean): number {
    let next = closed;
    while (next < end && isWhiteAt(this.raw, next)) next++;
    if (next === closed && next < end) return next;
    if (next === end) this.ended = ends(next);
    else if (ends(next) && this.begins(next, stop)) this.begin(next);
    return next;
  }

  /** The full stop at `at` is that of "2." or "Step 2." at the beginning of a sentence, not its end. */
  private isOrdinal(at: number): boolean {
    const { raw, sentenceFrom } = this;
    if (!/\d/.test(raw[at - 1]!)) return false;
    const head = raw.slice(Math.max(sentenceFrom, at - LONGEST_LABEL), at);
    if (/[:：][ \t]*1$/.test(head)) return this.items.countsOn(1);
    if (at - sentenceFrom > LONGEST_LABEL) return false;
    const ordinal = /^[(*_"“]*(\d{1,3})$/.exec(head);
    if (!ordinal) return labelEnd(raw, sentenceFrom) === at + 1;
    return this.items.countsOn(Number(ordinal[1])) || sentenceFrom === this.lineFrom;
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
    if (raw[at] === '．' && stops === at + 1 && this.isInNumber(at)) return stops;
    const closed = this.skipAll(CLOSERS, stops, end);
    let next = closed;
    while (next < end && isWhiteAt(raw, next)) next++;
    if (next === end) this.ended = true;
    else if (raw[stops - 1] !== '…' || this.isCjkAround(at, next)) {
      if (isLegalCut(raw, next)) this.begin(next);
    } else if (next > closed && this.begins(next, '…')) this.begin(next);
    return next;
  }

  /** ３．１４ is a number, １． at the beginning of a sentence an ordinal. */
  private isInNumber(at: number): boolean {
    const { raw, sentenceFrom } = this;
    if (!/[\d０-９]/.test(raw[at - 1] ?? '')) return false;
    if (/[\d０-９]/.test(raw[at + 1] ?? '')) return true;
    return at - sentenceFrom < 4 && /^[\d０-９]+$/.test(raw.slice(sentenceFrom, at));
  }

  private isCjkAround(at: number, next: number): boolean {
    return CJK.test(this.raw[next]!) || (at > 0 && CJK.test(this.raw[at - 1]!));
  }
}
