import { act, render, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { StepText } from '../../../src/ui/reader';

/** jsdom lays nothing out: the test says how wide things are and when the browser would have told. */
class ToldByHand {
  static readonly seen = new Set<Element>();
  static tell: () => void = () => undefined;
  constructor(callback: ResizeObserverCallback) {
    ToldByHand.tell = () => {
      const entries = [...ToldByHand.seen].map((target) => ({ target }) as unknown as ResizeObserverEntry);
      callback(entries, this as unknown as ResizeObserver);
    };
  }
  observe(element: Element) {
    ToldByHand.seen.add(element);
  }
  unobserve(element: Element) {
    ToldByHand.seen.delete(element);
  }
  disconnect() {
    ToldByHand.seen.clear();
  }
}

beforeEach(() => vi.stubGlobal('ResizeObserver', ToldByHand));
afterEach(() => vi.unstubAllGlobals());

test('a table is a named tab stop while it is wider than the column, and no longer', async () => {
  const { container } = render(<StepText text={'| a | b |\n|---|---|\n| 1 | 2 |'} />);
  await waitFor(() => expect(ToldByHand.seen.size).toBe(1), { timeout: 4_000 });
  const [box] = ToldByHand.seen;
  const widthOf = (px: number) =>
    Object.defineProperty(box, 'scrollWidth', { value: px, configurable: true });

  widthOf(0);
  act(() => ToldByHand.tell());
  expect(container.querySelector('[tabindex]')).toBeNull();

  widthOf(900);
  act(() => ToldByHand.tell());
  const region = screen.getByRole('group', { name: 'Table, wider than the column' });
  expect(region.tabIndex).toBe(0);

  widthOf(0);
  act(() => ToldByHand.tell());
  expect(screen.queryByRole('group')).toBeNull();
});
