// test/fixtures/formats/<id>/<case>/ holds a small file written by us (`input.*`) and what it should read as
// (`expected.txt`). A new format needs a folder, no test.

import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { dumpFile, textOfDump } from './dumpFile';

const ROOT = 'test/fixtures/formats';
const cases = readdirSync(ROOT).flatMap((id) =>
  readdirSync(`${ROOT}/${id}`).map((name) => {
    const folder = `${ROOT}/${id}/${name}`;
    const input = readdirSync(folder).find((file) => file.startsWith('input.')) ?? 'input';
    return { id, name: `${id}/${name}`, input: `${folder}/${input}`, expected: `${folder}/expected.txt` };
  }),
);
/** Containers of many records. */
const SPLITS = new Set(['jsonl', 'json-array']);
const bytesOf = (path: string) => Uint8Array.from(readFileSync(path));

describe.each(cases)('$name', ({ id, input, expected }) => {
  test('is recognised by its content alone', async () => {
    const { guesses } = await dumpFile(bytesOf(input));
    expect(guesses[0]).toMatchObject({ id, certain: true });
  });
  test('reads as expected', async () => {
    expect(textOfDump(await dumpFile(bytesOf(input)))).toBe(readFileSync(expected, 'utf8'));
  });
  test('reads the same in slices of one byte', async () => {
    expect(textOfDump(await dumpFile(bytesOf(input), { sliceBytes: 1 }))).toBe(
      readFileSync(expected, 'utf8'),
    );
  });
  test('cut off, it keeps its whole records', async () => {
    const whole = await dumpFile(bytesOf(input));
    const text = readFileSync(input, 'utf8').trimEnd();
    const cut = await dumpFile(bytesOf(input).slice(0, Buffer.byteLength(text) - 3));
    // The records of a text file have no end of their own, and one record alone leaves nothing whole.
    const kept = SPLITS.has(whole.container) && whole.records.length > 1 ? whole.records.slice(0, -1) : [];
    expect(cut.records.slice(0, kept.length)).toEqual(kept);
  });
});
