import { useLayoutEffect, useState } from 'react';
import { afterFrame } from './afterFrame';
import type { Line } from './columns';

/** Lines that one task draws: some ten cells each, and another order of the table changes them all. */
const AT_ONCE = 4;

/** `wanted`, of which at most `most` lines are others than in `drawn`; the rest show what stood in their place. */
export function fillLines(drawn: readonly Line[], wanted: readonly Line[], most = AT_ONCE): readonly Line[] {
  const before = new Map(drawn.map((line) => [line.position, line]));
  let left = most;
  const next = wanted.map((line) => {
    const old = before.get(line.position);
    if (old === line) return line;
    if (left > 0) {
      left--;
      return line;
    }
    return old ?? { position: line.position, row: undefined, hidesHints: false };
  });
  const isSame = next.length === drawn.length && next.every((line, i) => line === drawn[i]);
  return isSame ? drawn : next;
}

/** Draws the lines a few at a time, top to bottom, so that the page answers in between: a whole table of rows is
 *  some 40 ms of drawing and layout. */
export function useFilledLines(wanted: readonly Line[]): readonly Line[] {
  const [{ drawn, towards }, setState] = useState({ drawn: wanted, towards: wanted });
  // In sight at once: what a scroll brings, and the first of another order.
  if (towards !== wanted) setState({ drawn: fillLines(drawn, wanted), towards: wanted });
  const isFilled = drawn.length === wanted.length && wanted.every((line, i) => line === drawn[i]);
  // Before the frame that shows what was just drawn: the next lines are drawn right after it, so one lot a frame.
  useLayoutEffect(() => {
    if (isFilled) return undefined;
    return afterFrame(() =>
      setState((before) => ({ drawn: fillLines(before.drawn, wanted), towards: wanted })),
    );
  }, [isFilled, drawn, wanted]);
  return drawn;
}
