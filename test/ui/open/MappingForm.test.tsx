// The form over a mapping, with the in-memory twin behind it: an invented shape, corrected by keyboard.

import { Blob as NodeBlob } from 'node:buffer';
import { act, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import type { Mapping } from '../../../src/core/model';
import { AppProvider } from '../../../src/ui/parts';
import { OpenScreen } from '../../../src/ui/open';
// Loaded on demand by the page; here it is there from the start.
import '../../../src/ui/open/mapping';
import { handPlatform, inputOf, startSession } from '../../app/session';

vi.setConfig({ testTimeout: 60_000 });
// jsdom's cannot be read in slices.
vi.stubGlobal('Blob', NodeBlob);

const row = (i: number, marks: unknown[]) => ({
  uid: `q${i}`,
  ask: { words: `What is ${i} plus two, and why would it be so?` },
  moves: [`Start at ${i}.`, 'Add two.'],
  marks,
});
const ROWS = [row(1, ['good', 'bad']), row(2, ['good', 'good']), row(3, ['good', 'odd']), row(4, ['good'])];

async function openForm(rows: readonly object[] = ROWS) {
  const platform = handPlatform();
  const session = await startSession(undefined, platform);
  session.app.actions.openFiles([inputOf('walks.jsonl', rows)]);
  await session.settled();
  session.app.actions.mapFields();
  await session.settled();
  render(
    <AppProvider value={session.app}>
      <OpenScreen />
    </AppProvider>,
  );
  await screen.findByRole('heading', { name: 'Which field is what?' });
  /** What was typed is tried after a moment. */
  const tried = () =>
    act(async () => {
      platform.advance(500);
      await session.settled();
    });
  return { session, platform, tried, mapping: () => session.app.store.getState().mapping?.mapping };
}
async function pick(name: string, path: string) {
  const picker = screen.getByRole('combobox', { name });
  await userEvent.clear(picker);
  await userEvent.type(picker, `${path}{Enter}`);
}
const words = () => document.body.textContent ?? '';

test('filled in by the guess, with an example and a reason a field, and the records as they would be read', async () => {
  await openForm();
  expect(screen.getByRole<HTMLInputElement>('combobox', { name: 'Steps' }).value).toBe('moves[*]');
  expect(words()).toContain('moves is a list of texts');
  expect(screen.getAllByText('Add two.').length).toBe(3);
});

test('the arrows choose a field, Escape keeps what was there', async () => {
  const { mapping } = await openForm();
  const picker = screen.getByRole('combobox', { name: 'Problem' });
  await userEvent.clear(picker);
  await userEvent.type(picker, 'ask');
  const list = within(screen.getByRole('listbox', { name: 'Fields for Problem' }));
  expect(list.getAllByRole('option').map(({ textContent }) => textContent?.slice(0, 9))).toEqual([
    'askobject',
    'ask.words',
  ]);
  await userEvent.keyboard('{ArrowDown}{Enter}');
  expect(mapping()).toMatchObject({ problem: { text: 'ask.words' } });
  await userEvent.type(picker, 'x{Escape}');
  expect(mapping()).toMatchObject({ problem: { text: 'ask.words' } });
});

test("a path of one's own stays when it is typed again, or the list is opened and left by Enter", async () => {
  const { mapping } = await openForm();
  await pick('Problem', 'own.words');
  expect(mapping()).toMatchObject({ problem: { text: 'own.words' } });
  await pick('Problem', 'own.words');
  expect(mapping()).toMatchObject({ problem: { text: 'own.words' } });
  await userEvent.click(screen.getByRole('combobox', { name: 'Problem' }));
  const list = within(screen.getByRole('listbox', { name: 'Fields for Problem' }));
  expect(list.getByRole('option', { selected: true }).textContent).toBe('own.words');
  await userEvent.keyboard('{Enter}');
  expect(mapping()).toMatchObject({ problem: { text: 'own.words' } });
});

test('labels: verdicts in the preview, values without a verdict with their count, faults by name', async () => {
  const { tried, mapping } = await openForm();
  await pick('Labels', 'marks');
  await userEvent.selectOptions(screen.getByRole('combobox', { name: 'What the labels are' }), 'perStep');
  await tried();
  await userEvent.selectOptions(screen.getByRole('combobox', { name: 'good means' }), 'correct');
  await tried();
  await userEvent.selectOptions(screen.getByRole('combobox', { name: 'bad means' }), 'erroneous');
  await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Who labelled' }), 'human');
  await tried();
  expect(words()).toContain('1 value has no verdict yet: odd (1 ×).');
  expect(words()).toContain('3 read + 1 with a fault = 4 records looked at.');
  expect(within(screen.getByRole('table')).getByText('1 labels for 2 steps.')).toBeTruthy();
  expect(screen.getAllByRole('img', { name: 'erroneous, given by the file' })).toHaveLength(1);
  expect(mapping()).toMatchObject({
    labels: { table: { good: 'correct', bad: 'erroneous' }, origin: 'human' },
  });
});

test('opened with: saved under its name, remembered, and picks itself for another file', async () => {
  const { session, platform, tried } = await openForm();
  await userEvent.clear(screen.getByRole('textbox', { name: 'Name of the mapping' }));
  await userEvent.type(screen.getByRole('textbox', { name: 'Name of the mapping' }), 'walks');
  await tried();
  await userEvent.click(screen.getByRole('button', { name: 'Export' }));
  await userEvent.click(screen.getByRole('button', { name: /^Open with this mapping/ }));
  await act(() => session.settled());
  const { opening } = session.app.store.getState();
  expect(opening?.progress?.summary).toMatchObject({ formatTitle: 'walks', chosenBy: 'person', rows: 4 });
  expect(platform.downloads.map(({ name }) => name)).toEqual(['walks.mapping.json']);
  const exported = JSON.parse(await platform.downloads[0]!.blob.text()) as Mapping;
  expect(await session.data.mappings()).toEqual([exported]);
  await act(() => session.open('more.jsonl', [row(9, [])]));
  expect(words()).toContain('You chose walks before for files with these fields.');
});

test('a mapping file dropped on the open screen fills the form; alone in the library it is kept for later', async () => {
  const shared = {
    stepmarkMapping: 1,
    name: 'shared',
    rows: '$[*]',
    problem: { text: 'uid' },
    trace: { steps: 'moves' },
  };
  const { session, mapping } = await openForm();
  session.app.actions.openFiles([inputOf('x.json', JSON.stringify(shared))]);
  await act(() => session.settled());
  expect(mapping()).toEqual(shared);
  session.app.actions.navigate({ screen: 'library' });
  session.app.actions.openFiles([inputOf('x.json', JSON.stringify(shared))]);
  await act(() => session.settled());
  expect(session.app.store.getState().message).toContain('The mapping “shared” is saved');
  session.app.actions.openFiles([inputOf('x.json', JSON.stringify({ ...shared, trace: { steps: '[' } }))]);
  await act(() => session.settled());
  expect(session.app.store.getState().message).toContain('This is no mapping that can be used. `trace');
});

test('dropped together with a file, a mapping says how the file is read', async () => {
  const { session } = await openForm();
  const shared = {
    stepmarkMapping: 1,
    name: 'shared',
    rows: '$[*]',
    problem: { text: 'uid' },
    trace: { steps: 'moves' },
  };
  session.app.actions.openFiles([inputOf('walks.jsonl', ROWS), inputOf('x.json', JSON.stringify(shared))]);
  await act(() => session.settled());
  expect(session.app.store.getState().opening?.progress?.summary).toMatchObject({ formatTitle: 'shared' });
});

test('where the first wrong step lies is shown for both ways of counting', async () => {
  const rows = [1, 2, 3].map((i) => ({
    ask: `What is ${i} plus two, and why would it be so?`,
    moves: [`Start at ${i}.`, 'Add two.', 'Done.'],
    slip: i === 3 ? -1 : 1,
  }));
  const { tried } = await openForm(rows);
  await pick('Labels', 'slip');
  await userEvent.selectOptions(screen.getByRole('combobox', { name: 'What the labels are' }), 'firstError');
  await tried();
  await userEvent.click(screen.getByRole('radio', { name: 'first step is 0' }));
  await tried();
  const table = screen.getByRole('table', { name: 'The wrong step under both ways of counting' });
  const cells = within(table)
    .getAllByRole('cell')
    .map(({ textContent }) => textContent);
  expect(cells).toEqual(['line 1', 'Add two.', 'Start at 1.', 'line 2', 'Add two.', 'Start at 2.']);
});

test('a tree: its nodes, their texts and values', async () => {
  const node = (thought: string, q: number, next: object[] = []) => ({ thought, q, next });
  const rows = [1, 2].map((i) => ({
    ask: `What is ${i} plus two, and why would it be so?`,
    search: node('', 0.5, [node(`Start at ${i}.`, 0.7, [node('Add two.', 1)]), node('Guess.', 0.1)]),
  }));
  const { mapping, session } = await openForm(rows);
  expect(mapping()).toMatchObject({
    tree: { root: 'search', children: 'next[*]', text: 'thought', value: 'q' },
  });
  expect(words()).toContain('4 traces');
  await userEvent.click(screen.getByRole('button', { name: /^Open with this mapping/ }));
  await act(() => session.settled());
  expect(session.app.store.getState().opening?.progress?.summary).toMatchObject({
    rows: 4,
    chosenBy: 'person',
  });
});

test('what the form has no field for is written as JSON', async () => {
  const { mapping } = await openForm();
  await userEvent.click(screen.getByText('The mapping as JSON'));
  const area = screen.getByRole('textbox', { name: 'The mapping as JSON' });
  await userEvent.clear(area);
  await userEvent.click(area);
  await userEvent.paste(
    '{"stepmarkMapping":1,"name":"n","rows":"$[*]","trace":{"text":"moves","marker":"Step"}}',
  );
  await userEvent.click(screen.getByRole('button', { name: 'Take these changes' }));
  expect(mapping()).toMatchObject({ trace: { text: 'moves', marker: 'Step' } });
});
