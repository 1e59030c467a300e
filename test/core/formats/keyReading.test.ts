import { describe, expect, test } from 'vitest';
import { keyReading } from '../../../src/core/formats';
import type { Reading } from '../../../src/core/formats';
import { passagesOf, textKey } from '../../../src/core/identity';
import type { FileKey, GivenLabel } from '../../../src/core/model';

const FILE = 'file' as FileKey;
const key = (readings: Reading[], record: unknown = readings, formatId = 'x') =>
  keyReading(readings, { file: FILE, place: { startByte: 0, sizeBytes: 1 }, formatId, record });
const attempt = (raw: string) => ({ raw, projection: 'plain@1' });
const label = (
  start: number,
  end: number,
): Omit<GivenLabel, 'on'> & { on: { start: number; end: number } } => ({
  source: 'label',
  origin: 'human',
  raw: 1,
  categories: [],
  spans: [],
  on: { start, end },
});

describe('the key of a problem', () => {
  const keyOf = (...args: Parameters<typeof key>) => key(...args).problems[0]!.key;
  test('is its prompt: answer, solution, system prompt and id are no part of it', () => {
    const bare = keyOf([{ problem: { prompt: 'p' }, attempts: [] }]);
    const dressed = { prompt: 'p', answer: '4', solution: 's', system: 'y', fileId: '9' };
    expect(keyOf([{ problem: dressed, attempts: [] }], 'other record', 'other format')).toBe(bare);
    expect(keyOf([{ problem: { prompt: 'p', options: ['a'] }, attempts: [] }])).not.toBe(bare);
  });
  test('is format and id where there is no prompt', () => {
    const seven: Reading[] = [{ problem: { prompt: '', fileId: '7' }, attempts: [attempt('a')] }];
    expect(keyOf(seven, 'one record')).toBe(keyOf(seven, 'another record'));
    expect(keyOf(seven, 'one record', 'y')).not.toBe(keyOf(seven, 'one record', 'x'));
  });
  test('is the whole record where there is neither', () => {
    const nameless: Reading[] = [{ problem: { prompt: '' }, attempts: [attempt('a')] }];
    expect(keyOf(nameless, { a: 1 })).toBe(keyOf(nameless, { a: 1 }));
    expect(keyOf(nameless, { a: 1 })).not.toBe(keyOf(nameless, { a: 2 }));
  });
  test('is taken from a Stepmark file only where there is no prompt', () => {
    const stored = 'stored' as NonNullable<Reading['problem']['key']>;
    expect(keyOf([{ problem: { prompt: '', key: stored }, attempts: [attempt('a')] }])).toBe(stored);
    expect(keyOf([{ problem: { prompt: 'p', key: stored }, attempts: [] }])).toBe(
      keyOf([{ problem: { prompt: 'p' }, attempts: [] }]),
    );
  });
});

describe('rows and traces', () => {
  test('two rows with the same text share its key, another problem does not', () => {
    const { rows, traces } = key([
      { problem: { prompt: 'p' }, attempts: [attempt('same'), attempt('same'), attempt('other')] },
      { problem: { prompt: 'q' }, attempts: [attempt('same')] },
    ]);
    const [a, b, c, d] = rows.map(({ text }) => text);
    expect(b).toBe(a);
    expect(new Set([a, c, d]).size).toBe(3);
    expect(traces.map(({ text }) => text)).toEqual([a, b, c, d]);
    expect(rows.map(({ sample }) => sample)).toEqual([0, 1, 2, 3]);
  });
  test('a label gets the passage of the step with its bounds, in whatever order labels come', () => {
    const raw = 'one. two. three.';
    const given = [
      { start: 0, end: 4 },
      { start: 5, end: 9 },
      { start: 10, end: 16 },
    ];
    const labels = [label(10, 16), label(0, 4), label(0, 9)];
    const { rows, traces } = key([
      { problem: { prompt: 'p' }, attempts: [{ ...attempt(raw), given, labels }] },
    ]);
    const [first, , third] = passagesOf(traces[0]!.problem, raw, given);
    const upToSecond = textKey(traces[0]!.problem, raw.slice(0, 9));
    expect(rows[0]!.given.map(({ on }) => on)).toEqual([
      third,
      first,
      { upTo: upToSecond, start: 0, end: 9 },
    ]);
  });
  test('a change line alone makes neither problem nor row', () => {
    expect(key([{ problem: { prompt: '' }, attempts: [], changes: [] }])).toMatchObject({
      problems: [],
      rows: [],
    });
  });
});
