import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { openContainer } from '../../../src/core/bytes';
import { memory, platform, readAll } from './opening';

// Many small reads, on machines that do other things too.
vi.setConfig({ testTimeout: 60_000 });
const SEED = { seed: 20, numRuns: 60 };
const anObject = fc.dictionary(fc.string({ unit: 'binary' }), fc.jsonValue(), { minKeys: 1 });
const aSlice = fc.constantFrom(1, 2, 7, 64, 1 << 20);
/** JSON as it comes back: no -0, no keys the language treats apart. */
const normal = (values: unknown[]): unknown[] => JSON.parse(JSON.stringify(values)) as unknown[];

async function expectSame(
  content: string,
  id: string,
  values: unknown[],
  positions: string[],
  sliceBytes: number,
) {
  const all = await readAll(content, { sliceBytes });
  expect([all.id, all.faults]).toEqual([id, []]);
  expect(all.values).toEqual(normal(values));
  expect(all.positions).toEqual(positions);
  for (const { place, value } of all.records) {
    expect(await all.opened.recordAt(place)).toEqual(value);
    expect(JSON.parse(await all.opened.recordSourceAt(place))).toEqual(value);
  }
}

test('any objects as JSON Lines come back at their lines', async () => {
  const property = fc.asyncProperty(
    fc.array(anObject, { minLength: 2, maxLength: 8 }),
    aSlice,
    async (values, sliceBytes) => {
      const content = values.map((value) => JSON.stringify(value)).join('\n');
      await expectSame(
        content,
        'jsonl',
        values,
        values.map((_, i) => `line ${i + 1}`),
        sliceBytes,
      );
    },
  );
  await fc.assert(property, SEED);
});

test('any values in an array come back at their indices, however it is printed', async () => {
  const property = fc.asyncProperty(
    fc.array(fc.jsonValue(), { maxLength: 8 }),
    fc.constantFrom(undefined, 1, '\t'),
    aSlice,
    async (values, indent, sliceBytes) => {
      const content = JSON.stringify(values, undefined, indent);
      await expectSame(
        content,
        'json-array',
        values,
        values.map((_, i) => `[${i}]`),
        sliceBytes,
      );
    },
  );
  await fc.assert(property, SEED);
});

test('any objects printed one after another come back', async () => {
  const property = fc.asyncProperty(
    fc.array(anObject, { minLength: 2, maxLength: 5 }),
    aSlice,
    async (values, sliceBytes) => {
      const content = values.map((value) => JSON.stringify(value, undefined, 2)).join('\n');
      const all = await readAll(content, { sliceBytes });
      expect([all.id, all.values]).toEqual(['json-concatenated', normal(values)]);
    },
  );
  await fc.assert(property, SEED);
});

test('cut anywhere, lines and arrays keep their whole records and have at most one fault', async () => {
  const values = [{ a: 'x"\\\n' }, { b: [1, { c: 'é😀' }] }, { d: null }, { e: [] }];
  const bytes = (text: string) => new TextEncoder().encode(text);
  for (const content of [
    bytes(values.map((v) => JSON.stringify(v)).join('\n')),
    bytes(JSON.stringify(values)),
  ]) {
    for (let end = 1; end < content.length; end += 1) {
      for (const sliceBytes of [1, 1000]) {
        const result = await openContainer(memory(content.subarray(0, end)), platform, { sliceBytes });
        if (!result.ok) {
          expect(['cut-off', 'not-json']).toContain(result.fault.kind);
          continue;
        }
        const all = await readAll(content.subarray(0, end), { sliceBytes });
        if (all.id === 'text') continue;
        expect(all.values).toEqual(values.slice(0, all.values.length));
        expect(all.faults.length).toBeLessThanOrEqual(1);
        for (const fault of all.faults) expect(fault.kind).toBe('cut-off');
      }
    }
  }
});

test('any bytes are opened or refused, never thrown at', async () => {
  const property = fc.asyncProperty(fc.uint8Array({ maxLength: 200 }), aSlice, async (bytes, sliceBytes) => {
    const result = await openContainer(memory(bytes), platform, { sliceBytes });
    if (!result.ok) return;
    for await (const batch of result.value.records()) expect(batch.bytesRead).toBeGreaterThanOrEqual(0);
  });
  await fc.assert(property, { seed: 20, numRuns: 300 });
});

test('any text of JSON letters is opened or refused, never thrown at', async () => {
  const letters = fc.string({ unit: fc.constantFrom(...Array.from('{}[]",:\\\n a1e-.tfnN')), maxLength: 40 });
  const property = fc.asyncProperty(letters, aSlice, async (text, sliceBytes) => {
    const result = await openContainer(memory(text), platform, { sliceBytes });
    if (!result.ok) return;
    let [records, faults] = [0, 0];
    for await (const batch of result.value.records()) {
      records += batch.records.length;
      faults += batch.faults.length;
      for (const { place, value } of batch.records) expect(await result.value.recordAt(place)).toEqual(value);
    }
    const isEmptyArray = /^\s*\[\s*\]\s*$/.test(text);
    if (!isEmptyArray) expect(records + faults).toBeGreaterThan(0);
  });
  await fc.assert(property, { seed: 20, numRuns: 1000 });
});
