import { measureElement } from '@tanstack/react-virtual';
import type { Rect, Virtualizer } from '@tanstack/react-virtual';
import type { ListVirtualizer } from './useThirdScroll';

// Asking an element for its size lays the page out at once, each time something was written in between. The list
// asks nothing: the browser tells all sizes together after its own layout of the frame, before it paints.

/** A list that takes the place of another is as large. */
let rect: Rect = { width: 0, height: 0 };
export const lastListRect = (): Rect => rect;

export function observeListRect(
  { scrollElement }: ListVirtualizer,
  tell: (rect: Rect) => void,
): (() => void) | undefined {
  if (scrollElement === null) return undefined;
  const see = (width: number, height: number) => {
    rect = { width: Math.round(width), height: Math.round(height) };
    tell(rect);
  };
  if (rect.height === 0) see(scrollElement.offsetWidth, scrollElement.offsetHeight);
  const observer = new ResizeObserver(([entry]) => {
    const box = entry?.borderBoxSize[0];
    if (box !== undefined) see(box.inlineSize, box.blockSize);
  });
  observer.observe(scrollElement);
  return () => observer.disconnect();
}

/** What the browser told, else what was known or reckoned before. */
export function heightInLayout(
  element: HTMLLIElement,
  told: ResizeObserverEntry | undefined,
  list: Virtualizer<HTMLDivElement, HTMLLIElement>,
): number {
  if (told !== undefined) return measureElement(element, told, list);
  const index = list.indexFromElement(element);
  const { getItemKey, estimateSize } = list.options;
  return list.itemSizeCache.get(getItemKey(index)) ?? estimateSize(index);
}

/** px at which the list opens so that item `at` stands where it will stay, at a third; -1: at the top. */
export function startOffset(estimateSize: (index: number) => number, at: number): number {
  let start = 0;
  for (let i = 0; i < at; i++) start += estimateSize(i);
  return Math.max(0, Math.round(start - rect.height / 3));
}
