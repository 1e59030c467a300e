import { expect, test, vi } from 'vitest';
import type { ByteSource } from '../../../src/core/bytes';
import { openContainer } from '../../../src/core/bytes';
import { memory, platform, readAll, refused } from './opening';

vi.setConfig({ testTimeout: 60_000 });
const bytesOf = (text: string) => new TextEncoder().encode(text);

// [what, content, values kept, [position, kind, words of the reason]]
const faulty: [string, string, unknown[], [string, string, string][]][] = [
  [
    'a broken line',
    '{"a":1}\noops\n{"a":2}\n',
    [{ a: 1 }, { a: 2 }],
    [['line 2', 'not-json', 'starts with “oops” at byte 8']],
  ],
  [
    'half a line at the end',
    '{"a":1}\n{"a":"xy',
    [{ a: 1 }],
    [['line 2', 'cut-off', 'ends inside a string at byte 16']],
  ],
  [
    'half a line in the middle',
    '{"a":1}\n{"a":[2,\n{"a":3}\n',
    [{ a: 1 }, { a: 3 }],
    [['line 2', 'cut-off', 'ends inside an array']],
  ],
  [
    'a comma too many',
    '{"a":1}\n{"a":1,}\n',
    [{ a: 1 }],
    [['line 2', 'not-json', 'a key in quotes is missing before “}”']],
  ],
  [
    'a raw line break in a string',
    '[{"a":"x\ny"},{"a":2}]',
    [{ a: 2 }],
    [['[0]', 'not-json', 'a line break stands inside a string at byte 8']],
  ],
  ['a bad escape', '[{"a":1},{"a":"\\x"}]', [{ a: 1 }], [['[1]', 'not-json', '“\\x” is no escape of JSON']]],
  ['two commas', '[1,,2]', [1, 2], [['[1]', 'not-json', 'nothing between']]],
  [
    'an array cut inside an element',
    '[{"a":1},{"a":2},{"a":',
    [{ a: 1 }, { a: 2 }],
    [['[2]', 'cut-off', 'at byte 22']],
  ],
  ['an array cut after an element', '[{"a":1},{"a":2}', [{ a: 1 }, { a: 2 }], [['[2]', 'cut-off', 'no end']]],
  ['an array cut inside a number', '[{"a":1},12', [{ a: 1 }], [['[1]', 'cut-off', 'no end']]],
  [
    'something behind an array',
    '[{"a":1}]\nthe end',
    [{ a: 1 }],
    [['[1]', 'trailing', 'more follows at byte 10']],
  ],
  [
    'rows cut off',
    '{"eval":{},"samples":[{"a":1},{"a":2},{"a"',
    [{ a: 1 }, { a: 2 }],
    [['samples[2]', 'cut-off', 'no end']],
  ],
  [
    'a dict cut off',
    '{"k":[{"a":1},{"a":2}],"l":[{"a":3},{"a":',
    [{ a: 1 }, { a: 2 }, { a: 3 }],
    [['["l"][1]', 'cut-off', 'no end']],
  ],
  ['values cut off', '{\n"a":1}\n{\n"a":', [{ a: 1 }], [['value 2 (lines 3–4)', 'cut-off', 'ends']]],
  [
    'words between values',
    '{\n"a":1}\nor\n{\n"a":2}',
    [{ a: 1 }, { a: 2 }],
    [['value 2 (line 3)', 'not-json', 'at byte 9']],
  ],
  [
    'a row with too few fields',
    `a,b\n${'1,2\n'.repeat(30)}3\n`,
    Array.from({ length: 30 }, () => ({ a: '1', b: '2' })),
    [['row 31 (line 32)', 'csv-row', '1 fields for 2 columns']],
  ],
];

test.each(faulty)('%s is one fault, the rest opens', async (_, content, values, faults) => {
  for (const sliceBytes of [1, 5, 1 << 20]) {
    const all = await readAll(content, { sliceBytes });
    expect(all.values).toEqual(values);
    expect(all.faults.map(({ position, kind }) => [position, kind])).toEqual(
      faults.map(([position, kind]) => [position, kind]),
    );
    for (const [i, [, , words]] of faults.entries()) expect(all.faults[i]?.reason).toContain(words);
    for (const fault of all.faults) expect(fault.remedy).not.toBe('');
  }
});

