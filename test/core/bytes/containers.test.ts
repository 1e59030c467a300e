import { describe, expect, test } from 'vitest';
import { readAll, refused } from './opening';

// [what, content, container, positions, values]
const opened: [string, string, string, string[], unknown[]][] = [
  ['lines of objects', '{"a":1}\n{"a":2}\n', 'jsonl', ['line 1', 'line 2'], [{ a: 1 }, { a: 2 }]],
  ['no line end at the end', '{"a":1}\n{"a":2}', 'jsonl', ['line 1', 'line 2'], [{ a: 1 }, { a: 2 }]],
  ['blank lines', '\n{"a":1}\n\n \n{"a":2}\n\n', 'jsonl', ['line 2', 'line 5'], [{ a: 1 }, { a: 2 }]],
  [
    'U+2028 ends no line',
    '{"a":"x\u2028y"}\n{"a":"z"}',
    'jsonl',
    ['line 1', 'line 2'],
    [{ a: 'x\u2028y' }, { a: 'z' }],
  ],
  ['lines of arrays', '[1]\n[2]\n{"a":3}', 'jsonl', ['line 1', 'line 2', 'line 3'], [[1], [2], { a: 3 }]],
  ['one line of JSON is its value', '{"problem":"p"}\n', 'json-object', ['$'], [{ problem: 'p' }]],
  ['array', ' [ {"a":1} , 2,\n"x,]" ]\n', 'json-array', ['[0]', '[1]', '[2]'], [{ a: 1 }, 2, 'x,]']],
  ['empty array', '[\n]', 'json-array', [], []],
  [
    'pretty-printed array, one element a line',
    '[\n{"a":1},\n{"a":2}\n]',
    'json-array',
    ['[0]', '[1]'],
    [{ a: 1 }, { a: 2 }],
  ],
  [
    'escaped quotes and brackets in strings',
    '["\\"]}", "\\\\", "a"]',
    'json-array',
    ['[0]', '[1]', '[2]'],
    ['"]}', '\\', 'a'],
  ],
  [
    'object',
    '{\n "question": "q",\n "steps": ["a", "b"]\n}',
    'json-object',
    ['$'],
    [{ question: 'q', steps: ['a', 'b'] }],
  ],
  [
    'object with a known array of rows',
    '{"eval":{"task":"t"},"samples":[{"id":1},{"id":2}],"status":"ok"}',
    'json-object-rows',
    ['samples[0]', 'samples[1]'],
    [{ id: 1 }, { id: 2 }],
  ],
  [
    'object with the longest array of like objects',
    '{"by":"x","few":[{"k":1},{"k":2}],"my rows":[{"p":1,"s":2},{"p":3,"s":4},{"p":5,"s":6}]}',
    'json-object-rows',
    ['["my rows"][0]', '["my rows"][1]', '["my rows"][2]'],
    [
      { p: 1, s: 2 },
      { p: 3, s: 4 },
      { p: 5, s: 6 },
    ],
  ],
  [
    'an object with a problem of its own is the record',
    '{"problem":"p","rows":[{"s":1},{"s":2}]}',
    'json-object',
    ['$'],
    [{ problem: 'p', rows: [{ s: 1 }, { s: 2 }] }],
  ],
  [
    'messages are a part of one trace',
    '{"messages":[{"role":"a"},{"role":"b"}]}',
    'json-object',
    ['$'],
    [{ messages: [{ role: 'a' }, { role: 'b' }] }],
  ],
  [
    'dict of arrays of objects',
    '{"k-1":[{"a":1},{"a":2}],"k 2":[],"k3":[ {"a":3} ]}',
    'json-dict',
    ['["k-1"][0]', '["k-1"][1]', '["k3"][0]'],
    [{ a: 1 }, { a: 2 }, { a: 3 }],
  ],
  [
    'dict of objects',
    '{"x":{"a":1,"b":2},\n"y":{"a":3,"b":4}}',
    'json-dict',
    ['["x"]', '["y"]'],
    [
      { a: 1, b: 2 },
      { a: 3, b: 4 },
    ],
  ],
  [
    'an object of unlike objects',
    '{"x":{"a":1},"y":{"b":3}}',
    'json-object',
    ['$'],
    [{ x: { a: 1 }, y: { b: 3 } }],
  ],
  [
    'pretty-printed values one after another',
    '{\n "a": 1\n}\n{\n "a": "}"\n}\n[\n3]',
    'json-concatenated',
    ['value 1 (lines 1–3)', 'value 2 (lines 4–6)', 'value 3 (lines 7–8)'],
    [{ a: 1 }, { a: '}' }, [3]],
  ],
  [
    'values on one line',
    '{"a":1} {"a":2}',
    'json-concatenated',
    ['value 1 (line 1)', 'value 2 (line 1)'],
    [{ a: 1 }, { a: 2 }],
  ],
  [
    'arrays one after another',
    '[\n1]\n[\n2]',
    'json-concatenated',
    ['value 1 (lines 1–2)', 'value 2 (lines 3–4)'],
    [[1], [2]],
  ],
  [
    'server-sent events',
    ': hi\nevent: x\ndata: {"a":1}\n\ndata: {"a":\ndata: 2}\n\ndata:{"a":3}\ndata: {"a":4}\n\ndata: [DONE]\n\n',
    'event-lines',
    ['event 1', 'event 2', 'event 3', 'event 4'],
    [{ a: 1 }, { a: 2 }, { a: 3 }, { a: 4 }],
  ],
  [
    'the payloads of events as lines',
    '{"type":"message_start"}\n{"type":"ping"}\n',
    'event-lines',
    ['event 1', 'event 2'],
    [{ type: 'message_start' }, { type: 'ping' }],
  ],
  [
    'csv with line ends, quotes and commas in quotes',
    'problem,steps,\n"a, ""b""\nc","[1,2]",x\nd,e,f\n',
    'csv',
    ['row 1 (line 2)', 'row 2 (line 4)'],
    [
      { problem: 'a, "b"\nc', steps: '[1,2]', column_3: 'x' },
      { problem: 'd', steps: 'e', column_3: 'f' },
    ],
  ],
  ['tsv', 'a\tb\n1\t2,5\n', 'tsv', ['row 1 (line 2)'], [{ a: '1', b: '2,5' }]],
  ['semicolons', 'a;b\n1,5;2\n', 'csv', ['row 1 (line 2)'], [{ a: '1,5', b: '2' }]],
  ['text', 'First, we add.\nThen, we stop.\n', 'text', ['$'], ['First, we add.\nThen, we stop.\n']],
  ['markdown link', '[a](b)\n\n# c', 'text', ['$'], ['[a](b)\n\n# c']],
  [
    'a time in brackets',
    '[12:30] hello, you\n[12:31] hello, me',
    'text',
    ['$'],
    ['[12:30] hello, you\n[12:31] hello, me'],
  ],
  ['braces that are no JSON', '{foo} bar', 'text', ['$'], ['{foo} bar']],
  ['lines of numbers', '1\n2\n3\n', 'text', ['$'], ['1\n2\n3\n']],
];

