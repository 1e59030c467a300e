import { expect, test } from 'vitest';
import {
  addRow,
  buildSidecar,
  compareExport,
  emptyReport,
  EXPORT_TARGETS,
  targetById,
} from '../../../../src/core/labels/export';
import type { ExportReport, ExportTarget, Policies } from '../../../../src/core/labels/export';
import type { FileKey } from '../../../../src/core/model';
import { SCOPE } from '../sessions';
import { rowOf } from './exportRows';

const POLICIES: Policies = { redundant: 'masked', afterFirstError: 'negative', unjudged: 'masked' };

function exported(target: ExportTarget, rows: string[]) {
  const report = emptyReport(target, POLICIES);
  const written = rows.map((letters) => target.write(rowOf(letters), POLICIES));
  written.forEach((one, i) =>
    addRow(report, target, POLICIES, { position: `line ${i + 1}`, written: one, inTray: i }),
  );
  return { report, written };
}
const counts = ({ labels }: ExportReport) =>
  labels.map(({ value, meaning, count }) => [value, meaning, count]);

test('TRL: rows and labels are counted by the value written, with what it means under these answers', () => {
  const { report } = exported(targetById('trl-stepwise')!, ['cre.', '...', 'c.r', '']);
  expect(report).toMatchObject({ considered: 4, written: 2, inTray: 0 + 1 + 2 + 3 });
  expect(report.refused).toEqual([
    { reason: 'no step was judged', count: 1, positions: ['line 2'] },
    { reason: 'has no steps', count: 1, positions: ['line 4'] },
  ]);
  expect(counts(report)).toEqual([
    ['1', 'correct', 2],
    ['0', 'erroneous, after the first error', 2],
    ['-100', 'masked: redundant, not judged', 3],
  ]);
});

test('ProcessBench: labels are counted by index, in order', () => {
  const { report } = exported(targetById('processbench')!, ['cce', 'e', 'ccc', 'ccce', 'e', 'c.']);
  expect(counts(report)).toEqual([
    ['-1', 'no error', 1],
    ['0', 'first error at step 1', 2],
    ['2', 'first error at step 3', 1],
    ['3', 'first error at step 4', 1],
  ]);
  expect(report.considered).toBe(report.written + 1);
});

test('positions of refused rows are named up to 100, all are counted', () => {
  const { report } = exported(
    targetById('processbench')!,
    Array.from({ length: 103 }, () => '.'),
  );
  expect(report.refused.map(({ count, positions }) => [count, positions.length])).toEqual([[103, 100]]);
});

for (const target of EXPORT_TARGETS) {
  const rows = ['ce', 'ccr'].map((letters, i) => {
    const written = target.write(rowOf(letters), POLICIES);
    if (!written.ok) throw new Error(written.reason);
    return { line: written.line, position: `record ${i + 1}`, expected: written.expected };
  });
  const lines = rows.map(({ line }) => line);
  const [first, second] = lines as [string, string];

  test(`${target.id}: what was written reads back equal, and a difference is found`, () => {
    expect(compareExport(target, lines, rows)).toBeUndefined();
    expect(compareExport(target, [first], rows)).toBe('The row of record 2 is not in the file.');
    expect(compareExport(target, [first, second, second], rows)).toBe(
      'Line 3 was not meant to be in the file.',
    );
    expect(compareExport(target, [first, first], rows)).toMatch(/^Line 2 \(record 2\): /);
    expect(compareExport(target, [first, second.slice(0, -4)], rows, 11)).toBe('Line 12 cannot be read.');
    expect(compareExport(target, [first.replace('s1', 'S1'), second], rows)).toBe(
      'Line 1 (record 1): the step texts differ.',
    );
  });
}

test('a wrong label is named', () => {
  const trl = targetById('trl-stepwise')!;
  const written = trl.write(rowOf('ce'), POLICIES);
  if (!written.ok) throw new Error(written.reason);
  const rows = [{ position: 'line 7', expected: written.expected }];
  expect(compareExport(trl, [written.line.replace('[1,0]', '[1,1]')], rows)).toBe(
    'Line 1 (line 7): label 2 is 1, 0 was meant.',
  );
  expect(compareExport(trl, [written.line.replace('[1,0]', '[1]')], rows)).toBe(
    'Line 1 (line 7): 1 labels, 2 were meant.',
  );
});

test('the sidecar says what was decided, counted and left out', () => {
  const facts = {
    annotator: 'Ann',
    scope: SCOPE,
    rows: 'finished' as const,
    source: { name: 'a.jsonl', key: 'k' as FileKey, format: 'messages' },
    fileName: 'a.trl-stepwise.jsonl',
    verified: true,
    version: '0.1.0',
    at: Date.UTC(2025, 0, 2),
  };
  const trl = targetById('trl-stepwise')!;
  const { report } = exported(trl, ['cre.']);
  const sidecar: unknown = JSON.parse(buildSidecar({ ...facts, target: trl, policies: POLICIES, report }));
  expect(sidecar).toMatchObject({
    policies: POLICIES,
    annotator: 'Ann',
    protocol: SCOPE.protocol,
    offsets: 'none',
    rows: { considered: 1, written: 1 },
    writtenAt: '2025-01-02T00:00:00.000Z',
    readBackEqual: true,
  });
  const stepmark = targetById('stepmark')!;
  const own = buildSidecar({
    ...facts,
    target: stepmark,
    policies: POLICIES,
    report: emptyReport(stepmark, {}),
  });
  expect(JSON.parse(own)).toMatchObject({ offsets: 'codepoint', policies: {} });
});
