// Files whose records are one trace are held whole while they are read: how much of one is bounded, and said.

import { expect, test } from 'vitest';
import { askDirectly, Library, MemoryLibrary, PLATFORM } from '../../src/data/library';
import { MemoryChangeLog } from '../../src/data/log';

/** 3 MB, which come in more than one batch. */
const SESSION = Array.from({ length: 1_500 }, (_, i) =>
  JSON.stringify({
    type: i % 2 === 0 ? 'user' : 'assistant',
    message: { role: i % 2 === 0 ? 'user' : 'assistant', content: `Turn ${i}. ${'x'.repeat(2_000)}` },
    timestamp: '2026-01-01T00:00:00Z',
  }),
).join('\n');

async function opened(maxTogetherBytes: number) {
  const ask = askDirectly(
    new Library({
      store: new MemoryLibrary(),
      log: new MemoryChangeLog(),
      protocols: () => Promise.resolve([]),
      platform: PLATFORM,
      nowMs: () => 0,
      maxTogetherBytes,
    }),
  );
  const blob = new Blob([SESSION]);
  const summary = await ask('open', { inputs: [{ name: 'session.jsonl', blob }] });
  const { faults } = await ask('faults', { file: summary.key, from: 0, count: 10 });
  return { summary, faults };
}

test('a session within the bound is one trace without a fault', async () => {
  const { summary, faults } = await opened(4 << 20);
  expect(summary).toMatchObject({ isOneTrace: true, faultCount: 0 });
  expect(summary.rows).toBeGreaterThan(0);
  expect(faults).toEqual([]);
});

test('beyond the bound what was read is a trace, what follows is one fault that says so', async () => {
  const { summary, faults } = await opened(1 << 20);
  expect(summary.rows).toBeGreaterThan(0);
  expect(faults).toHaveLength(1);
  expect(faults[0]).toMatchObject({ kind: 'too-large' });
  expect(faults[0]?.position).toMatch(/^line \d+$/);
  expect(summary.recordsRead).toBeLessThan(1_500);
  expect(summary.records).toBe(summary.recordsRead + 1);
});
