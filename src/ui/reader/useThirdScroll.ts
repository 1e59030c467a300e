import type { Virtualizer } from '@tanstack/react-virtual';
import { useCallback, useLayoutEffect, useRef } from 'react';
import type { RefObject } from 'react';

export type ListVirtualizer = Virtualizer<HTMLDivElement, HTMLLIElement>;

/** notes.md, motion: 120 ms to the third; 0 when keys are held, far away or motion is reduced. */
const SCROLL_MS = 120;
const HELD_MS = 150;
/** Rows met on the way are measured and shift the goal; it is followed for so many frames. */
const SETTLE_FRAMES = 15;

/** Keeps the top edge of item `target` at a third of the list whenever `target` changes. Call what it returns
 *  before the person points at another item: then nothing moves. `isHeldElsewhere`: something within the item is
 *  brought into sight instead. */
export function useThirdScroll(
  virtualizer: ListVirtualizer,
  scroller: RefObject<HTMLDivElement | null>,
  target: number,
  isHeldElsewhere = false,
): () => void {
  const pointed = useRef(false);
  const lastMove = useRef(-Infinity);
  useLayoutEffect(() => {
    const list = scroller.current;
    const wasPointed = pointed.current;
    pointed.current = false;
    if (list === null || target < 0 || wasPointed || isHeldElsewhere) return;
    const began = performance.now();
    const isFirst = lastMove.current === -Infinity;
    const isHeld = began - lastMove.current < HELD_MS;
    lastMove.current = began;
    // As the list last saw them: asking the element here would force a layout inside the key handler.
    const from = virtualizer.scrollOffset ?? list.scrollTop;
    const height = virtualizer.scrollRect?.height ?? list.clientHeight;
    const goal = () =>
      Math.max(0, (virtualizer.measurementsCache[target]?.start ?? 0) - Math.round(height / 3));
    const isFar = Math.abs(goal() - from) > 2 * height;
    const isStill = matchMedia('(prefers-reduced-motion: reduce)').matches;
    const duration = isFirst || isHeld || isFar || isStill ? 0 : SCROLL_MS;
    let settling = 0;
    let set = Math.round(from);
    const step = (now: number) => {
      const t = duration === 0 ? 1 : Math.min(1, Math.max(0, now - began) / duration);
      const eased = 1 - (1 - t) ** 3;
      const top = Math.round(from + (goal() - from) * eased);
      if (top !== set) list.scrollTop = set = top;
      if (t === 1 && ++settling > SETTLE_FRAMES) return;
      frame = requestAnimationFrame(step);
    };
    let frame = requestAnimationFrame(step);
    const stop = () => cancelAnimationFrame(frame);
    list.addEventListener('wheel', stop, { passive: true });
    list.addEventListener('pointerdown', stop, { passive: true });
    return () => {
      stop();
      list.removeEventListener('wheel', stop);
      list.removeEventListener('pointerdown', stop);
    };
  }, [virtualizer, scroller, target, isHeldElsewhere]);
  return useCallback(() => {
    pointed.current = true;
  }, []);
}
