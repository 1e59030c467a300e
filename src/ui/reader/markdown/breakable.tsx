import type { ReactNode } from 'react';

/** A word without an end (base64, a model that is stuck): the browser took 4 minutes to break one of 1 MB. */
const ENDLESS = /\S{2000}/;
const PIECE = /\S{400}(?=\S)/gu;

/** The text, with places to break in words without an end; its characters are unchanged. */
export function breakable(text: string): ReactNode {
  if (!ENDLESS.test(text)) return text;
  const parts: ReactNode[] = [];
  let from = 0;
  for (const { 0: piece, index } of text.matchAll(PIECE)) {
    const end = index + piece.length;
    parts.push(text.slice(from, end), <wbr key={end} />);
    from = end;
  }
  parts.push(text.slice(from));
  return parts;
}
