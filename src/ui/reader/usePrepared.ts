import { useEffect } from 'react';
import { useApp } from '../parts';
import type { ListItem } from './listItems';
import { clampedText, isLong } from './longText';
import { prepareTexts } from './markdown';

/** Rows below the edge that are typeset before they are scrolled to. */
const BELOW = 12;

const asDrawn = (text: string) => (isLong(text) ? clampedText(text) : text);

/** Typesets in idle time what comes next: rows below the last in sight, and the first of the next trace. */
export function usePrepared(items: readonly ListItem[], last: number, raw: string): void {
  const ahead = useApp(({ reader }) => reader?.ahead);
  useEffect(() => {
    const below = items.slice(last + 1, last + 1 + BELOW);
    prepareTexts(
      below.flatMap((item) =>
        item.kind === 'step' ? [asDrawn(raw.slice(item.step.start, item.step.end))] : [],
      ),
    );
  }, [items, last, raw]);
  useEffect(() => {
    if (ahead !== undefined) prepareTexts(ahead.map(asDrawn));
  }, [ahead]);
}
