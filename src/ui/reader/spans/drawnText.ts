// A step's text as it is drawn, and back: ranges of the document for ranges of the raw text.

import { alignPieces } from './alignText';
import type { Aligned } from './alignText';

type Drawn = Aligned & { node: Text | Element };
interface Stretch {
  start: number;
  end: number;
}

function piecesIn(element: Element): (Text | Element)[] {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT, (node) =>
    node instanceof Element
      ? node.classList.contains('katex')
        ? NodeFilter.FILTER_ACCEPT
        : NodeFilter.FILTER_SKIP
      : node.parentElement?.closest('.katex, button') === null
        ? NodeFilter.FILTER_ACCEPT
        : NodeFilter.FILTER_REJECT,
  );
  const found: (Text | Element)[] = [];
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    found.push(node as Text | Element);
  }
  return found;
}

function drawnIn(element: Element, raw: string): Drawn[] {
  const nodes = piecesIn(element);
  const places = alignPieces(
    raw,
    nodes.map((node) =>
      node instanceof Element
        ? { text: node.closest('[data-tex]')?.getAttribute('data-tex') ?? '', isWhole: true }
        : { text: node.data, isWhole: false },
    ),
  );
  return nodes.map((node, i) => ({ node, ...places[i]! })).filter(({ start }) => start >= 0);
}

/** The part of the document that shows raw[start, end) of a step; undefined: none of it is drawn. */
export function rangeOfRaw(element: Element, raw: string, { start, end }: Stretch): Range | undefined {
  const drawn = drawnIn(element, raw).filter((piece) => piece.end > start && piece.start < end);
  const [first, last] = [drawn[0], drawn.at(-1)];
  if (first === undefined || last === undefined) return undefined;
  const range = document.createRange();
  if (first.node instanceof Text) range.setStart(first.node, Math.max(0, start - first.start));
  else range.setStartBefore(first.node);
  if (last.node instanceof Text) range.setEnd(last.node, Math.min(last.node.length, end - last.start));
  else range.setEndAfter(last.node);
  return range;
}

/** Where on the screen the text before each of these raw offsets ends, as a box without width; undefined where
 *  nothing of it is drawn. */
export function boxesBefore(
  element: Element,
  raw: string,
  offsets: readonly number[],
): (DOMRect | undefined)[] {
  const drawn = drawnIn(element, raw);
  return offsets.map((offset) => {
    const piece = drawn.find(({ end }) => end > offset);
    if (piece === undefined) return undefined;
    if (piece.node instanceof Element) return piece.node.getBoundingClientRect();
    const range = document.createRange();
    const at = Math.max(0, offset - piece.start);
    range.setStart(piece.node, at);
    range.setEnd(piece.node, Math.min(piece.node.length, at + 1));
    // A range that begins where a line breaks has a box on each side of the break: the later one is the text's.
    return [...range.getClientRects()].at(-1);
  });
}

/** The raw offset under a point of the screen; undefined: no text of the step is drawn there. */
export function rawAtPoint(element: Element, raw: string, x: number, y: number): number | undefined {
  const caret = document.caretPositionFromPoint?.(x, y);
  if (caret === null || caret === undefined || !element.contains(caret.offsetNode)) return undefined;
  const piece = drawnIn(element, raw).find(({ node }) => node.contains(caret.offsetNode));
  if (piece === undefined) return undefined;
  return piece.node instanceof Text ? piece.start + caret.offset : piece.start;
}

/** The raw text that a selection in the step covers; formulas count as a whole. */
export function rawOfRange(element: Element, raw: string, range: Range): Stretch | undefined {
  const drawn = drawnIn(element, raw).filter(({ node }) => range.intersectsNode(node));
  const startOf = ({ node, start }: Drawn) =>
    node === range.startContainer ? start + range.startOffset : start;
  const endOf = ({ node, start, end }: Drawn) =>
    node === range.endContainer ? start + range.endOffset : end;
  const covered = drawn.filter((piece) => endOf(piece) > startOf(piece));
  const [first, last] = [covered[0], covered.at(-1)];
  if (first === undefined || last === undefined) return undefined;
  const text = raw.slice(startOf(first), endOf(last));
  const start = startOf(first) + (text.length - text.trimStart().length);
  const end = endOf(last) - (text.length - text.trimEnd().length);
  return start < end ? { start, end } : undefined;
}
