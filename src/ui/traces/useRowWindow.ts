import { useEffect, useRef, useState } from 'react';
import type { RefObject } from 'react';

// Chromium cuts elements at 33,554,428 px, and paints with 32-bit floats: beyond 8 million px a hairline can
// fall between two pixels of a dense screen. Above this height the scroll bar is a scale, not a ruler.
const MAX_HEIGHT_PX = 8_000_000;
const OVERSCAN_ROWS = 6;

interface RowWindow {
  scroller: RefObject<HTMLDivElement | null>;
  /** First and one past the last position to draw. */
  from: number;
  to: number;
  /** Height of all rows as the scroll bar sees it, and where the first drawn row stands. */
  heightPx: number;
  topPx: number;
}

/** Where rows stand when `total` of them are scrolled to `scrollPx`. Positions beyond the height that a
 *  browser can draw are scaled: the first row is exact at the top, the last at the bottom. */
export function placeRows(total: number, rowPx: number, viewPx: number, scrollPx: number) {
  const fullPx = total * rowPx;
  const heightPx = Math.min(fullPx, MAX_HEIGHT_PX);
  const scale = heightPx >= fullPx ? 1 : (fullPx - viewPx) / Math.max(1, heightPx - viewPx);
  const virtualPx = scrollPx * scale;
  const from = Math.max(0, Math.floor(virtualPx / rowPx) - OVERSCAN_ROWS);
  const to = Math.min(total, Math.ceil((virtualPx + viewPx) / rowPx) + OVERSCAN_ROWS);
  return { from, to, heightPx, topPx: Math.round(scrollPx + from * rowPx - virtualPx), scale };
}

/** `cursor` is kept in view when it moves. `headPx` is the sticky head above the rows. */
export function useRowWindow(total: number, rowPx: number, headPx: number, cursor: number): RowWindow {
  const scroller = useRef<HTMLDivElement>(null);
  const [view, setView] = useState({ scrollPx: 0, viewPx: 0 });
  useEffect(() => {
    const element = scroller.current;
    if (element === null) return undefined;
    const measure = () => setView({ scrollPx: element.scrollTop, viewPx: element.clientHeight - headPx });
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    element.addEventListener('scroll', measure, { passive: true });
    measure();
    return () => {
      observer.disconnect();
      element.removeEventListener('scroll', measure);
    };
  }, [headPx]);
  useEffect(() => {
    const element = scroller.current;
    const viewPx = element === null ? 0 : element.clientHeight - headPx;
    if (element === null || viewPx <= 0) return;
    const { scale } = placeRows(total, rowPx, viewPx, element.scrollTop);
    const topPx = (cursor * rowPx) / scale;
    if (topPx < element.scrollTop) element.scrollTop = topPx;
    const bottomPx = ((cursor + 1) * rowPx - viewPx) / scale;
    if (bottomPx > element.scrollTop) element.scrollTop = bottomPx;
  }, [cursor, total, rowPx, headPx]);
  return { scroller, ...placeRows(total, rowPx, view.viewPx, view.scrollPx) };
}
