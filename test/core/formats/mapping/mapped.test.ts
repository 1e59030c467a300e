// Mappings of formats.md §4.3 read our fixtures as the readers written for these formats do.

import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { formatById, mappedFormat, readMapping } from '../../../../src/core/formats';
import type { Reading } from '../../../../src/core/formats';

const formatOf = (mapping: Record<string, unknown>) => {
  const checked = readMapping({ stepmarkMapping: 1, name: 'test', ...mapping });
  if (!checked.ok) throw new Error(checked.fault.reason);
  return mappedFormat(checked.value);
};
function read(mapping: Record<string, unknown>, ...records: unknown[]): Reading[] {
  const format = formatOf(mapping);
  const results = format.readAll ? [format.readAll(records)] : records.map((record) => format.read(record));
  return results.flatMap((result) => {
    if (!result.ok) throw new Error(result.fault.reason);
    return result.value;
  });
}
const faultOf = (mapping: Record<string, unknown>, record: unknown) => {
  const result = formatOf(mapping).read(record);
  return result.ok ? undefined : result.fault;
};

const FIXTURES = 'test/fixtures/formats';
const fixture = (path: string): unknown[] => {
  const text = readFileSync(`${FIXTURES}/${path}`, 'utf8');
  if (path.endsWith('.jsonl'))
    return text
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as unknown);
  const value = JSON.parse(text) as unknown;
  return Array.isArray(value) ? value : [value];
};
const readers = (id: string, path: string): Reading[] => {
  const format = formatById(id);
  return fixture(path).flatMap((record) => {
    const result = format?.read(record);
    return result?.ok ? result.value : [];
  });
};
/** What both readers say; how they name a column or a label's source differs. */
const same = ({ problem: { prompt }, attempts, tree }: Reading) => ({
  prompt,
  attempts: attempts.map(({ raw, given, outcome, generator, labels = [] }) => ({
    raw,
    given,
    outcome,
    generator,
    labels: labels.map(({ on, verdict, origin }) => ({ on, verdict, origin })),
  })),
  tree: tree && {
    parent: [...tree.parent],
    text: tree.text,
    endings: tree.rowsEndingAt,
  },
});