describe.each([undefined, 1, 7])('slices of %s bytes', (sliceBytes) => {
  test.each(opened)('%s', async (_, content, id, positions, values) => {
    const all = await readAll(content, sliceBytes === undefined ? {} : { sliceBytes });
    expect({ id: all.id, positions: all.positions, values: all.values, faults: all.faults }).toEqual({
      id,
      positions,
      values,
      faults: [],
    });
    for (const { place, value } of all.records) expect(await all.opened.recordAt(place)).toEqual(value);
    expect(all.opened.sample.map((record) => record.value)).toEqual(values);
  });
});

test.each([
  ['{"a":1}\r\n{"a":2}\r\n', 2],
  ['[{"a":1},\r\n{"a":2}]', 1],
  ['{"a":1}\n{"a":2}\n', undefined],
])('a BOM and CRLF change nothing but are said: %j', async (content, crlf) => {
  for (const sliceBytes of [1, 1000]) {
    const all = await readAll(`\uFEFF${content}`, { sliceBytes });
    expect(all.values).toEqual([{ a: 1 }, { a: 2 }]);
    expect(all.opened.container).toMatchObject({ bom: true });
    expect(all.opened.container.crlf).toBe(crlf);
    const [first] = all.records;
    expect(await all.opened.recordSourceAt(first!.place)).toBe('{"a":1}');
  }
});

