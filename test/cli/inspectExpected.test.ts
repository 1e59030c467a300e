// Every real file of ../shared/data whose format we have: what `inspect` prints equals the facts that a separate
// script computed from the file alone. The files stay outside the repository.

import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { inspectPath } from '../../src/cli/inspect';
import { FORMATS } from '../../src/core/formats';

const DATA = '../shared/data';
const EXPECTED = `${DATA}/EXPECTED.json`;
/** Further counts and words, to look at rather than to compare. */
const NOT_COMPARED = new Set(['path', 'more', 'note']);

interface ExpectedFile {
  path: string;
  format: string;
  [field: string]: unknown;
}

function expectedFiles(): ExpectedFile[] {
  if (!existsSync(EXPECTED)) return [];
  const { files } = JSON.parse(readFileSync(EXPECTED, 'utf8')) as { files: ExpectedFile[] };
  const known = new Set(FORMATS.map(({ id }) => id));
  return files.filter(({ format }) => known.has(format));
}

describe('facts of real files', () => {
  const files = expectedFiles();
  test('says how many are compared', () => {
    console.log(
      files.length > 0
        ? `${files.length} files of ${DATA} are compared with EXPECTED.json`
        : `${DATA} is not there: no real file is compared`,
    );
    expect(existsSync(EXPECTED)).toBe(files.length > 0);
  });
  test.each(files.map((file) => [file.path, file] as const))('%s', async (path, file) => {
    const inspection = await inspectPath(`${DATA}/${path}`, () => {});
    const expected = Object.entries(file).filter(([field]) => !NOT_COMPARED.has(field));
    expect(inspection).toEqual({ path: `${DATA}/${path}`, ...Object.fromEntries(expected), faults: [] });
  });
});
