import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import type { FileSummary, OpeningSlice } from '../../../src/app/state';
import { OpenScreen } from '../../../src/ui/open';
import { FILE, aFile, draw } from '../anApp';

const GUESSES = [
  { id: 'processbench', title: 'ProcessBench', score: 0.98, certain: true, because: '49 of 50 have `steps`' },
  { id: 'messages', title: 'Messages', score: 0.31, certain: false, because: 'no record has messages' },
];
const FAULTS = [
  { position: 'line 412', kind: 'label-count', reason: '7 labels for 8 steps.', remedy: 'Fix the row.' },
];

function opened(state: OpeningSlice['state'], change: Partial<FileSummary> = {}) {
  const summary = aFile({ guesses: GUESSES, complete: state === 'done', ...change });
  const preview = [
    {
      position: 'line 1',
      problem: 'Is <b>7</b> prime?',
      attempts: 1,
      zones: ['thinking'],
      steps: ['Seven has', 'two divisors', 'so yes'],
      verdicts: ['correct' as const, undefined, undefined],
      stepCount: 15,
      source: '{"problem": "Is <b>7</b> prime?"}',
    },
  ];
  return draw(<OpenScreen />, {
    route: { screen: 'open', file: FILE },
    files: [],
    faults: { file: FILE, list: FAULTS },
    opening: {
      name: summary.name,
      state,
      progress: { bytesRead: 206e6, sizeBytes: 412e6, summary, preview },
      startedAt: Date.now(),
    },
  });
}

test('while reading: numbers, stop and keep, and Enter reads the first trace', async () => {
  const app = opened('reading');
  expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Opening rollouts.jsonl');
  expect(document.body.textContent).toContain(
    '206 MB of 412 MB read · 1,575 records · 4,000 traces · 3 records with a fault',
  );
  await userEvent.keyboard('{Enter}');
  await userEvent.click(screen.getByRole('button', { name: 'Stop and keep what is read' }));
  expect(app.asked).toEqual([`navigate({"screen":"read","file":"${FILE}","row":0})`, 'stopOpening()']);
});

test('the first records are shown as read, their text as it stands, and as in the file', async () => {
  opened('done');
  expect(screen.getByText('Is <b>7</b> prime?')).toBeTruthy();
  expect(screen.getByText('13 more')).toBeTruthy();
  await userEvent.click(screen.getByRole('button', { name: 'As in the file' }));
  expect(screen.getByText('{"problem": "Is <b>7</b> prime?"}')).toBeTruthy();
});

test('each format says why; another can be chosen', async () => {
  const app = opened('done');
  const chosen = screen.getByRole<HTMLInputElement>('radio', { name: /ProcessBench/ });
  expect(chosen.checked).toBe(true);
  const reason = document.getElementById(chosen.getAttribute('aria-describedby') ?? '');
  expect(reason?.textContent).toBe('49 of 50 have steps');
  await userEvent.click(screen.getByRole('radio', { name: /Messages/ }));
  expect(app.asked).toEqual(['chooseFormat("messages")']);
});

test('faults have place, reason and remedy; the rest can be asked for; the counts add up', async () => {
  const app = opened('done');
  const row = within(screen.getByRole('table')).getAllByRole('row')[1];
  expect([...(row?.children ?? [])].map((cell) => cell.textContent)).toEqual([
    'line 412',
    '7 labels for 8 steps.',
    'Fix the row.',
  ]);
  expect(document.body.textContent).toContain('1,575 read + 3 with a fault = 1,578 records');
  await userEvent.click(screen.getByRole('button', { name: 'Show more: 1 of 3 shown' }));
  expect(app.asked).toEqual(['moreFaults()']);
});

test('labels of people and of machines are told apart', () => {
  opened('done', { humanLabels: 11_208, otherLabels: 32 });
  expect(document.body.textContent).toContain('11,208 labels of people.');
  expect(document.body.textContent).toContain('32 labels of machines, of rules or of unknown origin');
});

test.each([
  ['no-format', true],
  ['empty', false],
])('a file that cannot be opened (%s) says why and what to do', async (kind, asText) => {
  const app = draw(<OpenScreen />, {
    route: { screen: 'open' },
    opening: {
      name: 'notes.docx',
      state: 'failed',
      fault: { position: '$', kind, reason: 'No format fits.', remedy: 'Choose another file.' },
      startedAt: 0,
    },
  });
  expect(screen.getByRole('alert').textContent).toContain('No format fits. Choose another file.');
  const button = screen.queryByRole('button', { name: 'Open as text' });
  expect(button !== null).toBe(asText);
  if (button === null) return;
  await userEvent.click(button);
  expect(app.asked).toEqual(['chooseFormat("text")']);
});

test('a large file that is one trace says beforehand that it is held whole', () => {
  opened('reading', { isOneTrace: true });
  expect(screen.getByText(/All its records are one trace/).textContent).toContain('412 MB on disk');
});

test('a format that was not guessed stands among the others, chosen', () => {
  opened('done', { format: 'mapping:Ours', formatTitle: 'Ours', chosenBy: 'person' });
  expect(screen.getByRole<HTMLInputElement>('radio', { name: /^Ours/ }).checked).toBe(true);
  expect(screen.getAllByRole('radio')).toHaveLength(3);
});

test('one format alone says that no other fits, and plain text can be chosen', async () => {
  const app = opened('done', { guesses: GUESSES.slice(0, 1) });
  expect(document.body.textContent).toContain('No other format fits a record.');
  await userEvent.click(screen.getByRole('button', { name: 'As plain text' }));
  expect(app.asked).toEqual(['chooseFormat("text")']);
});
