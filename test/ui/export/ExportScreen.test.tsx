import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { AppState, ExportSlice } from '../../../src/app/state';
import type { ExportReport } from '../../../src/core/labels/export';
import { ExportScreen } from '../../../src/ui/export';
import { FILE, aFile, draw } from '../anApp';

const REPORT: ExportReport = {
  considered: 1204,
  written: 1163,
  refused: [{ reason: 'a step was not judged', count: 41, positions: ['line 4', 'line 9'] }],
  labels: [
    { value: '1', meaning: 'correct', count: 11_377 },
    { value: '-100', meaning: 'masked', count: 1947 },
  ],
  inTray: 3,
};
const ANSWERED = { redundant: 'masked', afterFirstError: 'dropped', unjudged: 'refused' } as const;

beforeEach(() => {
  URL.createObjectURL = vi.fn(() => 'blob:made');
  URL.revokeObjectURL = vi.fn();
});
afterEach(() => vi.restoreAllMocks());

function exporting(change: Partial<ExportSlice> = {}, annotator = 'ada') {
  return draw(<ExportScreen />, {
    route: { screen: 'export', file: FILE },
    files: [aFile()],
    settings: { theme: 'system', annotator, protocol: 'own-merit' },
    exporting: {
      file: FILE,
      target: 'trl-stepwise',
      policies: {},
      annotators: [{ name: annotator, from: 'log', verdicts: 12 }],
      annotator,
      rows: 'all',
      preview: undefined,
      progress: undefined,
      done: undefined,
      failed: undefined,
      ...change,
    },
  } satisfies Partial<AppState>);
}
const exportButton = () => screen.getByRole('button', { name: /^Export/ });

test('no policy has a preset answer, and Export is off with its reason', async () => {
  const app = exporting();
  for (const name of ['Redundant steps', 'After the first error', 'Not judged']) {
    const group = screen.getByRole('radiogroup', { name });
    for (const radio of within(group).getAllByRole<HTMLInputElement>('radio'))
      expect(radio.checked).toBe(false);
  }
  expect(exportButton().getAttribute('aria-disabled')).toBe('true');
  const why = document.getElementById(exportButton().getAttribute('aria-describedby') ?? '');
  expect(why?.textContent).toBe('3 policies are not answered yet.');
  await userEvent.click(exportButton());
  await userEvent.click(screen.getByRole('radio', { name: 'row refused' }));
  expect(app.asked).toEqual(['answerPolicy("unjudged", "refused")']);
});

test('answered: the button says how many rows, the report why some are refused', async () => {
  const app = exporting({
    policies: { 'trl-stepwise': ANSWERED },
    preview: { report: REPORT, firstLines: ['{"labels": [1, -100]}'] },
  });
  const report = screen.getByRole('complementary', { name: 'Report' });
  expect(report.textContent).toContain('−41refused: a step was not judged');
  await userEvent.click(within(report).getByRole('button', { name: 'show' }));
  expect(report.textContent).toContain('line 4, line 9 and 39 more');
  expect(report.textContent).toContain('3 judgements wait in the tray');
  await userEvent.click(screen.getByRole('button', { name: 'Export 1,163 rows' }));
  expect(app.asked).toEqual(['runExport()']);
});

test('a name is asked for before the first export', async () => {
  const app = exporting({ policies: { 'trl-stepwise': ANSWERED } }, 'me');
  expect(exportButton().getAttribute('aria-disabled')).toBe('true');
  await userEvent.type(screen.getByRole('textbox', { name: 'Your name' }), ' Ada {Enter}');
  expect(app.asked).toEqual(['changeSettings({"annotator":"Ada"})']);
});

test('targets, annotators and rows are chosen', async () => {
  const app = exporting({
    annotators: [
      { name: 'ada', from: 'log', verdicts: 12 },
      { name: 'file: rollouts.jsonl', from: 'file', verdicts: 300 },
    ],
  });
  await userEvent.click(screen.getByRole('button', { name: /ProcessBench/ }));
  await userEvent.click(screen.getByRole('radio', { name: /file: rollouts.jsonl/ }));
  await userEvent.click(screen.getByRole('radio', { name: 'finished traces' }));
  expect(app.asked).toEqual([
    'chooseTarget("processbench")',
    'chooseAnnotator("file: rollouts.jsonl")',
    'chooseExportRows("finished")',
  ]);
});

test('while writing it can be stopped', async () => {
  const app = exporting({ progress: { done: 400, of: 1204 } });
  expect(screen.getByRole('progressbar', { name: 'Writing' }).getAttribute('aria-valuenow')).toBe('33');
  await userEvent.click(screen.getByRole('button', { name: 'Stop, keep nothing' }));
  expect(app.asked).toEqual(['stopExport()']);
});

const WRITTEN = {
  report: REPORT,
  file: new Blob(['x']),
  fileName: 'a.jsonl',
  sidecar: new Blob(['{}']),
  sidecarName: 'a.meta.json',
};

test('what was read back equal is offered with its sidecar', () => {
  exporting({ done: { ...WRITTEN, verified: true } });
  expect(screen.getByRole('status').textContent).toContain('Written, read back, equal');
  const names = screen.getAllByRole('link').map((link) => link.getAttribute('download'));
  expect(names).toEqual(['a.jsonl', 'a.meta.json']);
});

test('what differs when read back is not offered', () => {
  exporting({ done: { ...WRITTEN, verified: false, difference: 'row 412, label 7 was 1, is 0' } });
  expect(screen.getByRole('alert').textContent).toContain('row 412, label 7 was 1, is 0');
  expect(screen.queryAllByRole('link')).toEqual([]);
});

test('a long first line is cut, says so, and its text is there as it stands', () => {
  const line = JSON.stringify({ raw: `${'a<b> \\" '.repeat(100)}`, labels: [1, -100] });
  exporting({ policies: { 'trl-stepwise': ANSWERED }, preview: { report: REPORT, firstLines: [line] } });
  const shown = document.querySelector('code')?.textContent ?? '';
  expect(shown).toBe(
    `${line.slice(0, 560)} … ${(line.length - 560).toLocaleString('en-US')} more characters`,
  );
});
