import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { COMMANDS } from '../../../src/app/commands';
import { CommandsSheet } from '../../../src/ui/commands';
import { aFile, draw } from '../anApp';

test('every command is listed with its keys; a shut group says why', () => {
  draw(<CommandsSheet />);
  expect(screen.getAllByRole('option')).toHaveLength(COMMANDS.length);
  expect(screen.getByRole('option', { name: /Mark the step erroneous/ }).textContent).toContain('3');
  expect(screen.getByText('Open the table of traces first.')).toBeTruthy();
});

test('the filter narrows, Enter runs the first and closes the sheet', async () => {
  const app = draw(<CommandsSheet />, { files: [aFile()] });
  await userEvent.type(screen.getByRole('combobox'), 'export');
  expect(screen.getAllByRole('option').map((option) => option.textContent)).toEqual(['ExportCtrl E']);
  await userEvent.keyboard('{Enter}');
  expect(app.asked).toEqual(['showCommands(false)', 'run file.export']);
});

test('an unavailable command gives its reason and does not run', async () => {
  const app = draw(<CommandsSheet />);
  await userEvent.type(screen.getByRole('combobox'), 'erroneous');
  const option = screen.getByRole('option', { name: /Mark the step erroneous/ });
  expect(option.getAttribute('aria-disabled')).toBe('true');
  expect(option.textContent).toContain('Open a trace and go to a step first.');
  await userEvent.click(option);
  expect(app.asked).toEqual([]);
});

test('words that name no command are said to', async () => {
  draw(<CommandsSheet />);
  await userEvent.type(screen.getByRole('combobox'), 'zzz');
  expect(screen.getByText('No command has these words in its name.')).toBeTruthy();
});

test('Escape closes it', async () => {
  const app = draw(<CommandsSheet />);
  await userEvent.keyboard('{Escape}');
  expect(app.asked).toEqual(['showCommands(false)']);
});
