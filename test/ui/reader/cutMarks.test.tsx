import { act, render, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ReaderSlice, StepView } from '../../../src/app/state';
import { AppProvider } from '../../../src/ui/parts';
import { CutMarks } from '../../../src/ui/reader/cuts';
import { anApp } from '../anApp';

const RAW = 'One is odd. Two is even. Three is odd.';
const STEP = { index: 0, start: 0, end: RAW.length, id: 'step' } as StepView;

// jsdom has no layout: a letter is ten pixels wide here.
const { getClientRects } = Range.prototype;
beforeAll(() => {
  Range.prototype.getClientRects = function (this: Range) {
    return [new DOMRect(this.startOffset * 10, 0, 10, 20)] as unknown as DOMRectList;
  };
});
afterAll(() => {
  Range.prototype.getClientRects = getClientRects;
});

function cutting(cutAt: number | undefined) {
  const reader = { open: { trace: { raw: RAW } }, steps: [STEP], active: 0, cutAt } as unknown as ReaderSlice;
  const app = anApp({ reader });
  render(
    <AppProvider value={app}>
      <div className="step__text">
        {RAW}
        <CutMarks step={STEP} />
      </div>
    </AppProvider>,
  );
  return { app, reader };
}
const names = () => screen.queryAllByRole('button').map(({ textContent }) => textContent);

test('in cut mode a mark stands before each sentence, and where a person chose', () => {
  const { app, reader } = cutting(12);
  expect(names()).toEqual([
    'Cut before “Two is even. Three is odd.”',
    'Choose the place before “Three is odd.”',
  ]);
  expect(screen.getAllByRole('button').map(({ style }) => style.left)).toEqual(['120px', '250px']);
  act(() => app.store.setState({ reader: { ...reader, cutAt: 16 } }));
  expect(names()).toContain('Cut before “is even. Three is odd.”');
  act(() => app.store.setState({ reader: { ...reader, cutAt: undefined } }));
  expect(names()).toEqual([]);
});

test('a click on a mark chooses it, a click on the chosen one cuts', async () => {
  const { app } = cutting(12);
  await userEvent.click(screen.getByRole('button', { name: /^Choose/ }));
  await userEvent.click(screen.getByRole('button', { name: /^Cut before/ }));
  expect(app.asked).toEqual(['pointCut(25)', 'run split.cut']);
});
