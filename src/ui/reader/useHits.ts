import { useEffect } from 'react';
import type { RefObject } from 'react';
import { queryPattern } from '../../app/findText';
import type { FindSlice } from '../../app/state';
import { useApp } from '../parts';
import { hitRanges } from './hitRanges';
import { itemOfHit, placeInItem } from './hitSteps';
import type { ListItem } from './listItems';
import type { ListVirtualizer } from './useThirdScroll';

/** Names of the highlights; reader.css says how they look. */
const ALL = 'stepmark-hit';
const ONE = 'stepmark-hit-on';
/** Rows met on the way are measured and shift the goal; it is followed for so many frames. */
const SETTLE_FRAMES = 20;

/** Marks what is found in the rows that are drawn (CSS highlights: no element changes, so no row moves) and brings
 *  the one gone to into sight. */
export function useHits(
  virtualizer: ListVirtualizer,
  scroller: RefObject<HTMLDivElement | null>,
  items: readonly ListItem[],
): void {
  const find = useApp(({ reader }) => reader?.find);
  useEffect(() => {
    const list = scroller.current;
    if (list === null || find === undefined || find.text.trim() === '' || !('highlights' in CSS)) return;
    const paint = () => paintHits(list, items, find);
    let frame = requestAnimationFrame(paint);
    const observer = new MutationObserver(() => {
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(paint);
    });
    observer.observe(list, { childList: true, subtree: true, characterData: true });
    return () => {
      observer.disconnect();
      cancelAnimationFrame(frame);
      CSS.highlights.delete(ALL);
      CSS.highlights.delete(ONE);
    };
  }, [scroller, items, find]);

  const hit = find?.hits[find.at];
  useEffect(() => {
    const list = scroller.current;
    if (list === null || hit === undefined) return;
    const item = itemOfHit(items, hit);
    let frames = 0;
    const follow = () => {
      const rect = firstRect(ONE);
      const box = list.getBoundingClientRect();
      const start = virtualizer.measurementsCache[item]?.start;
      const isDrawn = list.querySelector(`[data-index="${item}"]`) !== null;
      if (isDrawn && rect !== undefined) {
        const y = rect.top - box.top;
        // In the middle of the list nothing has to move.
        if (y < box.height * 0.12 || y > box.height * 0.8) list.scrollTop += Math.round(y - box.height / 3);
      } else if (!isDrawn && start !== undefined) {
        list.scrollTop = Math.max(0, Math.round(start - box.height / 3));
      }
      if (++frames < SETTLE_FRAMES) frame = requestAnimationFrame(follow);
    };
    let frame = requestAnimationFrame(follow);
    const stop = () => cancelAnimationFrame(frame);
    list.addEventListener('wheel', stop, { passive: true });
    return () => {
      stop();
      list.removeEventListener('wheel', stop);
    };
  }, [virtualizer, scroller, items, hit]);
}

function firstRect(name: string): DOMRect | undefined {
  const [range] = CSS.highlights?.get(name) ?? [];
  return range instanceof Range ? range.getBoundingClientRect() : undefined;
}

function paintHits(list: Element, items: readonly ListItem[], find: FindSlice): void {
  const pattern = queryPattern({ text: find.text.trim(), matchCase: find.matchCase });
  const hit = find.hits[find.at];
  const current = hit === undefined ? -1 : itemOfHit(items, hit);
  const all: Range[] = [];
  const one: Range[] = [];
  for (const row of list.querySelectorAll('[data-index]')) {
    const index = Number(row.getAttribute('data-index'));
    const text = row.querySelector('.step__text');
    const item = items[index];
    if (text === null || item === undefined) continue;
    const ranges = hitRanges(text, pattern);
    // Where Markdown hides or adds a place (`**`), the nearest of the row stands for it.
    const at = index === current ? Math.min(placeInItem(find.hits, find.at, item), ranges.length - 1) : -1;
    ranges.forEach((range, i) => (i === at ? one : all).push(range));
  }
  CSS.highlights.set(ALL, new Highlight(...all));
  CSS.highlights.set(ONE, new Highlight(...one));
}
