// What the tests of this folder share: bytes in memory, the platform of Node, and reading to the end.

import type { ByteSource, OpenedContainer, OpenOptions, Platform, RawRecord } from '../../../src/core/bytes';
import { openContainer, positionOf } from '../../../src/core/bytes';
import type { Fault, Warning } from '../../../src/core/model';

const utf8 = new TextDecoder('utf-8', { ignoreBOM: true });
const utf16 = {
  le: new TextDecoder('utf-16le', { ignoreBOM: true }),
  be: new TextDecoder('utf-16be', { ignoreBOM: true }),
};
export const platform: Platform = {
  decodeUtf8: (bytes) => utf8.decode(bytes),
  decodeUtf16: (bytes, endian) => utf16[endian].decode(bytes),
};

/** Faster than a Blob for a million one-byte slices. */
export function memory(content: string | Uint8Array): ByteSource {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  return {
    size: bytes.length,
    slice: (startByte, endByte) => ({
      arrayBuffer: () => Promise.resolve(new Uint8Array(bytes.subarray(startByte, endByte)).buffer),
    }),
  };
}

export interface ReadAll {
  opened: OpenedContainer;
  id: string;
  records: RawRecord[];
  values: unknown[];
  positions: string[];
  faults: Fault[];
  warnings: Warning[];
}

export async function readAll(
  content: string | Uint8Array | ByteSource,
  options?: OpenOptions,
): Promise<ReadAll> {
  const source = typeof content === 'string' || content instanceof Uint8Array ? memory(content) : content;
  const result = await openContainer(source, platform, options);
  if (!result.ok) throw new Error(`not opened: ${result.fault.kind} ${result.fault.reason}`);
  const opened = result.value;
  const all: ReadAll = {
    opened,
    id: opened.container.id,
    records: [],
    values: [],
    positions: [],
    faults: [],
    warnings: [],
  };
  for await (const batch of opened.records()) {
    all.records.push(...batch.records);
    all.faults.push(...batch.faults);
    all.warnings.push(...(batch.warnings ?? []));
  }
  all.values = all.records.map((record) => record.value);
  all.positions = all.records.map((record) => positionOf(record.place));
  return all;
}

/** The fault of a source that can not be opened at all. */
export async function refused(
  content: string | Uint8Array | ByteSource,
  options?: OpenOptions,
): Promise<Fault> {
  const source = typeof content === 'string' || content instanceof Uint8Array ? memory(content) : content;
  const result = await openContainer(source, platform, options);
  if (result.ok) throw new Error(`opened as ${result.value.container.id}`);
  return result.fault;
}
