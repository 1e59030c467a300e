import { existsSync, readFileSync, statSync } from 'node:fs';
import { gzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { readAll } from './opening';

const DATA = '../shared/data';
interface Expected {
  path: string;
  container: string;
  rows: number;
  bom?: true;
  crlf?: number;
  codec?: string;
  rowGroups?: number;
  zipEntries?: number;
}

function expectedFiles(): Expected[] {
  if (!existsSync(`${DATA}/EXPECTED.json`)) {
    console.log(`no real files compared: ${DATA} is not there`);
    return [];
  }
  const { files } = JSON.parse(readFileSync(`${DATA}/EXPECTED.json`, 'utf8')) as { files: Expected[] };
  return files.filter((file) => !file.path.endsWith('/'));
}

const files = expectedFiles();

test.runIf(files.length > 0).each(files)('$path', async ({ path, container, rows, ...more }) => {
  const bytes = new Blob([readFileSync(`${DATA}/${path}`)]);
  const { opened, records, faults } = await readAll(bytes);
  const { id, bom, crlf, codec, rowGroups, zipEntries } = opened.container;
  expect({ id, rows: records.length, faults, bom, crlf, codec, rowGroups, zipEntries }).toEqual({
    id: container,
    rows,
    faults: [],
    bom: more.bom,
    crlf: more.crlf,
    codec: more.codec,
    rowGroups: more.rowGroups,
    zipEntries: more.zipEntries,
  });
  for (const record of [records[0]!, records.at(-1)!])
    expect(await opened.recordAt(record.place)).toEqual(record.value);
});

const small = files.filter(({ path }) => statSync(`${DATA}/${path}`).size < 6000);

test.runIf(small.length > 0).each(small)(
  '$path, one byte at a time',
  { timeout: 60_000 },
  async ({ path, container, rows }) => {
    const bytes = new Uint8Array(readFileSync(`${DATA}/${path}`));
    const whole = await readAll(bytes);
    const { id, values, faults } = await readAll(bytes, { sliceBytes: 1 });
    expect({ id, rows: values.length, faults }).toEqual({ id: container, rows, faults: [] });
    expect(values).toEqual(whole.values);
  },
);

test.runIf(files.length > 0)(
  'packed with gzip, each file holds the same records',
  { timeout: 60_000 },
  async () => {
    for (const { path, container } of files.filter((file) => file.container.startsWith('json'))) {
      const bytes = new Uint8Array(readFileSync(`${DATA}/${path}`));
      const packed = await readAll(gzipSync(bytes, { level: 1 }));
      expect(packed.id).toBe(`gzip+${container}`);
      expect(packed.records).toEqual((await readAll(bytes)).records);
    }
  },
);
