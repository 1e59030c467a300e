// Every real file of ../shared/data: what `inspect` prints equals the facts that a separate script computed from the
// file alone (EXPECTED.json), and goes on doing so when the bytes come otherwise: without their name, packed, with
// other line ends, in slices of a byte, cut off. The files stay outside the repository.

import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { gzipSync } from 'fflate';
import { describe, expect, test, vi } from 'vitest';
import { inspectFiles } from '../../src/cli/inspect';
import { PLATFORM } from '../../src/cli/nodeFiles';
import { openContainer } from '../../src/core/bytes';
import type { NamedSource, OpenOptions, RawRecord } from '../../src/core/bytes';
import { FORMATS } from '../../src/core/formats';
import { memory } from '../core/bytes/opening';

vi.setConfig({ testTimeout: 60_000 });

const DATA = '../shared/data';
const EXPECTED = `${DATA}/EXPECTED.json`;
/** Further counts and words, to look at rather than to compare. */
const NOT_COMPARED = new Set(['path', 'more', 'note']);
/** What may differ once the bytes were changed around the records. */
const OF_CONTAINER = ['container', 'bom', 'crlf'];
/** Files up to this size come one byte at a time, larger ones in slices of 61 bytes (a prime: it meets every
 *  alignment). One byte at a time for all 8 MB takes minutes and meets nothing new. */
const ONE_BYTE_UP_TO = 48 << 10;
const LARGER_SLICE = 61;

interface ExpectedFile {
  path: string;
  container: string;
  format: string;
  [field: string]: unknown;
}
type Bytes = Uint8Array<ArrayBuffer>;

const files: ExpectedFile[] = existsSync(EXPECTED)
  ? (JSON.parse(readFileSync(EXPECTED, 'utf8')) as { files: ExpectedFile[] }).files
  : [];

/** A file, or the files of a folder in the order of their names. */
function bytesOf(path: string): [name: string, bytes: Bytes][] {
  const names = path.endsWith('/') ? readdirSync(`${DATA}/${path}`).toSorted() : [''];
  return names.map((name) => [name, Uint8Array.from(readFileSync(`${DATA}/${path}${name}`))]);
}

async function inspected(
  path: string,
  change: (bytes: Bytes) => Uint8Array,
  {
    rename = (name: string) => name,
    ...options
  }: OpenOptions & { rename?: (name: string, i: number) => string } = {},
) {
  const sources = bytesOf(path).map(([name, bytes], i): NamedSource => ({
    name: rename(name, i),
    source: memory(change(bytes)),
  }));
  const { path: _, ...facts } = await inspectFiles('x', sources, { tell: () => {}, ...options });
  return facts;
}
const factsOf = (file: ExpectedFile, without: readonly string[] = []) => ({
  ...Object.fromEntries(
    Object.entries(file).filter(([field]) => !NOT_COMPARED.has(field) && !without.includes(field)),
  ),
  faults: [],
});
const without = (facts: object, fields: readonly string[]) =>
  Object.fromEntries(Object.entries(facts).filter(([field]) => !fields.includes(field)));

const holdsJson = ({ container }: ExpectedFile) => /^(jsonl|json-|event-lines)/.test(container);
const cuttable = files.filter(({ container }) =>
  /jsonl|json-array|json-object-rows|json-dict/.test(container),
);
const whole = files.filter(({ container }) => ['parquet', 'zip', 'json-object'].includes(container));

test('how many files are compared', () => {
  const json = files.filter(holdsJson).length;
  console.log(
    files.length > 0
      ? `${files.length} files of ${DATA} equal EXPECTED.json as they are, without their name, as gzip and in small slices; ${json} with CRLF and BOM; ${cuttable.length + whole.length} cut off`
      : `${DATA} is not there: no real file is compared`,
  );
  const known = new Set(FORMATS.map(({ id }) => id));
  expect(files.filter(({ format }) => !known.has(format))).toEqual([]);
});

