// A file read in several threads, whichever of them is faster, is the file read in one.

import { parquetWriteBuffer } from 'hyparquet-writer';
import { expect, test, vi } from 'vitest';
import type { OpenProgress, RowView } from '../../src/data/api';
import { askDirectly, Library, MemoryLibrary, PLATFORM } from '../../src/data/library';
import type { StartReaders } from '../../src/data/library';
import { MemoryChangeLog } from '../../src/data/log';
import { answerParts } from '../../src/data/worker/answerParts';
import { askReaders } from '../../src/data/worker/askReaders';
import type { ReaderPort } from '../../src/data/worker/askReaders';
import type { FromReader } from '../../src/data/worker/readerMessages';
import { conversation, SCOPE } from './tab';

vi.setConfig({ testTimeout: 120_000 });

/** A thread that takes its messages in order and its time as `delays` says. */
function slowReader(delays: Iterator<number>): ReaderPort {
  const listeners: ((event: { data: FromReader }) => void)[] = [];
  const answer = answerParts((message, transfer) => {
    const data = structuredClone(message, { transfer });
    for (const listener of listeners) listener({ data });
  });
  let before = Promise.resolve();
  return {
    postMessage(message, transfer) {
      const sent = structuredClone(message, { transfer });
      before = before.then(async () => {
        for (let left = Number(delays.next().value); left > 0; left -= 1) {
          await new Promise((resume) => setImmediate(resume));
        }
        await answer(sent);
      });
    },
    addEventListener: (kind: string, listener: unknown) => {
      if (kind === 'message') listeners.push(listener as (typeof listeners)[number]);
    },
    terminate: () => undefined,
  };
}

function* unevenDelays(): Generator<number> {
  for (let turn = 0; ; turn += 1) yield (turn * 7) % 11;
}

const threads =
  (count: number): StartReaders =>
  (rules) => {
    const delays = unevenDelays();
    return askReaders(
      Array.from({ length: count }, () => slowReader(delays)),
      rules,
    );
  };

/** All that a person can see of a file that was read so. */
async function seenOf(content: Blob, startReaders?: StartReaders) {
  let parts = 0;
  const counted: StartReaders | undefined =
    startReaders &&
    ((rules) => {
      const readers = startReaders(rules);
      return {
        ...readers,
        read: (packed) => {
          parts += 1;
          return readers.read(packed);
        },
        readLines: (piece) => {
          parts += 1;
          return readers.readLines(piece);
        },
        readRows: (window) => {
          parts += 1;
          return readers.readRows(window);
        },
      };
    });
  const log = new MemoryChangeLog();
  const protocols = () => Promise.resolve([]);
  const surroundings = { store: new MemoryLibrary(), log, protocols, platform: PLATFORM, nowMs: () => 0 };
  const ask = askDirectly(new Library(counted ? { ...surroundings, startReaders: counted } : surroundings));
  const preview: OpenProgress['preview'][] = [];
  const summary = await ask(
    'open',
    { inputs: [{ name: 'file', blob: content }] },
    {
      onProgress: (step) => {
        if (step.kind === 'read') preview.push(step.progress.preview);
      },
    },
  );
  const { faults } = await ask('faults', { file: summary.key, from: 0, count: 1_000 });
  const rows: RowView[] = [];
  for (const from of [0, summary.rows - 300]) {
    const query = {
      file: summary.key,
      from,
      count: 300,
      sort: 'file',
      descending: false,
      filter: {},
      scope: SCOPE,
    } as const;
    rows.push(...(await ask('page', query)).rows);
  }
  const last = await ask('readTrace', { file: summary.key, row: summary.rows - 1, scope: SCOPE });
  return { parts, seen: { summary, faults, rows, last, preview: preview.at(-1) } };
}

function* records(): Generator<string> {
  for (let i = 0; i < 9_000; i += 1) {
    if (i % 1_000 === 500) yield `{"messages": [${i}`;
    else if (i % 1_000 === 700) yield JSON.stringify({ messages: 'of another shape', i });
    else if (i % 1_000 === 900)
      yield JSON.stringify(conversation(`Count to ${i}.`, ['x'])).replace('"x"', 'NaN');
    else
      yield JSON.stringify(
        conversation(
          `Problem ${Math.floor(i / 7)}: how many äpfel?`,
          [`Step of ${i % 5_000}. ${'y'.repeat(500)}`, 'End 🍎.'],
          {
            generator: `g${i % 5}`,
            is_correct: i % 3 === 0,
          },
        ),
      );
  }
}

