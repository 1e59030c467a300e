// Inputs larger than memory should hold: their bytes are made up as they are asked for.

import { expect, test, vi } from 'vitest';
import type { ByteSource } from '../../../src/core/bytes';
import { readAll, refused } from './opening';

vi.setConfig({ testTimeout: 120_000 });

const GB = 1 << 30;
const MB = 1 << 20;
type Part = string | { filledWith: string; sizeBytes: number };

/** The parts one after another; what is filled is never held as a whole. */
function sparse(parts: Part[]): ByteSource {
  const blocks = parts.map((part) => {
    const bytes = new TextEncoder().encode(typeof part === 'string' ? part : part.filledWith);
    return typeof part === 'string'
      ? { bytes, size: bytes.length, fill: undefined }
      : { bytes, size: part.sizeBytes, fill: bytes[0] };
  });
  const size = blocks.reduce((sum, block) => sum + block.size, 0);
  const read = (startByte: number, endByte: number) => {
    const out = new Uint8Array(Math.max(0, Math.min(endByte, size) - startByte));
    let at = 0;
    for (const block of blocks) {
      const [from, to] = [Math.max(startByte, at) - at, Math.min(endByte, at + block.size) - at];
      if (from < to && block.fill === undefined)
        out.set(block.bytes.subarray(from, to), at + from - startByte);
      if (from < to && block.fill !== undefined)
        out.fill(block.fill, at + from - startByte, at + to - startByte);
      at += block.size;
    }
    return out.buffer;
  };
  return { size, slice: (a, b) => ({ arrayBuffer: () => Promise.resolve(read(a, b)) }) };
}
const spaces = (sizeBytes: number) => ({ filledWith: ' ', sizeBytes });

test('1 GB of spaces is a file that holds nothing', async () => {
  const fault = await refused(sparse([spaces(GB)]));
  expect(fault).toMatchObject({ position: '$', kind: 'empty' });
  expect(fault.reason).toContain('nothing but white space');
});

test('more spaces between lines than a record may have cost no record', async () => {
  const all = await readAll(sparse(['{"a":1}\n', spaces(257 * MB), '\n{"a":2}\n']));
  expect([all.id, all.values]).toEqual(['jsonl', [{ a: 1 }, { a: 2 }]]);
  expect(all.faults.map(({ position, kind }) => [position, kind])).toEqual([['line 2', 'too-large']]);
});

test('300 MB of spaces before an array do not hide it', async () => {
  const all = await readAll(sparse([spaces(300 * MB), '[{"a":1},{"a":2}]']));
  expect([all.id, all.values, all.faults]).toEqual(['json-array', [{ a: 1 }, { a: 2 }], []]);
});

// [what, before, after, position]
test.each([
  ['a line', '{"a":1}\n{"text":"', '"}\n{"a":2}\n', 'line 2'],
  ['an element', '[{"a":1},{"text":"', '"},{"a":2}]', '[1]'],
])(
  '%s over 256 MB is one fault that says the limit, the others are read',
  async (_, before, after, position) => {
    const all = await readAll(sparse([before, { filledWith: 'x', sizeBytes: 257 * MB }, after]));
    expect(all.values).toEqual([{ a: 1 }, { a: 2 }]);
    expect(all.faults.map((fault) => [fault.position, fault.kind])).toEqual([[position, 'too-large']]);
    expect(all.faults[0]?.reason).toMatch(/269,484,0\d\d bytes.*268,435,456/);
    expect(all.faults[0]?.remedy).not.toBe('');
  },
);

test('a single object over 256 MB is refused with the limit', async () => {
  const fault = await refused(sparse(['{"text":"', { filledWith: 'x', sizeBytes: 257 * MB }, '"}']));
  expect(fault).toMatchObject({ position: '$', kind: 'too-large' });
});
