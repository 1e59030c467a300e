import { render, waitFor } from '@testing-library/react';
import { expect, test } from 'vitest';
import { StepText } from '../../../src/ui/reader';

async function glued(text: string): Promise<(string | undefined)[]> {
  const { container } = render(<StepText text={text} />);
  await waitFor(() => expect(container.querySelector('.md-math')).not.toBeNull());
  return [...container.querySelectorAll('.md-glued')].map((span) => span.lastChild?.textContent ?? undefined);
}

test('the marks that close a short formula stay on its line', async () => {
  expect(await glued('so $x = 5$. Then $y$), and $z$ is left')).toEqual(['.', '),']);
});

test('a long formula and a displayed one may break', async () => {
  const long = Array.from({ length: 20 }, (_, i) => `x_${i}`).join(' + ');
  expect(await glued(`so $${long}$. And\n\n$$y$$\n\n. End`)).toEqual([]);
});

test('the text is all there, in order', async () => {
  const { container } = render(<StepText text="so $x$. Then, $y$, end" />);
  await waitFor(() => expect(container.querySelectorAll('.md-math')).toHaveLength(2));
  const text = container.textContent?.replace(/[^a-z.,]/gi, '') ?? '';
  expect(text).toMatch(/^so.*x.*\.Then,.*y.*,end$/);
});
