import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import { App } from '../../../src/ui/App';
import { FailureBoundary } from '../../../src/ui/frame/FailureBoundary';
import { FILE, aFile, draw } from '../anApp';

const SAVING = { pending: 0, lastSavedAt: undefined, pendingSince: undefined, failed: undefined };
const links = () =>
  within(screen.getByRole('navigation', { name: 'Screens' }))
    .getAllByRole('link')
    .map((link) => link.textContent);

test('without a file only the library is there', () => {
  draw(<App />);
  expect(links()).toEqual(['Library']);
});

test('with a file the screens that exist, each a real address', async () => {
  const app = draw(<App />, { files: [aFile({ leftAt: { row: 7 } })] });
  expect(links()).toEqual(['Library', 'Traces', 'Read', 'Export']);
  const read = screen.getByRole('link', { name: 'Read' });
  expect(read.getAttribute('href')).toBe(`#/read/${FILE}/rollouts.jsonl/8`);
  await userEvent.click(read);
  expect(app.asked).toEqual([`navigate({"screen":"read","file":"${FILE}","row":7})`]);
});

test.each([
  ['nothing yet', SAVING, /Nothing to save yet/],
  ['saved', { ...SAVING, lastSavedAt: Date.now() }, /Saved \d+ s ago/],
  ['slow', { ...SAVING, pending: 3, pendingSince: Date.now() - 60_000 }, /Saving 3 changes…/],
  ['failed', { ...SAVING, pending: 1, failed: 'the storage is full.' }, /Not saved: the storage is full\./],
])('the status line: %s', (_, saving, words) => {
  draw(<App />, { saving });
  expect(screen.getByRole('contentinfo').textContent).toMatch(words);
});

test('undo and redo are named and run their commands', async () => {
  const app = draw(<App />, { history: { undo: 'step 8 erroneous', redo: 'step 9 correct' } });
  await userEvent.click(screen.getByRole('button', { name: /Undo: step 8 erroneous/ }));
  await userEvent.click(screen.getByRole('button', { name: /Redo: step 9 correct/ }));
  expect(app.asked).toEqual(['run history.undo', 'run history.redo']);
});

test('text pasted while nobody types is opened; in a field it is left alone', async () => {
  const app = draw(<App />);
  const clipboardData = { files: [], getData: () => '{"a":1}' };
  const field = document.body.appendChild(document.createElement('input'));
  fireEvent.paste(field, { clipboardData });
  expect(app.asked).toEqual([]);
  fireEvent.paste(document.body, { clipboardData });
  expect(app.asked).toEqual([expect.stringContaining('openFiles([{"name":"pasted text"')]);
  field.remove();
});

test('files may be dropped anywhere; the page shows that it takes them', async () => {
  const app = draw(<App />);
  const file = new File(['{}'], 'a.jsonl');
  fireEvent.dragOver(document.body, { dataTransfer: { types: ['Files'] } });
  expect(screen.getByText('Drop to open')).toBeTruthy();
  fireEvent.drop(document.body, { dataTransfer: { types: ['Files'], files: [file] } });
  expect(screen.queryByText('Drop to open')).toBeNull();
  // A dropped folder is walked first.
  await waitFor(() => expect(app.asked).toEqual([expect.stringContaining('openFiles([{"name":"a.jsonl"')]));
});

test('what happened is said politely, and a message stays until it is closed', async () => {
  const app = draw(<App />, { message: 'Another tab wrote 3 changes.' });
  act(() => app.store.setState({ announcement: 'Step 7 erroneous, saved. Step 8 of 20.' }));
  expect(screen.getAllByRole('status').map((said) => said.textContent)).toContain(
    'Step 7 erroneous, saved. Step 8 of 20.',
  );
  expect(screen.getByRole('alert').textContent).toContain('Another tab wrote 3 changes.');
  await userEvent.click(screen.getByRole('button', { name: 'Close the message' }));
  expect(app.asked).toEqual(['dismissMessage()']);
});

test('a link to a file that is not here says which one to drop', async () => {
  draw(<App />, { route: { screen: 'missing', file: FILE, name: 'rollouts.jsonl' } });
  expect((await screen.findByRole('heading', { level: 1 })).textContent).toBe(
    'This link is about rollouts.jsonl',
  );
  expect(screen.getByRole('main').textContent).toContain(`Its hash begins with ${FILE.slice(0, 6)}`);
});

test('a part that throws ends alone, and the labels can be saved', async () => {
  vi.spyOn(console, 'error').mockImplementation(() => {});
  const asked: string[] = [];
  const Broken = () => {
    throw new Error('parent of node 0 is 12');
  };
  draw(
    <FailureBoundary
      part="The tree"
      onSaveLabels={() => asked.push('save')}
      onLeave={() => asked.push('leave')}
    >
      <Broken />
    </FailureBoundary>,
  );
  expect(screen.getByRole('alert').textContent).toContain(
    'The tree could not be drawn: “parent of node 0 is 12”.',
  );
  await userEvent.click(screen.getByRole('button', { name: 'Save the labels file' }));
  expect(asked).toEqual(['save']);
  vi.restoreAllMocks();
});