describe('the examples of the language read like the reader of the format', () => {
  const processbench = {
    problem: { text: 'problem' },
    trace: { steps: 'steps[*]', join: '\n\n' },
    generator: 'generator',
    outcome: { path: 'final_answer_correct' },
    labels: { kind: 'firstError', path: 'label', base: 0, none: [-1], rest: 'unjudged', origin: 'human' },
  };
  const solutions = {
    problem: { text: 'question', solution: 'ground_truth' },
    rollouts: { each: '*' },
    generator: '@key',
    trace: { text: 'solution' },
    outcome: { path: 'is_correct' },
  };
  const rollouts = {
    problem: { text: 'question', key: 'id' },
    rollouts: { each: 'steps[*]' },
    trace: { steps: '[*]', join: '\n\n' },
    outcome: { path: 'labels[*]' },
  };
  const tree = {
    problem: { text: 'question', answer: 'final_answer' },
    tree: {
      root: 'reasoning_steps',
      children: 'children[*]',
      text: 'text',
      textIs: 'own',
      value: 'mc_value',
    },
  };
  const prefixes = {
    problem: { text: 'question', answer: 'final_answer' },
    tree: { nodes: 'reasoning_steps[*]', prefix: 'solution_prefix', value: 'mc_value' },
  };
  test.each([
    ['gsm8k-solutions', 'models/input.json', solutions],
    ['rollout-steps-labels', 'outcomes/input.jsonl', rollouts],
    ['omegaprm-tree', 'twins/input.json', tree],
  ])('%s', (id, path, mapping) => {
    const expected = readers(id, `${id}/${path}`).map(same);
    expect(expected.length).toBeGreaterThan(0);
    expect(read(mapping, ...fixture(`${id}/${path}`)).map(same)).toEqual(expected);
  });
  test('processbench', () => {
    const path = 'processbench/small/input.jsonl';
    // The reader refuses the number among the steps; a mapping writes it out.
    const records = fixture(path).filter((record) => (record as { id: string }).id !== 'a-4');
    expect(read(processbench, ...records).map(same)).toEqual(readers('processbench', path).map(same));
  });
  test('omegaprm-flat: the same nodes and values, leaves by length', () => {
    const [entry] = fixture('omegaprm-flat/twins/input.json') as { reasoning_steps: unknown[] }[];
    const record = { ...entry, reasoning_steps: entry!.reasoning_steps.slice(0, 5) };
    const [mapped] = read(prefixes, record);
    expect(mapped?.tree?.text).toEqual([
      '',
      ' First b.',
      ' Firstly, c = 4.',
      '\nThen c = 3.',
      '\nThen c = 3.',
    ]);
    expect([...(mapped?.tree?.values[0]?.data ?? [])]).toEqual([0.75, 0.5, 0, 1, 0.25]);
    expect(mapped?.attempts.map(({ raw }) => raw)).toEqual([
      ' Firstly, c = 4.',
      ' First b.\nThen c = 3.',
      ' First b.\nThen c = 3.',
    ]);
  });
  test('tot-dfs', () => {
    const mapping = {
      tree: { nodes: '[*]', path: 'actions', reward: 'info.r_word' },
      scores: [{ name: 'sure', path: 'count.sure', at: 'node' }],
    };
    const [record] = fixture('tot-dfs/gaps/input.json');
    const [mapped] = read(mapping, (record as unknown[]).slice(0, 3));
    expect(mapped?.attempts.map(({ raw }) => raw)).toEqual([
      'h2. motor\n\nh1. tasks',
      'h2. motor\n\nh3. grand',
    ]);
    expect(mapped?.tree?.values.map(({ name, data }) => [name, ...data])).toEqual([
      ['info.r_word', NaN, 0.1, 0.2, 0.1],
      ['sure', NaN, 1, 2, 0],
    ]);
  });
});

describe('rows', () => {
  const steps = { trace: { steps: 's' } };
  test.each([
    ['a row is the record', { rows: '$[*]', ...steps }, { s: ['a'] }, ['a']],
    [
      'rows inside an object',
      { rows: '$.data[*]', ...steps },
      { data: [{ s: ['a'] }, { s: ['b'] }] },
      ['a', 'b'],
    ],
    ['rows that the container took out already', { rows: '$.data[*]', ...steps }, { s: ['a'] }, ['a']],
    ['a dict of lists', { rows: '$.*[*]', ...steps }, { x: [{ s: ['a'] }], y: [{ s: ['b'] }] }, ['a', 'b']],
  ])('%s', (_, mapping, record, raws) => {
    const attempts = read(mapping, record).flatMap((reading) => reading.attempts);
    expect(attempts.map(({ raw }) => raw)).toEqual(raws);
  });
  test('a step per row: rows of a trace become one', () => {
    const mapping = {
      problem: { text: 'q' },
      rollouts: { groupBy: 'run' },
      trace: { stepPerRow: 'step' },
      labels: { kind: 'perStep', path: 'ok', table: { 1: 'correct', 0: 'erroneous' } },
      scores: [{ name: 'p', path: 'p', at: 'step' }],
    };
    const rows = [
      { q: 'Q', run: 1, step: 'a', ok: 1, p: 0.5 },
      { q: 'Q', run: 2, step: 'c', ok: 1, p: 0.25 },
      { q: 'Q', run: 1, step: 'b', ok: 0, p: 0.75 },
    ];
    const readings = read(mapping, ...rows);
    expect(readings.map(({ attempts: [attempt] }) => attempt?.raw)).toEqual(['a\n\nb', 'c']);
    expect(readings[0]?.attempts[0]?.labels?.map(({ verdict }) => verdict)).toEqual(['correct', 'erroneous']);
    expect(readings[0]?.attempts[0]?.scores?.map(({ value }) => value)).toEqual([0.5, 0.75]);
  });
});

