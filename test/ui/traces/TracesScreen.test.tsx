import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import type { AppState, RowView, TracesSlice } from '../../../src/app/state';
import { TracesScreen } from '../../../src/ui/traces';
import { FILE, aFile, aRow, draw } from '../anApp';

function table(rows: RowView[], change: Partial<TracesSlice> = {}, state: Partial<AppState> = {}) {
  return draw(<TracesScreen />, {
    route: { screen: 'traces', file: FILE },
    files: [aFile()],
    traces: {
      file: FILE,
      sort: 'file',
      descending: false,
      filter: {},
      total: rows.length,
      windows: new Map([[0, rows]]),
      cursor: 0,
      generators: ['R1', 'Qwen'],
      preview: undefined,
      version: 1,
      ...change,
    },
    ...state,
  });
}
const cells = (row: number) =>
  within(screen.getAllByRole('row')[row]!)
    .getAllByRole('cell')
    .map((cell) => cell.textContent);

test('a row says what is known of it, and hides outcome and score until it is done', () => {
  table([
    aRow(0, { generator: 'R1', outcome: false, lowestScore: 0.31, firstErrorFrom0: 2 }),
    aRow(1, { generator: 'Qwen', outcome: true, lowestScore: 0.5, judged: 4, finish: 'done', sameText: 3 }),
  ]);
  expect(cells(1)).toEqual(['1', expect.stringContaining('#1'), 'R1', '1', '', '4', '', '3/4', '2', '']);
  expect(within(screen.getAllByRole('row')[1]!).getAllByRole('img', { name: 'withheld' })).toHaveLength(2);
  const done = cells(2);
  expect(done[1]).toContain('3 alike');
  expect(done.slice(4)).toEqual(['right', '4', '', 'done', 'none', '0.50']);
});

test('beside the table stand the first steps of the row under the cursor, and how many more there are', () => {
  table([aRow(0, { steps: 10, strip: ['c', 'e', 'u', 'u', 'u', 'u', 'u', 'u', 'u', 'u'] })], {
    preview: { row: 0, prompt: 'Why so?', steps: ['Because.', 'Is it?', 'Yes.'] },
  });
  const panel = screen.getByRole('complementary', { name: 'Selected trace' });
  expect(
    within(panel)
      .getAllByRole('listitem')
      .map((item) => item.textContent),
  ).toEqual(['1Because.', '2Is it?', '3Yes.']);
  const marks = within(within(panel).getByRole('list')).getAllByRole('img');
  expect(marks.map((mark) => mark.getAttribute('aria-label'))).toEqual(['correct', 'erroneous', 'unjudged']);
  expect(panel.textContent).toContain('Why so?');
  expect(panel.textContent).toContain('7 more steps');
});

test('under a protocol without hints outcome and score stay hidden', () => {
  table(
    [aRow(0, { outcome: true, lowestScore: 0.5, finish: 'done' })],
    {},
    {
      settings: { theme: 'system', annotator: 'me', protocol: 'first-error' },
    },
  );
  expect(within(screen.getByRole('grid')).getAllByRole('img', { name: 'withheld' })).toHaveLength(2);
});

test('the grid has the focus, names its cursor row and counts all rows', () => {
  table([aRow(0), aRow(1)], { cursor: 1, total: 800 });
  const grid = screen.getByRole('grid');
  expect(document.activeElement).toBe(grid);
  expect(grid.dataset['keys']).toBe('rows');
  expect(grid.getAttribute('aria-rowcount')).toBe('801');
  const cursor = document.getElementById(grid.getAttribute('aria-activedescendant') ?? '');
  expect(cursor?.getAttribute('aria-selected')).toBe('true');
  expect(cursor?.getAttribute('aria-rowindex')).toBe('3');
});

test('heads sort; a click moves the cursor and a double click opens', async () => {
  const app = table([aRow(0), aRow(1)], { sort: 'steps', descending: true });
  expect(screen.getByRole('columnheader', { name: 'Steps' }).getAttribute('aria-sort')).toBe('descending');
  app.asked.length = 0;
  await userEvent.click(screen.getByRole('button', { name: 'First error' }));
  await userEvent.dblClick(screen.getAllByRole('row')[2]!);
  expect(app.asked).toEqual(['sortBy("firstError")', 'moveCursor(1)', 'moveCursor(1)', 'openRow(1)']);
});

test('filters are asked for one by one and taken away again', async () => {
  const app = table([aRow(0, { outcome: true })], { filter: { outcome: 'wrong' } });
  app.asked.length = 0;
  await userEvent.type(screen.getByRole('searchbox'), 'n');
  await userEvent.selectOptions(screen.getByRole('combobox', { name: 'progress:' }), 'finished');
  await userEvent.click(screen.getByRole('button', { name: 'Remove the filter outcome: wrong' }));
  expect(app.asked).toEqual([
    'filterBy({"outcome":"wrong","text":"n"})',
    'filterBy({"outcome":"wrong","progress":"finished"})',
    'filterBy({})',
  ]);
});

test('when nothing matches, all filters can be removed', async () => {
  const app = table([], { filter: { text: 'zzz' } });
  await userEvent.click(screen.getByRole('button', { name: 'Remove all filters' }));
  expect(app.asked).toEqual(['filterBy({})']);
});

test('a column can be put away; one that the file does not fill cannot be asked for', async () => {
  table([aRow(0, { outcome: true })]);
  await userEvent.click(screen.getByRole('button', { name: 'Columns' }));
  await userEvent.click(screen.getByRole('checkbox', { name: 'Rollout' }));
  expect(screen.queryByRole('columnheader', { name: 'Rollout' })).toBeNull();
  expect(screen.getByRole<HTMLInputElement>('checkbox', { name: /Lowest score/ }).disabled).toBe(true);
});

test('the panel tells of the row under the cursor and leads to it', async () => {
  const app = table([aRow(0), aRow(1, { sameText: 3 })], { cursor: 1 });
  const panel = screen.getByRole('complementary', { name: 'Selected trace' });
  expect(panel.textContent).toContain('3 rows have this very text; judged once');
  app.asked.length = 0;
  await userEvent.click(within(panel).getByRole('button', { name: /Go on at step 4/ }));
  await userEvent.click(within(panel).getByRole('button', { name: '8 rollouts of this problem' }));
  expect(app.asked).toEqual(['openRow(1)', 'filterBy({"problem":"problem"})']);
});
