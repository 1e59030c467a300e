import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { LibraryScreen } from '../../../src/ui/library';
import { FILE, aFile, draw } from '../anApp';

test('without files: choose, paste or a sample', async () => {
  const app = draw(<LibraryScreen />);
  expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Drop a file of reasoning traces');
  await userEvent.click(screen.getByRole('button', { name: /Choose files/ }));
  await userEvent.click(screen.getByRole('button', { name: 'Choose a folder' }));
  await userEvent.click(screen.getByRole('button', { name: /Eight rollouts/ }));
  expect(app.asked).toEqual(['chooseFiles()', 'chooseFolder()', 'openSample("rollouts")']);
});

test('a file says what it is and how far it is; its button goes on', async () => {
  const app = draw(<LibraryScreen />, { files: [aFile({ rows: 800, texts: 517, finishedTexts: 12 })] });
  const file = screen.getByRole('listitem');
  expect(file.textContent).toContain('ProcessBench · 412 MB · 800 traces · 517 of them distinct');
  expect(file.textContent).toContain('12 of 517 texts finished');
  await userEvent.click(within(file).getByRole('button', { name: 'Go on' }));
  expect(app.asked).toEqual([`goOn("${FILE}")`]);
});

test.each([
  ['never begun', { startedTexts: 0, finishedTexts: 0 }, 'Read'],
  ['begun', { startedTexts: 1 }, 'Go on'],
  ['all finished', { texts: 9, finishedTexts: 9 }, 'Export'],
])('%s: the button says so', (_, change, name) => {
  draw(<LibraryScreen />, { files: [aFile(change)] });
  expect(within(screen.getByRole('listitem')).getByRole('button', { name })).toBeTruthy();
});

test('forgetting says its consequences before it is done', async () => {
  const app = draw(<LibraryScreen />, { files: [aFile({ startedTexts: 1210 })] });
  await userEvent.click(screen.getByRole('button', { name: 'More for rollouts.jsonl' }));
  await userEvent.click(await screen.findByRole('button', { name: 'Forget…' }));
  expect(screen.getByRole('group').textContent).toContain('Your labels on 1,210 texts stay');
  expect(app.asked).toEqual([]);
  await userEvent.click(screen.getByRole('button', { name: 'Forget the file' }));
  expect(app.asked).toEqual([`forgetFile("${FILE}")`]);
});

test('a file being read shows its numbers and can be stopped', async () => {
  const summary = aFile({ complete: false });
  const app = draw(<LibraryScreen />, {
    files: [summary],
    opening: {
      name: 'rollouts.jsonl',
      state: 'reading',
      progress: { bytesRead: 206e6, sizeBytes: 412e6, summary, preview: [] },
      startedAt: 0,
    },
  });
  expect(screen.getAllByRole('listitem')).toHaveLength(1);
  const bar = screen.getByRole('progressbar', { name: 'Reading rollouts.jsonl' });
  expect(bar.getAttribute('aria-valuenow')).toBe('50');
  await userEvent.click(screen.getByRole('button', { name: 'Stop' }));
  expect(app.asked).toEqual(['stopOpening()']);
});

test.each([
  [true, 'The browser has promised to keep this data'],
  [false, 'the browser has not promised to keep this data'],
  [undefined, 'The browser is asked to keep this data at the first verdict'],
])('persistence %s is said', (persisted, words) => {
  const figures = {
    sourceBytes: 1,
    indexBytes: 1,
    labelBytes: 1,
    verdicts: 3,
    comments: 0,
    annotatedTexts: 1,
  };
  draw(<LibraryScreen />, {
    files: [aFile()],
    storage: { ...figures, ...(persisted === undefined ? {} : { persisted }) },
  });
  expect(document.body.textContent).toContain(words);
  expect(document.body.textContent).toContain('Shared with every page of this host name');
});
