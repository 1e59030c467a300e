// The list of a zip's entries, and each entry's bytes unpacked as far as they are read. The list is zip.js' work
// (Zip64, odd encodings); entries are unpacked here, since method 93 (zstd) is not among its own.

import { ZipReader } from '@zip.js/zip.js/lib/zip-core-external.js';
import type { Fault, Result } from '../model';
import { Unreadable, readSource } from './byteReader';
import type { ByteReader } from './byteReader';
import type { ByteSource } from './bytes';
import { count } from './parseRecord';
import type { Limits } from './recordBatches';
import { UnpackedReader } from './unpackedReader';
import type { UnpackSettings } from './unpackedReader';
import { checkedBy, inflate, stored, unzstd } from './unpackers';

export interface ZipEntry {
  name: string;
  sizeBytes: number;
  packedBytes: number;
  /** A new one each time: it holds what it unpacked. */
  open(): Promise<Result<UnpackedReader, Fault>>;
}
export type Keep = UnpackSettings['keepBytes'];

const METHODS = new Map([
  [0, stored],
  [8, inflate],
  [93, unzstd],
]);
const LOCAL_HEADER_BYTES = 30;
const CHUNK_BYTES = 64 << 10;

/** What of a zip.js entry is used. */
interface ListedEntry {
  filename: string;
  directory: boolean;
  encrypted: boolean;
  compressionMethod: number;
  signature: number;
  offset: number;
  compressedSize: number;
  uncompressedSize: number;
}

export async function listZip(
  source: ByteSource,
  limits: Limits,
  keepBytes: Keep,
): Promise<Result<ZipEntry[], Fault>> {
  const reader = {
    size: source.size,
    init: () => Promise.resolve(),
    readUint8Array: (at: number, length: number) => readSource(source, at, at + length),
  };
  let listed: ListedEntry[];
  try {
    listed = (await new ZipReader(reader as never).getEntries()) as unknown as ListedEntry[];
  } catch (cause) {
    if (cause instanceof Unreadable) throw cause;
    const reason = `The zip's list of entries can not be read: ${cause instanceof Error ? cause.message : String(cause)}.`;
    return {
      ok: false,
      fault: { position: '$', kind: 'cut-off', reason, remedy: 'Copy or download the file again.' },
    };
  }
  const files = listed.filter((entry) => !entry.directory);
  return { ok: true, value: files.map((entry) => zipEntry(source, entry, limits, keepBytes)) };
}

function zipEntry(source: ByteSource, entry: ListedEntry, limits: Limits, keepBytes: Keep): ZipEntry {
  return {
    name: entry.filename,
    sizeBytes: entry.uncompressedSize,
    packedBytes: entry.compressedSize,
    async open() {
      const method = METHODS.get(entry.compressionMethod);
      if (entry.encrypted)
        return refused(entry, 'encrypted', 'It is encrypted.', 'Unpack the zip with its password.');
      if (method === undefined)
        return refused(
          entry,
          'unknown-codec',
          `It is packed with method ${entry.compressionMethod}.`,
          'Zip it again with deflate.',
        );
      if (entry.uncompressedSize > limits.maxInflatedBytes)
        return refused(
          entry,
          'too-large',
          `It unpacks to ${count(entry.uncompressedSize)} bytes; up to ${count(limits.maxInflatedBytes)} are read.`,
          'Unpack the zip yourself and drop the parts you need.',
        );
      const packed = await packedReader(source, entry);
      const settings: UnpackSettings = {
        name: 'zip',
        unpack: checkedBy(entry.signature, method),
        maxBytes: Math.min(entry.uncompressedSize, limits.maxInflatedBytes),
        chunkBytes: Math.min(limits.sliceBytes, CHUNK_BYTES),
        keepBytes,
      };
      return { ok: true, value: new UnpackedReader(packed, settings) };
    },
  };
}

/** The entry's own name and extra field lie between its local header and its data. */
async function packedReader(source: ByteSource, entry: ListedEntry): Promise<ByteReader> {
  const header = await readSource(source, entry.offset, entry.offset + LOCAL_HEADER_BYTES);
  const u16 = (at: number) => (header[at] ?? 0) | ((header[at + 1] ?? 0) << 8);
  const start = entry.offset + LOCAL_HEADER_BYTES + u16(26) + u16(28);
  const end = start + entry.compressedSize;
  return {
    read: (from, to) => readSource(source, start + from, Math.min(end, start + to)),
    consumedAt: (innerByte) => Math.min(innerByte, entry.compressedSize),
    damage: () => undefined,
  };
}

const refused = (
  entry: ListedEntry,
  kind: string,
  reason: string,
  remedy: string,
): { ok: false; fault: Fault } => ({
  ok: false,
  fault: { position: entry.filename, kind, reason, remedy },
});