test.each([
  ['jsonl', '{"a":1}\n﻿{"a":2}\n﻿\n'],
  ['json-concatenated', '{\n"a":1}\n﻿{\n"a":2}'],
])('BOMs of joined files are no content: %s', async (id, content) => {
  const all = await readAll(content);
  expect([all.id, all.values, all.faults]).toEqual([id, [{ a: 1 }, { a: 2 }], []]);
  expect((await refused('﻿')).kind).toBe('empty');
});

test('byte ranges exclude the line end', async () => {
  const { records } = await readAll('{"a":1}\r\n{"a":22}\n');
  expect(records.map((record) => record.place)).toEqual([
    { startByte: 0, sizeBytes: 7, line: 1 },
    { startByte: 9, sizeBytes: 8, line: 2 },
  ]);
});

test('a text keeps its line ends and loses its BOM', async () => {
  const {
    values,
    opened: { container },
  } = await readAll('\uFEFFa\r\nb\n');
  expect([values, container.crlf, container.bom]).toEqual([['a\r\nb\n'], 1, true]);
});

test('what surrounds the rows of an object is its header', async () => {
  const {
    opened: { container },
  } = await readAll('{"version":2,"samples":[{"id":1}],"stats":{"n":[1]}}');
  expect(container.detail).toEqual(
    expect.objectContaining({ rowsKey: 'samples', header: { version: 2, stats: { n: [1] } } }),
  );
});

test('records of a dict know their key', async () => {
  const { records } = await readAll('{"a b":[{"x":1},{"x":2}],"c":[{"x":3}]}');
  expect(records.map((record) => record.key)).toEqual(['a b', 'a b', 'c']);
});

test.each(['le', 'be'] as const)('UTF-16 %s is read by its BOM', async (endian) => {
  const text = '\uFEFF{"a":"é😀"}\n{"a":"\u4e2d"}\n';
  const bytes = new Uint8Array(text.length * 2);
  for (let i = 0; i < text.length; i += 1)
    new DataView(bytes.buffer).setUint16(2 * i, text.charCodeAt(i), endian === 'le');
  for (const sliceBytes of [1, 3, 1000]) {
    const all = await readAll(bytes, { sliceBytes });
    expect([all.id, all.opened.container.bom, all.values]).toEqual([
      'jsonl',
      true,
      [{ a: 'é😀' }, { a: '中' }],
    ]);
    expect(await all.opened.recordAt(all.records[1]!.place)).toEqual({ a: '中' });
  }
});

test('Gemini parts of one response are events, whole responses are lines', async () => {
  const line = (id: string) => JSON.stringify({ candidates: [], responseId: id });
  expect((await readAll(`${line('a')}\n${line('a')}`)).id).toBe('event-lines');
  expect((await readAll(`${line('a')}\n${line('b')}`)).id).toBe('jsonl');
});

test('anything opens as text when asked to', async () => {
  expect((await readAll('{"a":1}\n{"a":2}', { as: 'text' })).values).toEqual(['{"a":1}\n{"a":2}']);
});

test('a stop ends reading between batches and keeps what was read', async () => {
  const lines = Array.from({ length: 5000 }, (_, i) => JSON.stringify({ i })).join('\n');
  const { opened: container } = await readAll(lines);
  const stop = { aborted: false };
  let count = 0;
  for await (const batch of container.records(stop)) {
    count += batch.records.length;
    stop.aborted = true;
  }
  expect(count).toBeGreaterThan(0);
  expect(count).toBeLessThan(5000);
});

test('the sample is at most 200 records, the rest still comes', async () => {
  const lines = Array.from({ length: 700 }, (_, i) => JSON.stringify({ i })).join('\n');
  const all = await readAll(lines);
  expect([all.opened.sample.length, all.records.length]).toEqual([200, 700]);
});

test('lines longer than the recogniser looks at are lines still', async () => {
  const long = JSON.stringify({ text: 'x'.repeat(5 << 20) });
  const all = await readAll(`${long}\n${long}\n`);
  expect([all.id, all.positions]).toEqual(['jsonl', ['line 1', 'line 2']]);
});

test('empty and blank sources are refused as empty', async () => {
  expect((await refused('')).kind).toBe('empty');
  expect((await refused(' \n\t\r\n'.repeat(1000))).kind).toBe('empty');
});
