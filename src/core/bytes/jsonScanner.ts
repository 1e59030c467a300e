// Finds where JSON values begin and end without decoding them: strings, escapes and depth, nothing else. Keeps
// its state between pieces, so slices may end anywhere. What lies between two events is for the parser to judge.

export const OPEN_OBJECT = 1;
export const OPEN_ARRAY = 2;
export const CLOSE_OBJECT = 3;
export const CLOSE_ARRAY = 4;
export const COMMA = 5;
export const COLON = 6;
/** Outside any value: something that is neither white space nor the start of an object or array. */
export const JUNK = 7;

const STRING = 8;
const QUOTE = 34;
/** Bytes of a string that are looked at one by one before the platform is asked for its end. */
const SHORT_STRING = 32;
const BACKSLASH = 92;
/** Bytes that mean something outside strings. */
const KINDS = new Uint8Array(256);
KINDS[QUOTE] = STRING;
KINDS[123] = OPEN_OBJECT;
KINDS[91] = OPEN_ARRAY;
KINDS[125] = CLOSE_OBJECT;
KINDS[93] = CLOSE_ARRAY;
KINDS[44] = COMMA;
KINDS[58] = COLON;
const BLANK = new Uint8Array(256);
BLANK[32] = BLANK[10] = BLANK[13] = BLANK[9] = 1;
// A BOM stands between values where files were joined.
BLANK[0xef] = BLANK[0xbb] = BLANK[0xbf] = 1;

export const isClosing = (kind: number) => kind === CLOSE_OBJECT || kind === CLOSE_ARRAY;

export class JsonScanner {
  depth = 0;
  inString = false;
  private isEscaped = false;
  private inJunk = false;
  private readonly bracketDepth: number;
  private readonly separatorDepth: number;
  private readonly events: number[] = [];

  /** Down to which depth opening and closing, and down to which commas and colons are told. */
  constructor(bracketDepth: number, separatorDepth: number) {
    this.bracketDepth = bracketDepth;
    this.separatorDepth = separatorDepth;
  }

  /** Events as triples [kind, depth, position]. Depth is that of what is opened or closed (the outermost
   *  value: 1), or of what holds the comma. The array is used again by the next call. */
  scan(bytes: Uint8Array, startByte: number): readonly number[] {
    const { events, bracketDepth, separatorDepth } = this;
    events.length = 0;
    const end = bytes.length;
    let at = this.inString ? this.skipString(bytes, 0) : 0;
    while (at < end) {
      if (this.depth === 0) {
        at = this.outside(bytes, at, startByte);
        continue;
      }
      while (at < end && KINDS[bytes[at]!] === 0) at += 1;
      if (at >= end) break;
      const kind = KINDS[bytes[at]!]!;
      if (kind === STRING) {
        this.inString = true;
        at = this.skipString(bytes, at + 1);
        continue;
      }
      if (kind <= OPEN_ARRAY) this.depth += 1;
      const told = kind < COMMA ? bracketDepth : separatorDepth;
      if (this.depth <= told) events.push(kind, this.depth, startByte + at);
      if (isClosing(kind)) this.depth -= 1;
      at += 1;
    }
    return events;
  }

  private outside(bytes: Uint8Array, from: number, startByte: number): number {
    let at = from;
    while (at < bytes.length) {
      const byte = bytes[at]!;
      const kind = KINDS[byte]!;
      if (kind === OPEN_OBJECT || kind === OPEN_ARRAY) {
        this.inJunk = false;
        this.depth = 1;
        this.events.push(kind, 1, startByte + at);
        return at + 1;
      }
      if (!this.inJunk && BLANK[byte] === 0) {
        this.inJunk = true;
        this.events.push(JUNK, 0, startByte + at);
      }
      at += 1;
    }
    return at;
  }

  /** The position after the closing quote, or the end of the bytes. */
  private skipString(bytes: Uint8Array, from: number): number {
    const end = bytes.length;
    let at = from;
    if (this.isEscaped && at < end) {
      this.isEscaped = false;
      at += 1;
    }
    const near = Math.min(end, at + SHORT_STRING);
    while (at < near) {
      const byte = bytes[at]!;
      if (byte === QUOTE) {
        this.inString = false;
        return at + 1;
      }
      if (byte === BACKSLASH) {
        at += 1;
        if (at >= end) this.isEscaped = true;
      }
      at += 1;
    }
    return at >= end ? end : this.skipLongString(bytes, at);
  }

  /** The platform finds quotes many times faster than a loop; a quote after an odd run of backslashes ends nothing. */
  private skipLongString(bytes: Uint8Array, from: number): number {
    for (let at = from; ;) {
      const quote = bytes.indexOf(QUOTE, at);
      const stop = quote < 0 ? bytes.length : quote;
      let runStart = stop;
      while (runStart > from && bytes[runStart - 1] === BACKSLASH) runStart -= 1;
      const isEscaped = (stop - runStart) % 2 === 1;
      if (quote < 0) {
        this.isEscaped = isEscaped;
        return stop;
      }
      if (!isEscaped) {
        this.inString = false;
        return quote + 1;
      }
      at = quote + 1;
    }
  }
}
