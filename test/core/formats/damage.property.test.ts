// Counts add up whatever happens to the bytes: every record is read or is a fault with a position, a reason and a
// remedy, and nothing is thrown.

import { readFileSync, readdirSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { inspectFiles } from '../../../src/cli/inspect';
import { PLATFORM } from '../../../src/cli/nodeFiles';
import { openContainer } from '../../../src/core/bytes';
import { formatById, guessFormat, keyReading, readRecord } from '../../../src/core/formats';
import type { FileKey } from '../../../src/core/model';
import { memory } from '../bytes/opening';

vi.setConfig({ testTimeout: 120_000 });

const ROOT = 'test/fixtures/formats';
const inputs = readdirSync(ROOT).flatMap((id) =>
  readdirSync(`${ROOT}/${id}`).map((name) => {
    const folder = `${ROOT}/${id}/${name}`;
    return `${folder}/${readdirSync(folder).find((file) => file.startsWith('input.'))}`;
  }),
);

type Damage = { at: number; kind: 'set' | 'drop' | 'insert'; byte: number };
const someDamage = fc.array(
  fc.record({
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    kind: fc.constantFrom<Damage['kind']>('set', 'drop', 'insert'),
    // Often a byte that means something to JSON.
    byte: fc.oneof(fc.constantFrom(...'{}[]",:\\\n'.split('').map((c) => c.charCodeAt(0))), fc.nat(255)),
  }),
  { minLength: 1, maxLength: 6 },
);

function damaged(bytes: Uint8Array, damage: readonly Damage[]): Uint8Array {
  const changed = [...bytes];
  for (const { at, kind, byte } of damage) {
    const place = Math.floor(at * changed.length);
    changed.splice(place, kind === 'insert' ? 0 : 1, ...(kind === 'drop' ? [] : [byte]));
  }
  return Uint8Array.from(changed);
}

/** Records by their container, then by their format. */
async function countsOf(bytes: Uint8Array) {
  const opened = await openContainer(memory(bytes), PLATFORM);
  if (!opened.ok) return { found: 0, read: 0, faults: [opened.fault] };
  const { container, sample } = opened.value;
  const [best] = guessFormat({ container: container.id, records: sample.map(({ value }) => value) });
  const format = formatById(best?.id ?? '');
  const counts = { found: 0, read: 0, faults: [] as { position: string; reason: string; remedy: string }[] };
  for await (const { records, faults } of opened.value.records()) {
    counts.found += records.length + faults.length;
    counts.faults.push(...faults);
    for (const record of records) {
      const { place, value } = record;
      const result =
        format && !format.readAll ? readRecord(format, record, container.detail['header']) : undefined;
      if (result?.ok === false) counts.faults.push({ position: '?', ...result.fault });
      else counts.read += 1;
      if (result?.ok)
        keyReading(result.value, { file: 'x' as FileKey, place, formatId: best!.id, record: value });
    }
  }
  return counts;
}

test.each(inputs)('%s, damaged: read + faults = records', async (path) => {
  const bytes = Uint8Array.from(readFileSync(path));
  const property = fc.asyncProperty(someDamage, async (damage) => {
    const changed = damaged(bytes, damage);
    const { found, read, faults } = await countsOf(changed);
    if (found > 0) expect(read + faults.length).toBe(found);
    for (const { position, reason, remedy } of faults) expect([position, reason, remedy]).not.toContain('');
    // What `inspect` prints says the same of the file.
    const inspection = await inspectFiles('x', [{ name: 'x', source: memory(changed) }], { tell: () => {} });
    if (inspection.rows !== null) expect(inspection.rows).toBe(found);
    expect(inspection.rows === null || inspection.format === null).toBe(
      inspection.format === null && inspection.faults.length > 0,
    );
  });
  await fc.assert(property, { seed: 20, numRuns: 20 });
});
