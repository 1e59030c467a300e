import { act, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import type { ReaderSlice } from '../../../src/app/state';
import type { Strategy } from '../../../src/core/model';
import { strategyOf } from '../../../src/core/segment';
import { SplitDrawer } from '../../../src/ui/reader/splitter';
import { aFile, draw, FILE } from '../anApp';

// Many roles are looked for in a large drawer.
vi.setConfig({ testTimeout: 30_000 });

const trace = { problem: 'p', text: 't', raw: 'One. Two.\nThree.\n\nFour.', zones: [], assets: [] };
const reader = {
  open: { file: FILE, trace, attempts: 40 },
  strategy: strategyOf('blank'),
  steps: [],
  drawer: 'splitter',
} as unknown as ReaderSlice;

/** The application writes down what is tried out, as the real one does. */
function drawSplitter(onLeave = () => {}) {
  const app = draw(<SplitDrawer onLeave={onLeave} />, { files: [aFile()], reader });
  const tryOut = app.actions.tryOutSplit;
  Reflect.set(app.actions, 'tryOutSplit', (draft: Strategy | undefined) => {
    tryOut(draft);
    act(() => app.store.setState({ reader: { ...reader, draft } }));
  });
  return app;
}
const json = (...args: unknown[]) => args.map((arg) => JSON.stringify(arg)).join(', ');

test('a strategy is chosen and taken with the keyboard alone, its steps counted before', async () => {
  const user = userEvent.setup();
  let left = false;
  const app = drawSplitter(() => (left = true));
  screen.getByRole('radio', { name: /Blank lines in force ?2/, checked: true });
  const given = screen.getByRole('radio', { name: /As the file says/ });
  expect(given.getAttribute('aria-disabled')).toBe('true');
  screen.getByRole('radio', { name: /^Blank lines/ }).focus();
  await user.keyboard('{ArrowDown}');
  expect(document.activeElement).toBe(screen.getByRole('radio', { name: /Lines ?3/, checked: true }));
  await user.keyboard('{Enter}');
  const line = strategyOf('line');
  expect(app.asked).toEqual([`tryOutSplit(${json(line)})`, `chooseSplit(${json(line, 'problem')})`]);
  await user.keyboard('{Escape}');
  expect(app.asked.at(-1)).toMatch(/^showDrawer/);
  expect(left).toBe(true);
});

test('a preset, a switch and an own marker are tried out, and taken for the file', async () => {
  const user = userEvent.setup();
  const app = drawSplitter();
  await user.click(screen.getByRole('button', { name: 'R1 blank lines' }));
  expect(app.asked.at(-1)).toBe(
    `tryOutSplit(${json(strategyOf('blank', { joinFormulas: true, joinHeadings: true }))})`,
  );
  await user.click(screen.getByRole('radio', { name: /Step markers/ }));
  await user.click(screen.getByRole('checkbox', { name: /A heading stays/ }));
  await user.clear(screen.getByRole('textbox', { name: /Markers/ }));
  await user.type(screen.getByRole('textbox', { name: /Markers/ }), 'Two,');
  const own = strategyOf('marker', { joinFormulas: true, markers: ['Two'] });
  expect(app.asked.at(-1)).toBe(`tryOutSplit(${json(own)})`);
  await user.click(screen.getByRole('radio', { name: /the file, / }));
  await user.click(screen.getByRole('button', { name: /^Split 4,000 rollouts/ }));
  expect(app.asked.at(-1)).toBe(`chooseSplit(${json(own, 'file')})`);
});

test('pasted boundaries that are not the text are refused with the place', async () => {
  const user = userEvent.setup();
  const app = drawSplitter();
  await user.click(screen.getByRole('radio', { name: /Pasted/ }));
  const field = screen.getByRole('textbox', { name: /Steps of this trace/ });
  await user.click(field);
  await user.paste('["One.", "Tow."]');
  screen.getByText(/Step 2 of 2: the trace goes on with "wo.*, the pasted text with "ow/);
  expect(screen.getByRole<HTMLButtonElement>('button', { name: /^Split/ }).disabled).toBe(true);
  await user.clear(field);
  await user.paste('["One. Two.", "Three.", "Four."]');
  await user.click(screen.getByRole('button', { name: /^Split/ }));
  const pasted = strategyOf('pasted', { steps: ['One. Two.', 'Three.', 'Four.'] });
  expect(app.asked.at(-1)).toBe(`chooseSplit(${json(pasted, 'problem')})`);
});
