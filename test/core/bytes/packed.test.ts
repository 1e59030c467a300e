import { brotliCompressSync } from 'node:zlib';
import { gzipSync, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { readAll, refused } from './opening';
import { tinyParquet } from './tinyParquet';

const bytesOf = (text: string) => new TextEncoder().encode(text);
const joined = (...parts: Uint8Array[]) => new Uint8Array(parts.flatMap((part) => [...part]));
const LINES = Array.from(
  { length: 300 },
  (_, i) => `${JSON.stringify({ i, text: `${i}`.repeat(i % 50) })}\n`,
).join('');
const VALUES = LINES.trim()
  .split('\n')
  .map((line) => JSON.parse(line) as unknown);

/** A frame of one raw block: https://www.rfc-editor.org/rfc/rfc8878. Single segment, size in 4 bytes. */
function zstdRaw(text: string): Uint8Array {
  const data = bytesOf(text);
  const header = (data.length << 3) | 1;
  const size = [data.length & 255, (data.length >> 8) & 255, (data.length >> 16) & 255, 0];
  return joined(
    new Uint8Array([
      0x28,
      0xb5,
      0x2f,
      0xfd,
      0xa0,
      ...size,
      header & 255,
      (header >> 8) & 255,
      (header >> 16) & 255,
    ]),
    data,
  );
}

describe('gzip and zstd', () => {
  const half = LINES.indexOf('\n', LINES.length / 2) + 1;
  test.each([
    ['gzip', 'gzip+jsonl', gzipSync(bytesOf(LINES))],
    [
      'two gzip members',
      'gzip+jsonl',
      joined(gzipSync(bytesOf(LINES.slice(0, half))), gzipSync(bytesOf(LINES.slice(half)))),
    ],
    ['zstd', 'zstd+jsonl', zstdRaw(LINES)],
    ['two zstd frames', 'zstd+jsonl', joined(zstdRaw(LINES.slice(0, half)), zstdRaw(LINES.slice(half)))],
    ['gzip of gzip', 'gzip+gzip+jsonl', gzipSync(gzipSync(bytesOf(LINES)))],
  ])('%s is unwrapped, its records by their inner positions', async (_, id, bytes) => {
    for (const sliceBytes of [13, 1 << 20]) {
      const all = await readAll(bytes, { sliceBytes });
      expect([all.id, all.values, all.faults]).toEqual([id, VALUES, []]);
      expect(all.positions.at(-1)).toBe('line 300');
      for (const { place, value } of [all.records[0]!, all.records[150]!, all.records[299]!])
        expect(await all.opened.recordAt(place)).toEqual(value);
    }
  });

  test('the inflated bytes are kept where the caller says, and open alone with the same places', async () => {
    const kept: Uint8Array[] = [];
    const all = await readAll(gzipSync(bytesOf(LINES)), {
      keepBytes: (bytes) => {
        kept.push(bytes);
        return new Blob([bytes]);
      },
    });
    const sources = (await all.opened.inflated!()) as Blob[];
    expect(joined(...kept)).toEqual(bytesOf(LINES));
    const alone = await readAll(new Blob(sources));
    expect(alone.records).toEqual(all.records);
  });

  test('a truncated gzip keeps its whole records and is one fault', async () => {
    const bytes = gzipSync(bytesOf(LINES));
    for (const sliceBytes of [13, 1 << 20]) {
      const all = await readAll(bytes.subarray(0, bytes.length / 2), { sliceBytes });
      expect(all.values).toEqual(VALUES.slice(0, all.values.length));
      expect(all.values.length).toBeGreaterThan(50);
      expect(all.faults.map((fault) => fault.kind)).toEqual(['cut-off']);
      expect(all.faults[0]?.reason).toContain('gzip');
    }
  });

  test('a gzip that is damaged from the start is refused', async () => {
    expect(
      (await refused(joined(gzipSync(bytesOf(LINES)).subarray(0, 10), new Uint8Array(20).fill(255)))).kind,
    ).toBe('damaged');
  });

  test('what unpacks beyond the limit stops there, with a message', async () => {
    const all = await readAll(gzipSync(bytesOf(LINES)), { maxInflatedBytes: 3000, sliceBytes: 64 });
    expect(all.faults.map((fault) => fault.kind)).toEqual(['too-large']);
    expect(all.faults[0]?.reason).toContain('limit of 3,000 bytes');
    expect(all.values).toEqual(VALUES.slice(0, all.values.length));
  });
});

/** Offset of the central directory's entry for a name. */
function centralEntry(zip: Uint8Array, name: string): number {
  const view = new DataView(zip.buffer, zip.byteOffset);
  for (let at = 0; at < zip.length - 46; at += 1) {
    if (view.getUint32(at, true) !== 0x02014b50) continue;
    const length = view.getUint16(at + 28, true);
    if (new TextDecoder().decode(zip.subarray(at + 46, at + 46 + length)) === name) return at;
  }
  throw new Error(`no entry ${name}`);
}

describe('zip', () => {
  const sample = (id: number, epoch: number) => bytesOf(JSON.stringify({ id, epoch }));
  const log = {
    '_journal/start.json': bytesOf('{"version":2,"eval":{"task":"t"}}'),
    'samples/10_epoch_1.json': sample(10, 1),
    'samples/9_epoch_2.json': sample(9, 2),
    'samples/9_epoch_1.json': sample(9, 1),
  };

  test('an Inspect log: samples by epoch and id, the header beside them', async () => {
    const all = await readAll(zipSync({ ...log, 'header.json': bytesOf('{"status":"success"}') }));
    expect(all.id).toBe('zip');
    expect(all.opened.container).toMatchObject({ zipEntries: 5, detail: { header: { status: 'success' } } });
    expect(all.positions).toEqual([
      'samples/9_epoch_1.json',
      'samples/10_epoch_1.json',
      'samples/9_epoch_2.json',
    ]);
    expect(await all.opened.recordAt(all.records[1]!.place)).toEqual({ id: 10, epoch: 1 });
    expect(await all.opened.recordSourceAt(all.records[1]!.place)).toBe('{"id":10,"epoch":1}');
  });

  test('after a crash the journal gives the header', async () => {
    const { opened } = await readAll(zipSync(log));
    expect(opened.container.detail['header']).toEqual({ version: 2, eval: { task: 't' } });
  });

  test('any other zip: every entry is a file, pictures are said', async () => {
    const zip = zipSync({
      'a/lines.jsonl': bytesOf('{"a":1}\n{"a":2}\nno\n'),
      'b.json': bytesOf('[{"b":1}]'),
      'c.txt': bytesOf('some text'),
      'd.png': new Uint8Array([137, 80, 78, 71, 0, 0]),
    });
    for (const sliceBytes of [3, 1 << 20]) {
      const all = await readAll(zip, { sliceBytes });
      expect(all.positions).toEqual(['a/lines.jsonl line 1', 'a/lines.jsonl line 2', 'b.json [0]', 'c.txt']);
      expect(all.values).toEqual([{ a: 1 }, { a: 2 }, { b: 1 }, 'some text']);
      expect(all.faults.map(({ position, kind }) => [position, kind])).toEqual([
        ['a/lines.jsonl line 3', 'not-json'],
      ]);
      expect(all.warnings.map((warning) => warning.kind)).toEqual(['not-traces']);
      for (const { place, value } of all.records) expect(await all.opened.recordAt(place)).toEqual(value);
      const entry = all.opened.entries?.find(({ name }) => name === 'b.json');
      expect((await readAll(entry!.source)).values).toEqual([{ b: 1 }]);
    }
  });

  test('an entry packed with zstd (method 93) is read', async () => {
    const frame = zstdRaw('{"id":3,"epoch":1}');
    const zip = zipSync({
      'header.json': [bytesOf('{}'), { level: 0 }],
      'samples/3_epoch_1.json': [frame, { level: 0 }],
    });
    const at = centralEntry(zip, 'samples/3_epoch_1.json');
    const view = new DataView(zip.buffer);
    const plain = zipSync({ x: [bytesOf('{"id":3,"epoch":1}'), { level: 0 }] });
    const crc = new DataView(plain.buffer).getUint32(centralEntry(plain, 'x') + 16, true);
    view.setUint16(at + 10, 93, true);
    view.setUint32(at + 16, crc, true);
    view.setUint32(at + 24, 18, true);
    view.setUint16(view.getUint32(at + 42, true) + 8, 93, true);
    expect((await readAll(zip)).values).toEqual([{ id: 3, epoch: 1 }]);
  });

  test('an unknown method, a wrong checksum and a bomb are faults of their entries', async () => {
    const zip = zipSync({
      ...log,
      'samples/7_epoch_1.json': [sample(7, 1), { level: 0 }],
      'samples/8_epoch_1.json': bytesOf(JSON.stringify({ pad: ' '.repeat(5000) })),
    });
    const view = new DataView(zip.buffer);
    view.setUint16(centralEntry(zip, 'samples/10_epoch_1.json') + 10, 14, true);
    const data =
      view.getUint32(centralEntry(zip, 'samples/7_epoch_1.json') + 42, true) +
      30 +
      'samples/7_epoch_1.json'.length;
    zip[data + 6] = 0x39;
    const all = await readAll(zip, { maxInflatedBytes: 4000 });
    expect(all.positions).toEqual(['samples/9_epoch_1.json', 'samples/9_epoch_2.json']);
    expect(all.faults.map(({ position, kind }) => [position, kind])).toEqual([
      ['samples/7_epoch_1.json', 'wrong-crc'],
      ['samples/8_epoch_1.json', 'too-large'],
      ['samples/10_epoch_1.json', 'unknown-codec'],
    ]);
    const [crc, bomb, codec] = all.faults.map(({ reason }) => reason);
    expect([crc, bomb, codec]).toEqual([
      expect.stringMatching(/checksum/),
      'It unpacks to 5,010 bytes; up to 4,000 are read.',
      'It is packed with method 14.',
    ]);
    for (const { remedy } of all.faults) expect(remedy).not.toBe('');
  });

  test('an entry that unpacks to more than it says is stopped', async () => {
    const zip = zipSync({
      'header.json': bytesOf('{}'),
      'samples/1_epoch_1.json': bytesOf(JSON.stringify({ pad: ' '.repeat(5000) })),
    });
    new DataView(zip.buffer).setUint32(centralEntry(zip, 'samples/1_epoch_1.json') + 24, 100, true);
    expect((await refused(zip)).kind).toBe('too-large');
  });

  test('a zip without its end is one fault', async () => {
    const zip = zipSync(log);
    expect(await refused(zip.subarray(0, zip.length - 30))).toMatchObject({ position: '$', kind: 'cut-off' });
  });
});

describe('parquet', () => {
  const groups = [['a', 'b é'], ['c'], ['d', 'e']];
  test('rows are named by group, counted from 1, and read again by place', async () => {
    const all = await readAll(tinyParquet('problem', groups));
    expect(all.opened.container).toMatchObject({ id: 'parquet', codec: 'UNCOMPRESSED', rowGroups: 3 });
    expect(all.values).toEqual(groups.flat().map((problem) => ({ problem })));
    expect(all.positions).toEqual([
      'row 1 (group 1, row 1)',
      'row 2 (group 1, row 2)',
      'row 3 (group 2, row 1)',
      'row 4 (group 3, row 1)',
      'row 5 (group 3, row 2)',
    ]);
    for (const { place, value } of all.records) expect(await all.opened.recordAt(place)).toEqual(value);
    expect(await all.opened.recordSourceAt(all.records[1]!.place)).toBe('{"problem":"b é"}');
  });

  test('inside gzip it opens too', async () => {
    const all = await readAll(gzipSync(tinyParquet('problem', groups)));
    expect([all.id, all.values.length]).toEqual(['gzip+parquet', 5]);
  });

  test('a codec we do not read is named, and what to write instead', async () => {
    const fault = await refused(tinyParquet('problem', groups, 3));
    expect(fault).toMatchObject({ position: '$', kind: 'unknown-codec' });
    expect([fault.reason, fault.remedy]).toEqual([
      'Its columns are packed with LZO.',
      'Write it with zstd, snappy, gzip, brotli or lz4 and drop it again.',
    ]);
  });

  test('brotli columns are unpacked', async () => {
    const long = [['The dictionary of Brotli knows such words. '.repeat(40), 'b é']];
    const all = await readAll(tinyParquet('problem', long, 4, (page) => brotliCompressSync(page)));
    expect([all.opened.container.codec, all.faults]).toEqual(['BROTLI', []]);
    expect(all.values).toEqual(long.flat().map((problem) => ({ problem })));
  });

  test('a file without its end is one fault', async () => {
    const bytes = tinyParquet('problem', groups);
    expect((await refused(bytes.subarray(0, bytes.length / 2))).kind).toBe('cut-off');
  });

  test('a damaged group is one fault, the others open', async () => {
    const bytes = tinyParquet('problem', groups);
    bytes.fill(255, 4, 20);
    const all = await readAll(bytes);
    expect(all.values).toEqual([{ problem: 'c' }, { problem: 'd' }, { problem: 'e' }]);
    expect(all.faults.map(({ position, kind }) => [position, kind])).toEqual([
      ['row 1 (group 1, row 1)', 'damaged'],
    ]);
  });
});
