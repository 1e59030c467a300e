import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import type { ReaderSlice } from '../../../src/app/state';
import { strategyOf } from '../../../src/core/segment';
import { SplitDrawer } from '../../../src/ui/reader/SplitDrawer';
import { aFile, draw, FILE } from '../anApp';

const trace = { problem: 'p', text: 't', raw: 'One. Two.\nThree.\n\nFour.', zones: [], assets: [] };
const reader = {
  open: { file: FILE, trace, attempts: 40 },
  strategy: strategyOf('blank'),
  steps: [],
  drawer: 'splitter',
} as unknown as ReaderSlice;

test('a strategy is chosen and taken with the keyboard alone, its steps counted before', async () => {
  const user = userEvent.setup();
  let left = false;
  const app = draw(<SplitDrawer onLeave={() => (left = true)} />, { files: [aFile()], reader });
  screen.getByRole('radio', { name: /Paragraphs in force ?2/, checked: true });
  const given = screen.getByRole('radio', { name: /As the file says/ });
  expect(given.getAttribute('aria-disabled')).toBe('true');
  screen.getByRole('radio', { name: /Paragraphs/ }).focus();
  await user.keyboard('{ArrowDown}');
  expect(document.activeElement).toBe(screen.getByRole('radio', { name: /Lines ?3/, checked: true }));
  await user.keyboard('{Enter}');
  const line = JSON.stringify(strategyOf('line'));
  expect(app.asked).toEqual([`chooseSplit(${line}, "problem")`]);
  await user.keyboard('{Escape}');
  expect(app.asked.at(-1)).toMatch(/^showDrawer/);
  expect(left).toBe(true);
});
