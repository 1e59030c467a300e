import type { CSSProperties } from 'react';
import type { ReadingSettings } from '../../../app/readingSettings';

/** Widths and sizes a person chose, as the values the style sheets use. */
export function readingStyle({ fontPx, measurePx, problemPx, drawerPx }: ReadingSettings): CSSProperties {
  return {
    '--read-px': `${fontPx}px`,
    '--read-line': `${Math.round(fontPx * 1.625)}px`,
    '--measure': `${measurePx}px`,
    ...(problemPx === undefined ? {} : { '--w-problem': `${problemPx}px` }),
    ...(drawerPx === undefined ? {} : { '--w-drawer': `${drawerPx}px` }),
  } as CSSProperties;
}

export function readingClass({ wrap, focus }: ReadingSettings): string {
  return `${wrap ? ' reader--wrap' : ' reader--nowrap'}${focus ? ' reader--focus' : ''}`;
}
