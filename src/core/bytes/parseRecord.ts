// One record's bytes to its value, or why not. Expected faults only; the caller knows the place.

import type { Warning } from '../model';
import { checkJson } from './checkJson';
import type { JsonCheck } from './checkJson';
import type { Platform } from './bytes';

export type Parsed =
  | { ok: true; value: unknown; warnings: Warning[] }
  | {
      ok: false;
      kind: 'not-json' | 'cut-off' | 'too-deep' | 'too-large' | 'binary';
      reason: string;
      remedy: string;
    };

/** Objects and arrays inside each other. A search tree has two a level; readers recurse, and about 8,000
 *  frames is what a stack holds. */
export const MAX_DEPTH = 2000;

export const count = (n: number) => n.toLocaleString('en-US');

/** `undefined`: not as simple as that, `parseRecord` says what is wrong. */
export function parseText(text: string): Parsed | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return mayBeTooDeep(text) && isDeeperThan(value, MAX_DEPTH)
      ? undefined
      : { ok: true, value, warnings: NO_WARNINGS };
  } catch {
    return undefined;
  }
}

// One list for all: a batch has thousands of records without any.
const NO_WARNINGS: Warning[] = [];

function mayBeTooDeep(text: string): boolean {
  if (text.length <= 2 * MAX_DEPTH) return false;
  let opened = 0;
  for (const bracket of ['{', '[']) {
    for (let at = text.indexOf(bracket); at >= 0; at = text.indexOf(bracket, at + 1)) {
      opened += 1;
      if (opened > MAX_DEPTH) return true;
    }
  }
  return false;
}

/** `startByte` only serves the messages. */
export function parseRecord(given: Uint8Array, givenStart: number, platform: Platform): Parsed {
  const bom = bomBytes(given);
  const [bytes, startByte] = bom > 0 ? [given.subarray(bom), givenStart + bom] : [given, givenStart];
  const text = platform.decodeUtf8(bytes);
  const warnings = text.includes('\uFFFD') ? badUtf8(bytes, startByte) : [];
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    if (!(cause instanceof SyntaxError)) return tooDeep();
    const check = checkJson(bytes);
    if (check.wrong !== undefined || check.noNumbers.length === 0) return explained(check.wrong, startByte);
    try {
      value = JSON.parse(withNulls(bytes, check.noNumbers, platform));
    } catch {
      return tooDeep();
    }
    warnings.push({
      kind: 'no-number',
      reason: `${count(check.noNumbers.length)} × NaN or Infinity, which JSON does not have; read as no number.`,
    });
  }
  if (mayBeTooDeep(text) && isDeeperThan(value, MAX_DEPTH)) return tooDeep();
  return { ok: true, value, warnings };
}

/** Files joined end to end carry the BOM of each. */
export const bomBytes = (bytes: Uint8Array) =>
  bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;

function explained(wrong: JsonCheck['wrong'], startByte: number): Parsed {
  if (wrong === undefined)
    return {
      ok: false,
      kind: 'not-json',
      reason: 'Not JSON.',
      remedy: 'Fix the record and drop the file again.',
    };
  const at = count(startByte + wrong.atByte);
  if (wrong.cutOff)
    return {
      ok: false,
      kind: 'cut-off',
      reason: `Not whole JSON: ${wrong.what} at byte ${at}.`,
      remedy: 'The file was probably cut off while it was written or copied. What comes before is read.',
    };
  return {
    ok: false,
    kind: 'not-json',
    reason: `Not JSON: ${wrong.what} at byte ${at}.`,
    remedy: 'Fix the record and drop the file again, or go on without it.',
  };
}

const tooDeep = (): Parsed => ({
  ok: false,
  kind: 'too-deep',
  reason: `Objects and arrays lie more than ${count(MAX_DEPTH)} deep inside each other.`,
  remedy: 'Flatten the record, for instance into a list of nodes with parent ids, or go on without it.',
});

export const tooLarge = (sizeBytes: number, maxBytes: number): Parsed & { ok: false } => ({
  ok: false,
  kind: 'too-large',
  reason: `The record has ${count(sizeBytes)} bytes or more; up to ${count(maxBytes)} are read.`,
  remedy: 'Split the record into smaller ones, or go on without it.',
});

function withNulls(bytes: Uint8Array, ranges: [number, number][], platform: Platform): string {
  let text = '';
  let from = 0;
  for (const [start, end] of ranges) {
    text += `${platform.decodeUtf8(bytes.subarray(from, start))}null`;
    from = end;
  }
  return text + platform.decodeUtf8(bytes.subarray(from));
}

function isDeeperThan(value: unknown, limit: number): boolean {
  if (typeof value !== 'object' || value === null) return false;
  if (limit === 0) return true;
  if (Array.isArray(value)) return value.some((inner) => isDeeperThan(inner, limit - 1));
  return Object.values(value).some((inner) => isDeeperThan(inner, limit - 1));
}

/** A replacement character in the text was either there or stands for a bad byte. */
export function badUtf8(bytes: Uint8Array, startByte: number): Warning[] {
  const at = badUtf8At(bytes);
  if (at === undefined) return [];
  return [
    {
      kind: 'bad-utf8',
      reason: `Byte ${count(startByte + at)} is not UTF-8; shown as “\uFFFD”, as others after it may be.`,
    },
  ];
}

/** Offset of the first byte that is not well-formed UTF-8 (RFC 3629). */
function badUtf8At(bytes: Uint8Array): number | undefined {
  for (let at = 0; at < bytes.length;) {
    const lead = bytes[at]!;
    const more =
      lead < 0x80 ? 0 : lead < 0xc2 ? -1 : lead < 0xe0 ? 1 : lead < 0xf0 ? 2 : lead < 0xf5 ? 3 : -1;
    if (more < 0) return at;
    const second = bytes[at + 1] ?? 0;
    const low = lead === 0xe0 ? 0xa0 : lead === 0xf0 ? 0x90 : 0x80;
    const high = lead === 0xed ? 0x9f : lead === 0xf4 ? 0x8f : 0xbf;
    if (more > 0 && (second < low || second > high)) return at;
    for (let i = 2; i <= more; i += 1) if (((bytes[at + i] ?? 0) & 0xc0) !== 0x80) return at;
    at += more + 1;
  }
  return undefined;
}
