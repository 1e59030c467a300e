// What must not be cut, found from left to right: whether a cut at p is allowed depends on raw[0, p) alone, so
// that rollouts which share a prefix share its steps (design.md §4). An opener that finds no closer therefore
// protects only for a bounded stretch; a fence runs to its closer or the zone's end.

import { isWhiteAt } from './whiteSpace';

const MATHS_UNITS = 4_000;
const ENVIRONMENT_UNITS = 20_000;
const INLINE_CODE_UNITS = 200;

type Opener =
  /** `$$` alone on its line, `\[`: over blank lines. */
  | { kind: '$$' | '\\['; at: number }
  /** `$$` beside other text: a blank line ends it. */
  | { kind: 'inline$$'; at: number }
  | { kind: 'environment'; at: number; depth: number }
  | { kind: 'fence'; at: number; mark: string; length: number }
  | { kind: 'comment'; at: number }
  | { kind: 'json'; at: number; depth: number; inString: boolean };

const LIMITS: Record<Opener['kind'], number> = {
  $$: MATHS_UNITS,
  inline$$: MATHS_UNITS,
  '\\[': MATHS_UNITS,
  environment: ENVIRONMENT_UNITS,
  fence: Infinity,
  comment: MATHS_UNITS,
  json: ENVIRONMENT_UNITS,
};

