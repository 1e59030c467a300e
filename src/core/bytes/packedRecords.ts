// Records of a batch side by side in one buffer: decoded at once, which costs a third of decoding each by itself,
// and sent to another thread without a copy.

import { asciiText, isShortAscii } from './asciiText';
import type { FoundRecord, Platform } from './bytes';
import { parseRecord, parseText } from './parseRecord';
import type { Parsed } from './parseRecord';

export interface PackedRecords {
  /** All records, a separator after each but the last. */
  bytes: Uint8Array<ArrayBuffer>;
  /** Where each ends in `bytes`. */
  ends: Uint32Array<ArrayBuffer>;
  /** Where each begins in its file, for messages. */
  startBytes: Float64Array<ArrayBuffer>;
  /** json-dict: the key of each. */
  keys?: (string | undefined)[];
}

/** Stands in no JSON, not even in its strings. A record that holds it is no JSON, and is read by itself. */
const SEPARATOR = 0x1e;

/** `undefined`: some of them came as values. */
export function packRecords(found: readonly FoundRecord[]): PackedRecords | undefined {
  const parts: Uint8Array[] = [];
  let sizeBytes = Math.max(0, found.length - 1);
  for (const record of found) {
    if (!('bytes' in record)) return undefined;
    parts.push(record.bytes);
    sizeBytes += record.bytes.length;
  }
  const bytes = new Uint8Array(sizeBytes);
  const ends = new Uint32Array(parts.length);
  let at = 0;
  for (const [i, part] of parts.entries()) {
    if (i > 0) bytes[at++] = SEPARATOR;
    bytes.set(part, at);
    at += part.length;
    ends[i] = at;
  }
  const startBytes = Float64Array.from(found, ({ place }) => ('startByte' in place ? place.startByte : 0));
  const packed: PackedRecords = { bytes, ends, startBytes };
  if (found.some(({ key }) => key !== undefined)) packed.keys = found.map(({ key }) => key);
  return packed;
}

/** The records one after the other; see `parsePiece`. */
export function parsePacked(
  { bytes, ends, startBytes }: PackedRecords,
  platform: Platform,
  onRecord: (parsed: Parsed, record: number) => void,
): void {
  let texts: string[] | undefined;
  const decoded = (i: number) => {
    texts ??= textsOf(platform.decodeUtf8(bytes), ends.length) ?? [];
    return texts[i];
  };
  for (const [i, end] of ends.entries()) {
    const start = i === 0 ? 0 : ends[i - 1]! + 1;
    const text =
      texts === undefined && isShortAscii(bytes, start, end) ? asciiText(bytes, start, end) : decoded(i);
    const parsed = text === undefined ? undefined : parseText(text);
    onRecord(parsed ?? parseRecord(bytes.subarray(start, end), startBytes[i]!, platform), i);
  }
}

/** `undefined`: where the records are cannot be told from the text, or a byte of one was bad. */
function textsOf(text: string, count: number): string[] | undefined {
  if (text.includes('\uFFFD')) return undefined;
  const separator = String.fromCharCode(SEPARATOR);
  const texts = text.split(separator);
  return texts.length === count ? texts : undefined;
}