const all = [...records()];
const whole = all.filter((record) => record.endsWith('}') && !record.includes('NaN'));
const FILES = {
  'JSON Lines with CRLF, blank and broken lines': all
    .map((one, i) => (i % 50 === 0 ? `\r\n${one}\r\n` : `${one}\n`))
    .join(''),
  'one array': `[${whole.join(',')}]`,
  'an array printed over lines': `[\n  ${whole.join(',\n  ')}\n]`,
  'a dict of arrays': JSON.stringify(
    Object.fromEntries(
      Array.from({ length: 9 }, (_, i) => [
        `key ${i}`,
        whole.slice(i * 900, i * 900 + 900).map((one) => JSON.parse(one) as unknown),
      ]),
    ),
  ),
};

/** Rows of prompts with one completion each, in groups of 1,000, not packed so that bytes can be changed. */
function parquetOf(rows: number): ArrayBuffer {
  const of = <T>(value: (i: number) => T) => Array.from({ length: rows }, (_, i) => value(i));
  return parquetWriteBuffer({
    columnData: [
      { name: 'prompt', data: of((i) => `Problem ${Math.floor(i / 7)}: how many äpfel?`), type: 'STRING' },
      { name: 'completion', data: of((i) => `Step of ${i}. ${'y'.repeat(500)} 🍎`), type: 'STRING' },
      { name: 'label', data: of((i) => i % 3 === 0), type: 'BOOLEAN' },
      { name: 'place', data: of((i) => BigInt(i)), type: 'INT64' },
    ],
    codec: 'UNCOMPRESSED',
    rowGroupSize: 1_000,
  });
}

test('Parquet: threads that read a window of rows each say what one says, its damage included', async () => {
  const bytes = new Uint8Array(parquetOf(9_000));
  const damaged = bytes.slice();
  // The head of a page in a group in the middle.
  const at = new TextDecoder('latin1').decode(damaged).indexOf('Step of 5000.');
  damaged.fill(255, at - 60, at);
  for (const content of [bytes, damaged]) {
    const blob = new Blob([content]);
    const one = await seenOf(blob);
    const several = await seenOf(blob, threads(2));
    expect(several.parts).toBeGreaterThan(4);
    expect(several.seen).toEqual(one.seen);
    const isWhole = content === bytes;
    expect(one.seen.summary).toMatchObject({ rows: isWhole ? 9_000 : 8_000, complete: true });
    expect(one.seen.faults.map(({ position, kind }) => [position, kind])).toEqual(
      isWhole ? [] : [['row 5001 (group 6, row 1)', 'damaged']],
    );
  }
});

for (const [name, content] of Object.entries(FILES)) {
  test(`${name}: two threads and three say what one says`, async () => {
    const blob = new Blob([content]);
    const one = await seenOf(blob);
    expect(one.seen.summary.rows).toBeGreaterThan(8_000);
    expect(one.seen.summary).toMatchObject({ complete: true });
    for (const count of [2, 3]) {
      const several = await seenOf(blob, threads(count));
      expect(several.parts).toBeGreaterThan(1);
      expect(several.seen).toEqual({
        ...one.seen,
        summary: { ...one.seen.summary },
      });
    }
  });
}

test('broken lines are named by their lines, whichever thread met them', async () => {
  const { seen } = await seenOf(new Blob([all.map((one) => `${one}\n`).join('')]), threads(2));
  const positions = seen.faults.map(({ position }) => position);
  expect(positions.slice(0, 4)).toEqual(['line 501', 'line 701', 'line 1501', 'line 1701']);
  expect(positions).toHaveLength(18);
  expect(seen.summary.warnings.find(({ kind }) => kind === 'no-number')).toMatchObject({ count: 9 });
});

test('a thread that stops is said, not waited for', async () => {
  const broken: StartReaders = (rules) => {
    const errors: ((event: { message: string }) => void)[] = [];
    const port: ReaderPort = {
      postMessage: (message) => {
        if (message.kind !== 'rules') for (const tell of errors) tell({ message: 'out of memory' });
      },
      addEventListener: (kind: string, listener: unknown) => {
        if (kind === 'error') errors.push(listener as (typeof errors)[number]);
      },
      terminate: () => undefined,
    };
    return askReaders([port], rules);
  };
  const content = new Blob([all.map((one) => `${one}\n`).join('')]);
  await expect(seenOf(content, broken)).rejects.toThrow(/stopped: out of memory/);
});
