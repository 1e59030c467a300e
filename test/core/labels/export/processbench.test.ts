import { expect, test } from 'vitest';
import { targetById } from '../../../../src/core/labels/export';
import type { ExportRow, Policies } from '../../../../src/core/labels/export';
import { rowOf } from './exportRows';

const processbench = targetById('processbench')!;

function label(row: ExportRow, policies: Partial<Policies> = {}): number | string {
  const written = processbench.write(row, policies);
  return written.ok ? (JSON.parse(written.line) as { label: number }).label : written.reason;
}

const NOT_JUDGED = 'a step was not judged';
const TABLE: [string, number | string][] = [
  ['ccc', -1],
  ['crc', -1],
  ['rrr', -1],
  ['ecc', 0],
  ['cre', 2],
  ['ceec', 1],
  ['ce..', 1],
  ['cer.', 1],
  ['.ecc', NOT_JUDGED],
  ['c.e', NOT_JUDGED],
  ['cc.', NOT_JUDGED],
  ['...', NOT_JUDGED],
  ['', 'has no steps'],
];
test.each(TABLE)('%s gives %s', (letters, expected) => {
  expect(label(rowOf(letters))).toBe(expected);
});

test('an error that the protocol says is cleared is not the first one', () => {
  const cleared = (letters: string, ...steps: number[]) =>
    label({ ...rowOf(letters), cleared: new Set(steps) });
  expect([cleared('cec', 1), cleared('cecec', 1), cleared('cec'), cleared('ce.', 1)]).toEqual([
    -1,
    3,
    1,
    NOT_JUDGED,
  ]);
});

test('no policy changes a label: redundant never counts, what follows the first error is not asked', () => {
  for (const redundant of ['positive', 'negative', 'masked'] as const) {
    for (const afterFirstError of ['dropped', 'masked', 'own', 'negative'] as const) {
      for (const unjudged of ['masked', 'refused'] as const) {
        const policies = { redundant, afterFirstError, unjudged };
        expect(TABLE.map(([letters]) => label(rowOf(letters), policies))).toEqual(TABLE.map(([, it]) => it));
      }
    }
  }
});

const UNKNOWN = 'whether the final answer is right is unknown';
test.each<[boolean | number | undefined, boolean | string]>([
  [true, true],
  [false, false],
  [1, true],
  [0, false],
  [0.5, UNKNOWN],
  [undefined, UNKNOWN],
])('outcome %s', (outcome, expected) => {
  const row = rowOf('c');
  if (outcome === undefined) delete row.row.outcome;
  else row.row.outcome = outcome;
  const written = processbench.write(row, {});
  expect(
    written.ok
      ? (JSON.parse(written.line) as { final_answer_correct: boolean }).final_answer_correct
      : written.reason,
  ).toBe(expected);
});

test('the line has the six fields of the benchmark; a problem without an id is named by its text', () => {
  const named = rowOf('ce', { problem: { fileId: 'gsm8k-1' }, row: { generator: 'Qwen2' } });
  const written = processbench.write(named, {});
  expect(written.ok && JSON.parse(written.line)).toEqual({
    id: 'gsm8k-1',
    generator: 'Qwen2',
    problem: 'How many?',
    steps: ['s1', 's2'],
    final_answer_correct: true,
    label: 1,
  });
  const unnamed = rowOf('c');
  const line = processbench.write(unnamed, {});
  expect(line.ok && JSON.parse(line.line)).toMatchObject({ id: unnamed.trace.text, generator: '' });
});
