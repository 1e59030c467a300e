// Lines read as pieces, in any slices, are the records that are read one after the other.

import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { BufferPool, openContainer, parsePiece, positionOf } from '../../../src/core/bytes';
import type { OpenedContainer, Parsed } from '../../../src/core/bytes';
import { memory, platform } from './opening';

// A shared machine may be slow; no test here measures time.
vi.setConfig({ testTimeout: 60_000 });

const SEED = 20;
const aLine = fc.oneof(
  { weight: 4, arbitrary: fc.json() },
  fc.record({ text: fc.string({ unit: 'grapheme' }), n: fc.double() }).map((value) => JSON.stringify(value)),
  fc.constantFrom('', '   ', '{"a":1', '1,2', '{"a":NaN}', '{"a":"\u2028\u001e"}', '\uFEFF{"bom":1}'),
);
const aFile = fc
  .tuple(fc.array(fc.tuple(aLine, fc.constantFrom('\n', '\r\n')), { maxLength: 30 }), fc.boolean(), fc.nat())
  .map(([lines, isEnded, badAt]) => {
    // Two whole records, so that it is taken for lines.
    const text = ['{"first":1}\n{"second":2}\n', ...lines.flat(), isEnded ? '{"end":1}\n' : '{"end":1}'].join(
      '',
    );
    const bytes = new TextEncoder().encode(text);
    // Now and then a byte that is not UTF-8.
    if (badAt % 3 === 0) bytes[24 + (badAt % Math.max(1, bytes.length - 24))] = 0xff;
    return bytes;
  });

async function opened(bytes: Uint8Array<ArrayBuffer>, sliceBytes: number, maxRecordBytes: number) {
  const result = await openContainer(memory(bytes), platform, { sliceBytes, maxRecordBytes });
  return result.ok && result.value.container.id === 'jsonl' ? result.value : undefined;
}

async function oneByOne(container: OpenedContainer): Promise<string[]> {
  const all: [number, string][] = [];
  for await (const { records, faults, warnings = [] } of container.records()) {
    for (const { place, value } of records)
      all.push([
        'startByte' in place ? place.startByte : -1,
        `${positionOf(place)} ${JSON.stringify([place, value])}`,
      ]);
    for (const fault of faults)
      all.push([fault.at && 'startByte' in fault.at ? fault.at.startByte : -1, JSON.stringify(fault)]);
    for (const { reason } of warnings) all.push([Number.MAX_SAFE_INTEGER, reason]);
  }
  return all.toSorted(([a], [b]) => a - b).map(([, text]) => text);
}

async function inPieces(container: OpenedContainer, pieceBytes: number): Promise<string[]> {
  const all: string[] = [];
  const warned: string[] = [];
  let before = 0;
  const buffers = new BufferPool(pieceBytes);
  for await (const piece of container.pieces!(buffers)) {
    const parsed: Parsed[] = [];
    const { startBytes, sizeBytes, lines, lineCount } = parsePiece(piece, platform, (one) =>
      parsed.push(one),
    );
    parsed.forEach((one, i) => {
      const place = { startByte: startBytes[i]!, sizeBytes: sizeBytes[i]!, line: before + lines[i]! + 1 };
      if (one.ok) {
        all.push(`${positionOf(place)} ${JSON.stringify([place, one.value])}`);
        for (const { reason } of one.warnings) warned.push(`${positionOf(place)}: ${reason}`);
        return;
      }
      const { kind, reason, remedy } = one;
      all.push(JSON.stringify({ position: positionOf(place), kind, reason, remedy, at: place }));
    });
    before += lineCount;
    // The next piece may come in it.
    buffers.give(piece.bytes.buffer);
  }
  return [...all, ...warned];
}

test('pieces of any slices give the records, places, faults and warnings of reading one by one', async () => {
  let compared = 0;
  await fc.assert(
    fc.asyncProperty(
      aFile,
      fc.constantFrom(1, 2, 7, 64, 8 << 20),
      fc.constantFrom(40, 1 << 20),
      async (bytes, slice, max) => {
        const [whole, sliced] = [await opened(bytes, 8 << 20, max), await opened(bytes, slice, max)];
        expect(sliced === undefined).toBe(whole === undefined);
        if (whole === undefined || sliced === undefined) return;
        compared += 1;
        const expected = await oneByOne(whole);
        expect(await oneByOne(sliced)).toEqual(expected);
        expect(await inPieces(sliced, slice)).toEqual(expected);
      },
    ),
    { seed: SEED, numRuns: 150 },
  );
  expect(compared).toBeGreaterThan(50);
});
