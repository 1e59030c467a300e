// Whatever the table holds can be found by its name, chosen and run without a pointer.

import { fireEvent, render, screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import type { Command } from '../../../src/app/command';
import { COMMANDS } from '../../../src/app/commands';
import { CommandsSheet } from '../../../src/ui/commands';
import { AppProvider } from '../../../src/ui/parts';
import { anApp } from '../anApp';

const MOST_STEPS = 5;
const chosen = () =>
  screen.queryAllByRole('option').find((one) => one.getAttribute('aria-selected') === 'true');

/** Types the title, goes down to the option of that name and presses Enter. */
function choose({ id, title }: Command): void {
  const field = screen.getByRole('combobox');
  fireEvent.change(field, { target: { value: title } });
  for (let i = 0; i < MOST_STEPS && chosen()?.getAttribute('data-value') !== id; i++) {
    fireEvent.keyDown(field, { key: 'ArrowDown' });
  }
  fireEvent.keyDown(field, { key: 'Enter' });
}

// Those with keys are in test/app/commandKeys.test.ts, and in this list as well.
test('every command without a key runs from the sheet by its name, arrows and Enter', () => {
  const keyless = COMMANDS.filter(({ keys }) => keys.length === 0);
  const always = keyless.map((command) => ({ ...command, availability: () => true as const }));
  const app = { ...anApp(), commands: always };
  render(
    <AppProvider value={app}>
      <CommandsSheet />
    </AppProvider>,
  );
  for (const command of always) choose(command);
  expect(app.asked.filter((one) => one.startsWith('run '))).toEqual(always.map(({ id }) => `run ${id}`));
});

test('a command that cannot run now says what is missing', () => {
  const app = anApp();
  const silent = COMMANDS.filter(({ availability }) => {
    const said = availability(app.store.getState());
    return said !== true && !/^[A-Z].*\.$/.test(said);
  });
  expect(silent.map(({ id }) => id)).toEqual([]);
});
