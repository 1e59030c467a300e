// Keys of what formats read: equal texts share one, and a tree's node is the passage of the step it stands for.

import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { formatById, keyReading, readRecord } from '../../../src/core/formats';
import type { FileKey } from '../../../src/core/model';

const PLACE = { startByte: 0, sizeBytes: 1 };
function read(formatId: string, value: unknown) {
  const result = readRecord(formatById(formatId)!, { place: PLACE, value });
  if (!result.ok) throw new Error(result.fault.reason);
  return keyReading(result.value, { file: 'file' as FileKey, place: PLACE, formatId, record: value });
}

test('the 800 Game of 24 samples are 8 problems and 517 distinct texts', () => {
  const path = '../shared/data/tot_samples/game24.cot_sample_100.0-7.json';
  if (!existsSync(path)) {
    console.log(`${path} is not there: its texts are not counted`);
    return;
  }
  const records = JSON.parse(readFileSync(path, 'utf8')) as unknown[];
  const rows = records.flatMap((record) => read('tot-samples', record).rows);
  const distinct = (keys: string[]) => new Set(keys).size;
  expect(rows).toHaveLength(800);
  expect(distinct(rows.map(({ problem }) => problem))).toBe(8);
  expect(distinct(rows.map(({ text }) => text))).toBe(517);
});

test('labels of tree nodes on the main path lie on the passages of its steps', () => {
  const [line = ''] = readFileSync('test/fixtures/formats/prm800k/phases/input.jsonl', 'utf8')
    .split('\n')
    .slice(1);
  const { rows, trees } = read('prm800k', JSON.parse(line));
  const onSteps = rows[0]!.given.map(({ on }) => on);
  const onNodes = trees[0]!.given.map(([, { on }]) => on);
  expect(onSteps).toHaveLength(2);
  expect(onNodes).toEqual(expect.arrayContaining(onSteps));
});
