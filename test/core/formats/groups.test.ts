// Files that were dropped together and are one record of one format.

import { describe, expect, test } from 'vitest';
import { formatById, guessGroup } from '../../../src/core/formats';

const FILES: Record<string, unknown[]> = {
  solution: [
    {
      prompt: 'Solve: 1 + 1?',
      solution: 'One.  Two.\n</think>\n2',
      full_cot: '',
      answer: '2',
      is_correct: true,
    },
  ],
  problem: [{ problem: '1 + 1?', gt_answer: '2', gt_solution: 'Add.', level: 'Level 1' }],
  chunks: [
    { chunk: 'One.', chunk_idx: 0, accuracy: 0.5, function_tags: ['setup'], depends_on: [] },
    { chunk: ' Two.', chunk_idx: 1, accuracy: 0.75, function_tags: ['setup'], depends_on: ['0'] },
    { chunk: 'Three.', chunk_idx: 2, accuracy: 1, function_tags: [], depends_on: [] },
  ],
  importance: [{ source_chunk_idx: 0, target_impacts: [{ target_chunk_idx: 1, importance_score: 0.25 }] }],
  resampled: [{ '0': ['Uno.', 'Un.'], '1': ['Dos.'] }],
  summary: [{ num_chunks: 3 }],
};
const files = (...names: string[]) =>
  names.map((name) => ({ container: 'json-array', records: FILES[name] ?? [] }));
const ALL = Object.keys(FILES);

describe('thought anchors', () => {
  test.each([
    ['a rollout with its chunks', ALL, true],
    ['a rollout and its chunks alone', ['chunks', 'solution'], true],
    ['no rollout', ['chunks', 'importance'], false],
  ])('%s: certain %#', (_, names, certain) => {
    expect(guessGroup(files(...names))[0]).toMatchObject({ id: 'thought-anchors', certain });
  });
  test('other files are no group', () => {
    expect(guessGroup([{ container: 'jsonl', records: [{ a: 1 }] }])).toEqual([]);
  });
  test.each([[ALL], [ALL.toReversed()]])('read as one trace, in whatever order: %j', (names) => {
    const records = files(...names).flatMap((file) => file.records);
    const read = formatById('thought-anchors')?.readAll?.(records);
    if (!read?.ok) throw new Error('not read');
    const [{ problem, attempts, warnings }, ...others] = read.value as [(typeof read.value)[number]];
    const [attempt] = attempts;
    expect(others).toEqual([]);
    expect(problem).toEqual({ prompt: '1 + 1?', answer: '2', solution: 'Add.' });
    // " Two." begins at the second of two blanks.
    expect(attempt).toMatchObject({
      given: [
        { start: 0, end: 4 },
        { start: 5, end: 10 },
      ],
      outcome: true,
      ownAnswer: '2',
      meta: { function_tags: 'setup 2', level: 'Level 1' },
    });
    expect(attempt?.scores).toEqual([
      { source: 'accuracy', on: { start: 0, end: 4 }, value: 0.5 },
      { source: 'accuracy', on: { start: 5, end: 10 }, value: 0.75 },
      { source: 'importance_score', on: { start: 0, end: 4 }, value: 0.25 },
    ]);
    expect(warnings?.map(({ kind }) => kind)).toEqual(['step-not-found', 'alternatives-not-shown']);
  });
  test('importances alone have no text', () => {
    const read = formatById('thought-anchors')?.readAll?.(FILES['importance'] ?? []);
    expect(read).toMatchObject({ ok: false, fault: { kind: 'no-text' } });
  });
});
