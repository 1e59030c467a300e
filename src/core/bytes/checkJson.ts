// Why bytes are not JSON, and where: run only after the platform's parser refused them, whose messages differ
// from engine to engine and give no byte. Python's NaN, Infinity and -Infinity are let through and listed.
// No recursion: depth is bounded by memory alone.

import { skipBlanks } from './byteReader';

export interface JsonCheck {
  /** Ranges of bare NaN and Infinity, offsets into the bytes. */
  noNumbers: [start: number, end: number][];
  wrong?: { atByte: number; what: string; cutOff: boolean };
}

const OBJECT = 123;
const ARRAY = 91;
const WORDS = ['true', 'false', 'null', 'NaN', 'Infinity', '-Infinity'].map((word) => ({
  word,
  codes: Array.from(word, (c) => c.charCodeAt(0)),
}));
const NUMBER = /^-?(0|[1-9]\d*)(\.\d+)?([eE][+-]?\d+)?$/;
const isDigit = (byte: number | undefined) => byte !== undefined && byte >= 48 && byte <= 57;
const shown = (bytes: Uint8Array, at: number) =>
  String.fromCharCode(...bytes.subarray(at, at + 6).map((b) => (b < 32 ? 32 : b > 126 ? 63 : b))).trim();

export const checkJson = (bytes: Uint8Array): JsonCheck => new Checker(bytes).run();

class Checker {
  private at = 0;
  private readonly open: number[] = [];
  private readonly result: JsonCheck = { noNumbers: [] };
  private readonly bytes: Uint8Array;

  constructor(bytes: Uint8Array) {
    this.bytes = bytes;
  }

  run(): JsonCheck {
    let expect: 'value' | 'end' = 'value';
    for (;;) {
      this.skipBlanks();
      const done: 'value' | 'end' | undefined = expect === 'value' ? this.value() : this.afterValue();
      if (done === undefined) return this.result;
      expect = done;
    }
  }

  private skipBlanks(): void {
    this.at = skipBlanks(this.bytes, this.at);
  }

  private fail(what: string, cutOff = false): undefined {
    this.result.wrong = { atByte: this.at, what, cutOff };
    return undefined;
  }

  private ended(): undefined {
    const inner = this.open.at(-1);
    if (inner === undefined) return this.fail('it ends before a value', true);
    return this.fail(inner === OBJECT ? 'it ends inside an object' : 'it ends inside an array', true);
  }

  private value(): 'value' | 'end' | undefined {
    const byte = this.bytes[this.at];
    if (byte === undefined) return this.ended();
    if (byte === OBJECT) return this.openObject();
    if (byte === ARRAY) return this.openArray();
    if (byte === 34) return this.string() ? 'end' : undefined;
    return this.word() || this.number() ? 'end' : undefined;
  }

  private openObject(): 'value' | 'end' | undefined {
    this.open.push(OBJECT);
    this.at += 1;
    this.skipBlanks();
    if (this.bytes[this.at] === 125) return this.close();
    return this.key();
  }

  private openArray(): 'value' | 'end' {
    this.open.push(ARRAY);
    this.at += 1;
    this.skipBlanks();
    return this.bytes[this.at] === 93 ? this.close() : 'value';
  }

  private close(): 'end' {
    this.open.pop();
    this.at += 1;
    return 'end';
  }

  private key(): 'value' | undefined {
    if (this.bytes[this.at] === undefined) return this.ended();
    if (this.bytes[this.at] !== 34)
      return this.fail(`a key in quotes is missing before “${shown(this.bytes, this.at)}”`);
    if (!this.string()) return undefined;
    this.skipBlanks();
    if (this.bytes[this.at] === undefined) return this.ended();
    if (this.bytes[this.at] !== 58) return this.fail('a colon is missing after a key');
    this.at += 1;
    return 'value';
  }

  private afterValue(): 'value' | 'end' | undefined {
    const byte = this.bytes[this.at];
    const inner = this.open.at(-1);
    if (byte === undefined) return inner === undefined ? undefined : this.ended();
    if (inner === undefined) return this.fail(`something follows the value: “${shown(this.bytes, this.at)}”`);
    if (byte === (inner === OBJECT ? 125 : 93)) return this.close();
    if (byte !== 44) return this.fail(`a comma is missing before “${shown(this.bytes, this.at)}”`);
    this.at += 1;
    this.skipBlanks();
    return inner === OBJECT ? this.key() : 'value';
  }

  private string(): boolean {
    const { bytes } = this;
    for (let at = this.at + 1; at < bytes.length; at += 1) {
      const byte = bytes[at]!;
      if (byte === 34) {
        this.at = at + 1;
        return true;
      }
      if (byte < 32) {
        this.at = at;
        this.fail(
          byte === 10 || byte === 13
            ? 'a line break stands inside a string'
            : `a control character (${byte}) stands inside a string`,
        );
        return false;
      }
      if (byte !== 92) continue;
      at += 1;
      if (at < bytes.length && !this.escape(at)) return false;
    }
    this.at = bytes.length;
    this.fail('it ends inside a string', true);
    return false;
  }

  private escape(at: number): boolean {
    const byte = this.bytes[at]!;
    const letter = String.fromCharCode(byte);
    if ('"\\/bfnrt'.includes(letter)) return true;
    const hex = String.fromCharCode(...this.bytes.subarray(at + 1, at + 5));
    if (letter === 'u' && (/^[\da-fA-F]{4}$/.test(hex) || at + 5 > this.bytes.length)) return true;
    this.at = at - 1;
    this.fail(`“\\${letter}” is no escape of JSON`);
    return false;
  }

  private word(): boolean {
    for (const { word, codes } of WORDS) {
      if (!codes.every((code, i) => this.bytes[this.at + i] === code)) continue;
      if (word.endsWith('NaN') || word.endsWith('Infinity'))
        this.result.noNumbers.push([this.at, this.at + word.length]);
      this.at += word.length;
      return true;
    }
    return false;
  }

  private number(): boolean {
    const { bytes, at } = this;
    let end = at;
    while (
      isDigit(bytes[end]) ||
      (bytes[end] !== undefined && '+-.eE'.includes(String.fromCharCode(bytes[end]!)))
    )
      end += 1;
    if (end > at && NUMBER.test(String.fromCharCode(...bytes.subarray(at, Math.min(end, at + 10_000))))) {
      this.at = end;
      return true;
    }
    if (this.startsWord()) this.fail('it ends inside a value', true);
    else if (end > at && end === bytes.length) this.fail('it ends inside a number', true);
    else
      this.fail(
        at === 0 ? `it starts with “${shown(bytes, at)}”` : `a value is missing before “${shown(bytes, at)}”`,
      );
    return false;
  }

  /** The bytes end inside true, false, null and the like. */
  private startsWord(): boolean {
    const rest = this.bytes.subarray(this.at);
    return WORDS.some(
      ({ codes }) => rest.length < codes.length && rest.every((byte, i) => byte === codes[i]),
    );
  }
}
