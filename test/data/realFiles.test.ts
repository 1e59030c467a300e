// Every real file opened as the page opens it: the rows that EXPECTED.json counts, and first and last trace and
// their trees can be read by position again.

import { existsSync, readFileSync } from 'node:fs';
import { expect, test, vi } from 'vitest';
import { inMemoryData } from '../../src/data/inMemory';
import { SCOPE } from './tab';

vi.setConfig({ testTimeout: 60_000 });

const SHARED = '../shared/data';
interface Facts {
  path: string;
  rows: number;
  traces: number;
  format: string;
}
const facts = existsSync(SHARED)
  ? (JSON.parse(readFileSync(`${SHARED}/EXPECTED.json`, 'utf8')) as { files: Facts[] }).files
  : [];
// A folder is dropped file by file in the page.
const files = facts.filter(({ path }) => !path.endsWith('/'));

test('how many real files are opened', () => {
  console.log(facts.length > 0 ? `${files.length} files of ${SHARED} are opened` : `${SHARED} is missing`);
  expect(files.length).toBe(facts.length > 0 ? 58 : 0);
});

for (const { path, rows, traces, format } of files) {
  test(path, async () => {
    const data = inMemoryData();
    const name = path.split('/').at(-1)!;
    const blob = new Blob([readFileSync(`${SHARED}/${path}`)]);
    const summary = await data.open([{ name, blob }], () => undefined);
    expect(summary).toMatchObject({ format, records: rows, rows: traces, faultCount: 0, complete: true });
    for (const row of new Set([0, Math.max(0, traces - 1)])) {
      const open = await data.readTrace(summary.key, row, SCOPE);
      expect(open.trace.raw.length).toBeGreaterThan(0);
      const tree = open.hasTree ? await data.readTree(summary.key, row, SCOPE) : undefined;
      expect(tree === undefined).toBe(!open.hasTree);
    }
  });
}