// [what, content, kind, words of the reason]
const closed: [string, string | Uint8Array, string, string][] = [
  ['half a JSON line alone', '{"problem": "abc', 'cut-off', 'ends inside a string at byte 16'],
  ['half an array without a whole element', '[{"problem": "abc', 'cut-off', 'no end'],
  ['an object that is no JSON', '{"a": b}', 'not-json', 'a value is missing before “b}” at byte 6'],
  ['binary', new Uint8Array([0x7f, 0x45, 0x4c, 0x46, 2, 1, 0, 0]), 'binary', 'byte 6 is NUL'],
];

test.each(closed)('%s is refused', async (_, content, kind, words) => {
  for (const sliceBytes of [1, 1 << 20]) {
    const fault = await refused(content, { sliceBytes });
    expect([fault.position, fault.kind]).toEqual(['$', kind]);
    expect(fault.reason).toContain(words);
  }
});

test('what begins like JSON and parses nowhere can be opened as text', async () => {
  expect((await refused('{"a": b}')).remedy).toContain('open it as text');
  expect((await readAll('{"a": b}', { as: 'text' })).values).toEqual(['{"a": b}']);
});

test('bare NaN and Infinity are no number, with a warning; words in strings stay', async () => {
  const all = await readAll('{"a":NaN,"b":[-Infinity,1],"é":"NaN"}\n{"a":Infinity}\n');
  expect(all.values).toEqual([{ a: null, b: [null, 1], é: 'NaN' }, { a: null }]);
  expect(all.warnings.map(({ kind, reason }) => `${kind} ${reason.slice(0, 9)}`)).toEqual([
    'no-number line 1: 2',
    'no-number line 2: 1',
  ]);
  expect(await all.opened.recordAt(all.records[1]!.place)).toEqual({ a: null });
  expect(await all.opened.recordSourceAt(all.records[1]!.place)).toBe('{"a":Infinity}');
});

test('numbers past 2^53 and keys given twice are kept in the source', async () => {
  const all = await readAll('[{"n":12345678901234567890,"k":1,"k":2}]');
  expect(all.values).toEqual([{ n: 12345678901234567000, k: 2 }]);
  expect(await all.opened.recordSourceAt(all.records[0]!.place)).toBe(
    '{"n":12345678901234567890,"k":1,"k":2}',
  );
});

test('bytes that are not UTF-8 are named and shown', async () => {
  const line = bytesOf('{"a":"x?y"}\n');
  line[7] = 0xff;
  const all = await readAll(new Uint8Array([...bytesOf('{"a":"\uFFFD"}\n'), ...line]));
  expect(all.values).toEqual([{ a: '\uFFFD' }, { a: 'x\uFFFDy' }]);
  expect(all.warnings).toEqual([
    {
      kind: 'bad-utf8',
      reason: 'line 2: Byte 19 is not UTF-8; shown as “\uFFFD”, as others after it may be.',
    },
  ]);
});

test('nesting 100,000 deep is a fault', async () => {
  const deep = `${'['.repeat(100_000)}${']'.repeat(100_000)}`;
  const all = await readAll(`{"a":1}\n{"a":${deep}}\n{"a":2}\n`);
  expect(all.values).toEqual([{ a: 1 }, { a: 2 }]);
  expect(all.faults.map(({ position, kind }) => [position, kind])).toEqual([['line 2', 'too-deep']]);
  expect((await readAll(`[1,${deep},{"a":2}]`)).faults).toHaveLength(1);
  expect((await refused(`{"a":${deep}}`)).kind).toBe('too-deep');
  expect((await refused(`${'['.repeat(100_000)}`)).kind).toBe('cut-off');
});

test.each([
  '{"a":1}\n{"long":"xxxxxxxxxxxxxxxxxxxxxxxx"}\n{"a":2}\n',
  '[{"a":1},{"long":"xxxxxxxxxxxxxxxxxxxxxxxx"},{"a":2}]',
])('a record over the limit is a fault: %s', async (content) => {
  for (const sliceBytes of [4, 1000]) {
    const all = await readAll(content, { maxRecordBytes: 20, sliceBytes });
    expect(all.values).toEqual([{ a: 1 }, { a: 2 }]);
    expect(all.faults.map(({ kind }) => kind)).toEqual(['too-large']);
    expect(all.faults[0]?.reason).toContain('up to 20');
  }
});