describe('labels', () => {
  const verdicts = (labels: Record<string, unknown>, record: Record<string, unknown>) => {
    const [reading] = read({ trace: { steps: 's' }, labels }, { s: ['a', 'b', 'c'], ...record });
    const given = reading?.attempts[0]?.given ?? [];
    return given
      .map((range) => reading?.attempts[0]?.labels?.find(({ on }) => on === range)?.verdict?.[0] ?? '.')
      .join('');
  };
  test.each([
    ['per step', { kind: 'perStep', path: 'l' }, { l: [1, '-', true] }, 'cec'],
    [
      'per step by a table',
      { kind: 'perStep', path: 'l', table: { 0: 'redundant', ok: 'correct' } },
      { l: [0, 'ok', 7] },
      'rc.',
    ],
    ['first error from 0', { kind: 'firstError', path: 'l' }, { l: 1 }, 'ce.'],
    ['first error from 1', { kind: 'firstError', path: 'l', base: 1 }, { l: 'Step 3' }, 'cce'],
    ['no error: null', { kind: 'firstError', path: 'l' }, { l: null }, 'ccc'],
    ['no error: -1', { kind: 'firstError', path: 'l' }, { l: -1 }, 'ccc'],
    ['no such field', { kind: 'firstError', path: 'l' }, {}, '...'],
    ['outside', { kind: 'firstError', path: 'l' }, { l: 3 }, '...'],
    ['the rest correct', { kind: 'firstError', path: 'l', rest: 'correct' }, { l: 1 }, 'cec'],
    ['a list of errors', { kind: 'errorList', path: 'l', base: 1 }, { l: [1, 3, 9] }, 'ece'],
    ['the rest unjudged', { kind: 'errorList', path: 'l', rest: 'unjudged' }, { l: [1] }, '.e.'],
    ['by key', { kind: 'byKey', path: 'l' }, { l: { 0: '+', 2: '-' } }, 'c.e'],
  ])('%s', (_, labels, record, expected) => {
    expect(verdicts(labels, record)).toBe(expected);
  });
  test('a step that is an object without a label has none; the others keep theirs', () => {
    const mapping = {
      trace: { steps: 's[*].t' },
      labels: { kind: 'perStep', path: 's[*].l' },
      scores: [{ name: 'p', path: 's[*].p', at: 'step' }],
    };
    const s = [{ t: 'a', l: 1, p: 0.5 }, { l: 1 }, { t: 'b' }, { t: 'c', l: 0, p: 0.25 }];
    const [attempt] = read(mapping, { s })[0]!.attempts;
    const at = ({ start, end }: { start: number; end: number }) => attempt!.raw.slice(start, end);
    expect(attempt!.labels?.map(({ on, verdict }) => [on === 'text' ? on : at(on), verdict])).toEqual([
      ['a', 'correct'],
      ['c', 'erroneous'],
    ]);
    expect(attempt!.scores?.map(({ on, value }) => [on === 'trace' ? on : at(on), value])).toEqual([
      ['a', 0.5],
      ['c', 0.25],
    ]);
  });
  test('another number of labels than steps is a fault with both', () => {
    const mapping = { trace: { steps: 's' }, labels: { kind: 'perStep', path: 'l' } };
    expect(faultOf(mapping, { s: ['a', 'b'], l: [1, 0, 1] })?.reason).toBe('3 labels for 2 steps.');
  });
  test('critique and correction lie on the first erroneous step', () => {
    const mapping = {
      trace: { steps: 's' },
      labels: { kind: 'firstError', path: 'l' },
      critique: 'why',
      correction: 'fix',
    };
    const [reading] = read(mapping, { s: ['a', 'b'], l: 1, why: 'No.', fix: 'B' });
    const words = reading?.attempts[0]?.labels?.map(({ comment, correction }) => [comment, correction]);
    expect(words).toEqual([
      [undefined, undefined],
      ['No.', 'B'],
    ]);
  });
});