const FENCE = /(?:[-*+] +|\d{1,3}[.)] +)?(`{3,}|~{3,})([^`\r\n]*)/y;
const JSON_START = /\{\s{0,200}"|\[\s{0,200}[{"]|\[[ \t]*\r?\n\s{0,200}[-\d[tfn]/y;
// Models begin a fence behind a colon too: "The code: ```py". Only there: ``` may be talked about.
const LATE_FENCE = /^(`{3,})[\w+#.-]{0,20}[ \t]*$/;
const BEHIND_COLON = /[:：]\**[ \t]*$/;
const BULLET = /^(?:[-*+>]|\d{1,3}[.)])[ \t]+$/;
const BACKTICKS = /`+/y;
const LONGEST_BULLET = 12;
const LONGEST_INFO = 60;

/** Pairs from, to: protected stretches of one line, in order. */
export type Spans = readonly number[];

export class Protection {
  private open: Opener | undefined;
  private found: number[] = [];
  private sawBoxed = false;
  private readonly raw: string;

  constructor(raw: string) {
    this.raw = raw;
  }

  /** Nothing is protected over the edge of a zone. */
  reset(): void {
    this.open = undefined;
  }

  get inFence(): boolean {
    return this.open?.kind === 'fence';
  }

  /** The line read last holds `\boxed{`, outside code. */
  get boxed(): boolean {
    return this.sawBoxed;
  }

  /** A blank line ends at `next`; asks whether a cut is allowed there. */
  blankTo(next: number): boolean {
    if (this.open?.kind === 'inline$$') this.open = undefined;
    return this.allowsCutAt(next);
  }

  allowsCutAt(at: number): boolean {
    if (this.open && at - this.open.at > LIMITS[this.open.kind]) this.open = undefined;
    return this.open === undefined;
  }

  /** Reads raw[first, end), the text of one line (or of what follows a tag on it), and gives what is protected. */
  read(first: number, end: number): Spans {
    this.found = [];
    this.sawBoxed = false;
    if (this.open?.kind === 'fence') return this.readFence(this.open, first, end);
    if (!this.open && this.openBlock(first, end)) return [first, end];
    let at = first;
    let from = first;
    while (at < end) {
      if (!this.open) at = this.nextSign(at, end);
      if (at === end) break;
      if (this.open && at - this.open.at > LIMITS[this.open.kind]) {
        this.protect(from, at);
        this.open = undefined;
      }
      const wasOpen = this.open !== undefined;
      const next = wasOpen ? this.readInside(this.open!, at, end) : this.readOutside(at, first, end);
      if (!wasOpen && this.open) from = at;
      if (wasOpen && !this.open) this.protect(from, next);
      at = next;
    }
    if (this.open) this.protect(from, end);
    if (this.open?.kind === 'json' && this.open.inString) this.open = undefined;
    return this.found;
  }

  /** Stretches that touch are one: a line of nothing but `$` would make millions. */
  private protect(from: number, to: number): void {
    const { found } = this;
    if (found.length > 0 && found.at(-1) === from) found[found.length - 1] = to;
    else found.push(from, to);
  }

  /** Blocks that only a line's beginning can open. */
  private openBlock(first: number, end: number): boolean {
    const unit = this.raw.charCodeAt(first);
    if (unit === 0x7b || unit === 0x5b) {
      JSON_START.lastIndex = first;
      if (JSON_START.test(this.raw)) this.open = { kind: 'json', at: first, depth: 0, inString: false };
      return false;
    }
    FENCE.lastIndex = first;
    const fence = FENCE.exec(this.raw);
    if (!fence) return false;
    // ```code``` on one line is no fence.
    if (fence[1]![0] === '`' && FENCE.lastIndex < end && this.raw[FENCE.lastIndex] === '`') return false;
    this.open = { kind: 'fence', at: first, mark: fence[1]![0]!, length: fence[1]!.length };
    return true;
  }

  private readFence(fence: Opener & { kind: 'fence' }, first: number, end: number): Spans {
    let at = first;
    while (at < end && this.raw[at] === fence.mark) at++;
    const closes = at - first >= fence.length;
    while (closes && at < end && isWhiteAt(this.raw, at)) at++;
    if (closes && at === end) this.open = undefined;
    return [first, end];
  }

  /** One token outside any region; gives where the next begins. */
  private readOutside(at: number, first: number, end: number): number {
    const { raw } = this;
    switch (raw.charCodeAt(at)) {
      case 0x5c: // backslash
        if (raw[at + 1] === '[') this.open = { kind: '\\[', at };
        else if (raw.startsWith('begin{', at + 1)) this.open = { kind: 'environment', at, depth: 1 };
        else if (raw.startsWith('boxed{', at + 1)) this.sawBoxed = true;
        return Math.min(at + 2, end);
      case 0x24: // dollar
        if (raw[at + 1] !== '$') return at + 1;
        this.open = { kind: this.isAlone(at, first, end) ? '$$' : 'inline$$', at };
        return at + 2;
      case 0x3c: // less than
        if (!raw.startsWith('!--', at + 1)) return at + 1;
        this.open = { kind: 'comment', at };
        // `<!-->` is whole.
        return at + 2;
      case 0x60: // backtick
        return this.opensLateFence(at, first, end) ? end : this.afterInlineCode(at, end);
      default:
        return at + 1;
    }
  }

  private opensLateFence(at: number, first: number, end: number): boolean {
    const { raw } = this;
    const before = raw.slice(Math.max(first, at - LONGEST_BULLET), at);
    if (!raw.startsWith('```', at) || !BEHIND_COLON.test(before)) return false;
    const fence = LATE_FENCE.exec(raw.slice(at, Math.min(end, at + LONGEST_INFO)));
    if (!fence || at + fence[0].length < end) return false;
    this.open = { kind: 'fence', at, mark: '`', length: fence[1]!.length };
    return true;
  }

  /** The next unit that can open something: most text holds none. */
  private nextSign(from: number, end: number): number {
    const { raw } = this;
    let at = from;
    for (; at < end; at++) {
      const unit = raw.charCodeAt(at);
      if (unit === 0x5c || unit === 0x24 || unit === 0x60 || unit === 0x3c) return at;
    }
    return end;
  }

  private isAlone(at: number, first: number, end: number): boolean {
    if (at !== first && !BULLET.test(this.raw.slice(first, Math.min(at, first + LONGEST_BULLET))))
      return false;
    let after = at + 2;
    while (after < end && isWhiteAt(this.raw, after)) after++;
    return after === end;
  }

  /** `\[` in inline code opens nothing. Whether the code is closed lies ahead, so an opener that finds no closer
   *  hides the rest of the line all the same, up to the bound. */
  private afterInlineCode(at: number, end: number): number {
    const { raw } = this;
    const length = this.backticksAt(at);
    // ``LaTeX quotes'' are no code.
    if (length === 2 && /\p{L}/u.test(raw[at + 2] ?? '')) return Math.min(end, at + length);
    const stop = Math.min(end, at + INLINE_CODE_UNITS);
    for (let i = at + length; i < stop; i++) {
      if (raw[i] !== '`') continue;
      const closing = this.backticksAt(i);
      if (closing === length) return i + closing;
      i += closing;
    }
    return Math.max(stop, Math.min(end, at + length));
  }

  private backticksAt(at: number): number {
    BACKTICKS.lastIndex = at;
    BACKTICKS.test(this.raw);
    return BACKTICKS.lastIndex - at;
  }

  private readInside(open: Opener, at: number, end: number): number {
    const { raw } = this;
    const unit = raw.charCodeAt(at);
    switch (open.kind) {
      case '$$':
      case 'inline$$':
        if (unit === 0x24 && raw[at + 1] === '$') return this.closeAt(at + 2);
        break;
      case '\\[':
        if (unit === 0x5c && raw[at + 1] === ']') return this.closeAt(at + 2);
        break;
      case 'environment':
        if (unit !== 0x5c) break;
        if (raw.startsWith('begin{', at + 1)) open.depth++;
        else if (raw.startsWith('end{', at + 1) && --open.depth === 0)
          return this.closeAt(this.afterBrace(at + 5, end));
        break;
      case 'comment':
        if (unit === 0x2d && raw.startsWith('->', at + 1)) return this.closeAt(at + 3);
        break;
      case 'json':
        return this.readJson(open, at);
      case 'fence':
        return end;
    }
    if (unit !== 0x5c) return at + 1;
    if (raw.startsWith('boxed{', at + 1)) this.sawBoxed = true;
    return Math.min(at + 2, end);
  }

  private readJson(open: Opener & { kind: 'json' }, at: number): number {
    const unit = this.raw.charCodeAt(at);
    if (open.inString) {
      if (unit === 0x5c) return at + 2;
      if (unit === 0x22) open.inString = false;
    } else if (unit === 0x22) open.inString = true;
    else if (unit === 0x7b || unit === 0x5b) open.depth++;
    else if ((unit === 0x7d || unit === 0x5d) && --open.depth <= 0) return this.closeAt(at + 1);
    return at + 1;
  }

  private afterBrace(at: number, end: number): number {
    const brace = this.raw.slice(at, Math.min(end, at + 40)).indexOf('}');
    return at + brace + 1;
  }

  private closeAt(at: number): number {
    this.open = undefined;
    return at;
  }
}
