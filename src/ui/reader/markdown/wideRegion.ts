// A formula, table or piece of code that is wider than the column scrolls by itself. Only then it is a tab stop with
// a name: the arrow keys scroll it there, and Escape leads back to the list.

import { useEffect, useRef } from 'react';
import type { RefObject } from 'react';
import { whenIdle } from './whenIdle';

const names = new WeakMap<Element, string>();
let observer: ResizeObserver | undefined;

function watch(element: HTMLElement): void {
  // No layout of the first paint waits for it; what is gone by then never was in sight for long.
  whenIdle(() => {
    if (!element.isConnected) return;
    observer ??= new ResizeObserver((entries) => {
      // All are read before any is written: one layout.
      const seen = entries.map(({ target }) => ({
        target,
        isWide: target.scrollWidth > target.clientWidth,
      }));
      for (const { target, isWide } of seen) mark(target, isWide);
    });
    observer.observe(element);
  });
}

function mark(element: Element, isWide: boolean): void {
  if (isWide === element.hasAttribute('tabindex')) return;
  const attributes = {
    tabindex: '0',
    role: 'group',
    'aria-label': names.get(element) ?? '',
    // The arrows are the browser's here: no command of the list takes them.
    'data-keys': 'wide',
  };
  for (const [name, value] of Object.entries(attributes)) {
    if (isWide) element.setAttribute(name, value);
    else element.removeAttribute(name);
  }
}

/** `name`: what it is called where it is wider than the column. */
export function useWideRegion<T extends HTMLElement>(name: string, isOn = true): RefObject<T | null> {
  const place = useRef<T>(null);
  useEffect(() => {
    const element = place.current;
    if (element === null || !isOn || typeof ResizeObserver === 'undefined') return undefined;
    names.set(element, name);
    watch(element);
    return () => observer?.unobserve(element);
  }, [name, isOn]);
  return place;
}