test('a text over the limit is refused', async () => {
  expect(await refused('a long text', { maxRecordBytes: 5 })).toMatchObject({ kind: 'too-large' });
});

test('a valid single line of 30 MB opens', async () => {
  const all = await readAll(`${JSON.stringify({ text: 'x'.repeat(30 << 20) })}\n`);
  expect([all.id, all.records.length, all.faults.length]).toEqual(['json-object', 1, 0]);
});

test('a NUL late in a text is still binary', async () => {
  const bytes = bytesOf('x'.repeat(100_000));
  bytes[99_000] = 0;
  expect((await refused(bytes)).kind).toBe('binary');
});

/** Gives its first `good` bytes, then fails as a File does that was deleted or changed. */
function vanishing(content: string, good: number): ByteSource {
  const whole = memory(content);
  return {
    size: whole.size,
    slice: (startByte, endByte) => ({
      arrayBuffer: () =>
        endByte > good
          ? Promise.reject(new Error('NotReadableError'))
          : whole.slice(startByte, endByte).arrayBuffer(),
    }),
  };
}

test('a file that vanishes while it is read keeps what was read and says so', async () => {
  const content = Array.from({ length: 100 }, (_, i) => JSON.stringify({ i })).join('\n');
  const { size } = memory(content);
  let good = size;
  const source: ByteSource = { size, slice: (a, b) => vanishing(content, good).slice(a, b) };
  const result = await openContainer(source, platform, { sliceBytes: 64 });
  if (!result.ok) throw new Error('not opened');
  good = 500;
  const [kept, kinds] = [[] as unknown[], [] as string[]];
  for await (const batch of result.value.records()) {
    kept.push(...batch.records);
    kinds.push(...batch.faults.map((fault) => fault.kind));
  }
  expect(kept.length).toBeGreaterThan(30);
  expect(kinds).toEqual(['unreadable']);
  await expect(result.value.recordAt({ startByte: 600, sizeBytes: 8 })).rejects.toThrow('can not be read');
});

test('a folder is refused, not thrown', async () => {
  expect((await refused(vanishing('a folder has a size too', 0))).kind).toBe('unreadable');
});

test('a place beyond the end is an error that can be shown', async () => {
  const { opened } = await readAll('{"a":1}\n{"a":2}');
  await expect(opened.recordAt({ startByte: 12, sizeBytes: 40 })).rejects.toThrow('the file was changed');
});

test('a file changed since it was read does not give another record for the one that was there', async () => {
  const bytes = bytesOf('{"a":1}\n{"a":2}\n{"a":3}\n');
  const { opened, records } = await readAll({
    size: bytes.length,
    slice: (startByte: number, endByte: number) => memory(bytes).slice(startByte, endByte),
  });
  bytes.set(bytesOf('"longer": '), 4);
  await expect(opened.recordAt(records[1]!.place)).rejects.toThrow('the file was changed');
});

test('a file that became shorter keeps what was read and says so', async () => {
  const content = Array.from({ length: 100 }, (_, i) => JSON.stringify({ i })).join('\n');
  const whole = memory(content);
  let end = whole.size;
  const source: ByteSource = {
    size: whole.size,
    slice: (a, b) => whole.slice(Math.min(a, end), Math.min(b, end)),
  };
  const result = await openContainer(source, platform, { sliceBytes: 64 });
  if (!result.ok) throw new Error('not opened');
  end = 500;
  const [kept, faults] = [[] as unknown[], [] as string[]];
  for await (const batch of result.value.records()) {
    kept.push(...batch.records);
    faults.push(...batch.faults.map(({ kind, reason, remedy }) => `${kind}: ${reason} ${remedy}`));
  }
  expect(kept.length).toBeGreaterThan(30);
  expect(faults).toEqual([
    'unreadable: The bytes can not be read: it is shorter than it was. The file was changed, moved or deleted since, or it is a folder. Choose it again.',
  ]);
});
