// Marks on the text that touch no element: nothing moves and what React drew stays as it is.

type Name = 'error-span' | 'selected-text';

const known = new Map<Name, Highlight>();

/** undefined where the browser has none: the words in foot and margin say it, too. */
function highlight(name: Name): Highlight | undefined {
  if (typeof Highlight === 'undefined' || typeof CSS === 'undefined' || !('highlights' in CSS))
    return undefined;
  let found = known.get(name);
  if (found === undefined) {
    known.set(name, (found = new Highlight()));
    CSS.highlights.set(name, found);
  }
  return found;
}

/** Draws the marks; what it returns takes them away. */
export function mark(name: Name, ranges: readonly Range[]): () => void {
  const set = highlight(name);
  for (const range of ranges) set?.add(range);
  return () => {
    for (const range of ranges) set?.delete(range);
  };
}