describe('other shapes', () => {
  test('the problem may stand before the trace in one text, steps end at a marker', () => {
    const [reading] = read({ trace: { text: 't', from: 'Step 1', marker: '#' } }, { t: 'Q? Step 1 a # b #' });
    expect(reading?.problem.prompt).toBe('Q?');
    const { raw = '', given = [] } = reading?.attempts[0] ?? {};
    expect(given.map(({ start, end }) => raw.slice(start, end))).toEqual(['Step 1 a', 'b']);
  });
  test('turns under other names', () => {
    const mapping = { trace: { turns: 'log', role: 'who', content: 'said', thinking: 'mind' } };
    const log = [
      { who: 'user', said: 'Q?' },
      { who: 'assistant', said: 'A.', mind: 'Hm.' },
    ];
    const [reading] = read(mapping, { log });
    expect(reading?.problem.prompt).toBe('Q?');
    expect(reading?.attempts[0]?.zones?.map(({ kind }) => kind)).toEqual(['thinking', 'response']);
  });
  test('strings that hold JSON, odd names, the first that is there', () => {
    const mapping = { problem: { text: 'missing|["odd name"]' }, trace: { steps: 'json(cell).steps[*].t' } };
    const [reading] = read(mapping, { 'odd name': 'Q', cell: '{"steps":[{"t":"a"},{"t":"b"}]}' });
    expect([reading?.problem.prompt, reading?.attempts[0]?.raw]).toEqual(['Q', 'a\n\nb']);
  });
  test('a node list: parents by id, two parents kept, a circle left out', () => {
    const mapping = {
      problem: { text: 'q' },
      tree: { nodes: 'n', id: 'id', parent: 'up', text: 't', visits: 'N' },
    };
    const n = [
      { id: 'c', up: ['a', 'b'], t: 'C', N: 1 },
      { id: 'r', up: null, t: '', N: 4 },
      { id: 'a', up: 'r', t: 'A', N: 2 },
      { id: 'b', up: 'r', t: 'B', N: 1 },
      { id: 'x', up: 'y', t: 'X' },
      { id: 'y', up: 'x', t: 'Y' },
    ];
    const [reading] = read(mapping, { q: 'Q', n });
    const { tree, attempts, warnings } = reading!;
    expect([tree?.text, [...tree!.parent], tree?.extraParents]).toEqual([
      ['', 'A', '\n\nC', 'B'],
      [-1, 0, 1, 0],
      [[2, 3]],
    ]);
    expect([...tree!.values[0]!.data]).toEqual([4, 2, 1, 1]);
    expect(attempts.map(({ raw }) => raw)).toEqual(['A\n\nC', 'B']);
    expect(warnings?.map(({ reason }) => reason)).toEqual([
      '2 nodes are left out: no way leads to them from a root.',
    ]);
  });
  test('a pair is two attempts and no outcome', () => {
    const [reading] = read(
      { problem: { text: 'q' }, pair: { a: 'x', b: 'y', preferred: 'won' } },
      { q: 'Q', x: '1', y: '2', won: 'B' },
    );
    expect(reading?.attempts.map(({ raw, labels }) => [raw, labels?.[0]?.raw])).toEqual([
      ['1', 'rejected'],
      ['2', 'chosen'],
    ]);
  });
});

describe('what is no mapping says why', () => {
  test.each([
    [{}, 'stepmarkMapping'],
    [{ stepmarkMapping: 1 }, 'names neither a trace'],
    [{ stepmarkMapping: 1, trace: { text: 'a[' } }, 'trace'],
    [{ stepmarkMapping: 1, trace: { text: 'a' }, labels: { kind: 'odd', path: 'l' } }, 'labels.kind'],
    [null, 'expected Object'],
  ])('%j', (value, word) => {
    const read = readMapping(value);
    expect(read.ok ? '' : read.fault.reason).toContain(word);
  });
  test('a record without the trace is a fault', () => {
    expect(faultOf({ trace: { text: 'a' } }, { b: 1 })).toMatchObject({ kind: 'no-trace' });
  });
});
