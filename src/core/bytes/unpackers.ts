import { Gunzip, Inflate } from 'fflate';
import { Decompress } from 'fzstd';
import type { Platform } from './bytes';
import { BadPacked } from './unpackedReader';
import type { Unpacker } from './unpackedReader';

type OnData = (bytes: Uint8Array) => void;

/** Several members one after another are one stream (the platform's DecompressionStream throws at the second). */
export function gunzip(onData: OnData): Unpacker {
  const stream = new Gunzip(onData);
  return { push: (bytes) => stream.push(bytes), finish: () => stream.push(new Uint8Array(0), true) };
}

export function inflate(onData: OnData): Unpacker {
  const stream = new Inflate(onData);
  return { push: (bytes) => stream.push(bytes), finish: () => stream.push(new Uint8Array(0), true) };
}

/** fzstd writes over its buffers, so each part is copied. */
export function unzstd(onData: OnData): Unpacker {
  const stream = new Decompress((bytes) => onData(bytes.slice()));
  return {
    push: (bytes) => void stream.push(bytes),
    finish: () => void stream.push(new Uint8Array(0), true),
  };
}

export const stored = (onData: OnData): Unpacker => ({ push: onData, finish: () => undefined });

/** UTF-16 with its BOM to UTF-8 without one. */
export const fromUtf16 =
  (platform: Platform, endian: 'le' | 'be') =>
  (onData: OnData): Unpacker => {
    let rest = new Uint8Array(0);
    let isFirst = true;
    const take = (bytes: Uint8Array, isLast: boolean) => {
      const joined = new Uint8Array(rest.length + bytes.length);
      joined.set(rest);
      joined.set(bytes, rest.length);
      let end = isLast ? joined.length : joined.length & ~1;
      const lastUnitHigh = joined[endian === 'le' ? end - 1 : end - 2] ?? 0;
      // A high surrogate waits for its other half.
      if (!isLast && end >= 2 && (lastUnitHigh & 0xfc) === 0xd8) end -= 2;
      rest = joined.slice(end);
      const text = platform.decodeUtf16(joined.subarray(0, end), endian);
      if (text === '') return;
      onData(encodeUtf8(isFirst && text.startsWith('\uFEFF') ? text.slice(1) : text));
      isFirst = false;
    };
    return { push: (bytes) => take(bytes, false), finish: () => take(new Uint8Array(0), true) };
  };

function encodeUtf8(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length * 3);
  let at = 0;
  for (const character of text) {
    const code = character.codePointAt(0)!;
    if (code < 0x80) bytes[at++] = code;
    else {
      const more = code < 0x800 ? 1 : code < 0x10000 ? 2 : 3;
      bytes[at++] = (0xff00 >> (more + 1)) | (code >> (6 * more));
      for (let left = more - 1; left >= 0; left -= 1) bytes[at++] = 0x80 | ((code >> (6 * left)) & 0x3f);
    }
  }
  return bytes.subarray(0, at);
}

const CRC_TABLE = Uint32Array.from({ length: 256 }, (_, n) => {
  let value = n;
  for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1;
  return value;
});

/** Compares the CRC-32 of what was unpacked once the input is over. */
export const checkedBy =
  (crc: number, unpack: (onData: OnData) => Unpacker) =>
  (onData: OnData): Unpacker => {
    let state = -1;
    const inner = unpack((bytes) => {
      for (const byte of bytes) state = CRC_TABLE[(state ^ byte) & 0xff]! ^ (state >>> 8);
      onData(bytes);
    });
    return {
      push: (bytes) => inner.push(bytes),
      finish() {
        inner.finish();
        if (~state >>> 0 !== crc >>> 0)
          throw new BadPacked('wrong-crc', 'its checksum (CRC-32) is not the one noted');
      },
    };
  };
