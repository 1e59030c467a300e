// Images of a trace, from the file to the page: those in the file are drawn where they stand, others never load.

import { Blob as NodeBlob } from 'node:buffer';
import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeAll, expect, test, vi } from 'vitest';
import { AppProvider } from '../../../src/ui/parts';
import { StepText } from '../../../src/ui/reader';
import { ProblemPanel } from '../../../src/ui/reader/ProblemPanel';
import { imagesIn } from '../../../src/ui/reader/stepFacts';
import { startSession } from '../../app/session';
import { AS_MESSAGES, DATA_URL, REMOTE } from '../../data/picturedTraces';

// jsdom's cannot be read in slices.
vi.stubGlobal('Blob', NodeBlob);
beforeAll(() => import('../../../src/ui/reader/markdown/renderTokens'));

async function readFirst() {
  const session = await startSession();
  await session.go(await session.open('pictured.jsonl', AS_MESSAGES), 0);
  const { reader } = session.app.store.getState();
  if (reader === undefined) throw new Error('no trace is open');
  return { app: session.app, reader };
}
const sources = () => [...document.querySelectorAll('img')].map((image) => image.getAttribute('src'));

test('the problem shows its image', async () => {
  const { app, reader } = await readFirst();
  render(
    <AppProvider value={app}>
      <ProblemPanel reader={reader} />
    </AppProvider>,
  );
  const problem = await screen.findByRole('complementary', { name: 'Problem' });
  expect(within(problem).getByText('What is drawn?')).toBeTruthy();
  expect(sources()).toEqual([DATA_URL]);
});

test.each([
  ['rendered', {}],
  ['plain', { plain: true }],
])('%s: the image of the file is drawn, one elsewhere is an address to copy', async (_, how) => {
  const { trace } = (await readFirst()).reader.open;
  const { container } = render(
    <StepText text={trace.raw} images={imagesIn(trace, 0, trace.raw.length) ?? []} {...how} />,
  );
  await screen.findByText('An image elsewhere, not loaded');
  expect(sources()).toEqual([DATA_URL]);
  expect(container.querySelector(`[src="${REMOTE}"], [href], [srcset]`)).toBeNull();
  // In the order of the trace.
  const order = ['I look closer.', 'Enlarged:', 'in the file', 'And another one:', REMOTE, 'A red dot.'];
  const at = order.map((words) => container.textContent.indexOf(words));
  expect(at).toEqual(at.toSorted((a, b) => a - b));
  expect(Math.min(...at)).toBeGreaterThanOrEqual(0);
  const user = userEvent.setup();
  const copy = vi.spyOn(navigator.clipboard, 'writeText').mockClear().mockResolvedValue();
  await user.click(screen.getByRole('button', { name: 'Copy address' }));
  expect(copy.mock.calls).toEqual([[REMOTE]]);
});

test('an image that could carry script is named, not drawn', () => {
  const asset = {
    atUtf16: 0,
    hash: 'h',
    mime: 'image/svg+xml',
    dataUrl: 'data:image/svg+xml;base64,PHN2Zy8+',
  };
  render(<StepText text={'\uFFFC'} images={[asset]} />);
  expect(sources()).toEqual([]);
  expect(screen.getByText('image, image/svg+xml, not drawn')).toBeTruthy();
});