describe.each(files.map((file) => [file.path, file] as const))('%s', (path, file) => {
  test('as it is', async () => {
    expect(await inspected(path, (bytes) => bytes)).toEqual(factsOf(file));
  });
  test('named x', async () => {
    const rename = (_: string, i: number) => (i === 0 ? 'x' : `x${i}`);
    expect(await inspected(path, (bytes) => bytes, { rename })).toEqual(factsOf(file));
  });
  test('as gzip', async () => {
    const packed = await inspected(path, (bytes) => gzipSync(bytes, { level: 1 }));
    if (!path.endsWith('/')) expect(packed.container).toBe(`gzip+${file.container}`);
    expect(without(packed, OF_CONTAINER)).toEqual(factsOf(file, OF_CONTAINER));
  });
  test('in slices of a byte', async () => {
    const isSmall = bytesOf(path).every(([, { length }]) => length <= ONE_BYTE_UP_TO);
    const sliceBytes = isSmall ? 1 : LARGER_SLICE;
    expect(await inspected(path, (bytes) => bytes, { sliceBytes })).toEqual(factsOf(file));
  });
});

const BOM = [0xef, 0xbb, 0xbf];
function withCrlfAndBom(bytes: Bytes): Uint8Array {
  const changed = BOM.slice(0, bytes[0] === BOM[0] ? 0 : 3);
  for (const [i, byte] of bytes.entries()) {
    if (byte === 10 && bytes[i - 1] !== 13) changed.push(13);
    changed.push(byte);
  }
  return Uint8Array.from(changed);
}

describe.each(files.filter(holdsJson).map((file) => [file.path, file] as const))('%s', (path, file) => {
  test('with CRLF and BOM', async () => {
    const facts = await inspected(path, withCrlfAndBom);
    expect(facts.bom).toBe(true);
    expect(without(facts, OF_CONTAINER)).toEqual(factsOf(file, OF_CONTAINER));
  });
});

async function recordsOf(bytes: Uint8Array): Promise<RawRecord[]> {
  const opened = await openContainer(memory(bytes), PLATFORM);
  if (!opened.ok) return [];
  const records: RawRecord[] = [];
  for await (const batch of opened.value.records()) records.push(...batch.records);
  return records;
}

// Packed bytes are cut somewhere; which record that meets is known once they are unpacked.
const unpacked = cuttable.filter(({ container }) => !container.startsWith('gzip'));

describe.each(unpacked.map(({ path }) => [path] as const))('%s', (path) => {
  test('cut off inside a record: those before are whole, one fault', async () => {
    const [[, bytes]] = bytesOf(path) as [[string, Bytes]];
    const records = await recordsOf(bytes);
    const kept = Math.floor(records.length / 2);
    const { place } = records[kept]!;
    if (!('startByte' in place)) throw new Error('no byte range');
    const half = bytes.subarray(0, place.startByte + Math.floor(place.sizeBytes / 2));
    const values = (await recordsOf(half)).map(({ value }) => value);
    expect(values).toEqual(records.slice(0, kept).map(({ value }) => value));
    const { faults, rows } = await inspected(path, () => half);
    expect(faults).toEqual([{ position: expect.any(String), kind: 'cut-off' }]);
    expect(rows).toBe(kept === 0 ? null : kept + 1);
  });
});

describe.each(cuttable.map(({ path, container }) => [path, container] as const))('%s', (path, container) => {
  test('packed and cut off: whole records, one fault', async () => {
    const [[, bytes]] = bytesOf(path) as [[string, Bytes]];
    const packed = container.startsWith('gzip') ? bytes : gzipSync(bytes, { level: 1 });
    const { faults } = await inspected(path, () => packed.subarray(0, packed.length >> 1));
    expect(faults).toHaveLength(1);
  });
});

describe.each(whole.map((file) => [file.path] as const))('%s', (path) => {
  test('cut off: one fault', async () => {
    const { faults, rows } = await inspected(path, (bytes) => bytes.subarray(0, bytes.length >> 1));
    expect([faults, rows]).toEqual([[{ position: '$', kind: 'cut-off' }], null]);
  });
});
