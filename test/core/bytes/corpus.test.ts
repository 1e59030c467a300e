import { existsSync, readFileSync } from 'node:fs';
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
