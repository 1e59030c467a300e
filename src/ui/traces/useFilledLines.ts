import { useEffect, useState } from 'react';
import type { Line } from './columns';

/** Lines that one task draws: some ten cells each, and another order of the table changes them all. */
const AT_ONCE = 6;

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
  useEffect(() => {
    if (isFilled) return undefined;
    // After the next frame, not in it: what was just drawn is laid out and painted there.
    let task: ReturnType<typeof setTimeout> | undefined;
    const frame = requestAnimationFrame(() => {
      task = setTimeout(() =>
        setState((before) => ({ drawn: fillLines(before.drawn, wanted), towards: wanted })),
      );
    });
    return () => {
      cancelAnimationFrame(frame);
      clearTimeout(task);
    };
  }, [isFilled, drawn, wanted]);
  return drawn;
}
