// Where the text on screen stands in the raw text: Markdown leaves marks out, KaTeX draws a formula anew. What is
// drawn comes in the order of the source, so each piece is looked for behind the one before.

/** A text node, or a formula, which is taken as a whole. */
export interface Piece {
  text: string;
  isWhole: boolean;
}
export interface Aligned {
  /** Offsets in the raw text of the step; -1: the piece was not found in it. */
  start: number;
  end: number;
}

const OPENS = /(?:\$\$?|\\\(|\\\[)\s*$/;
const CLOSES = /^\s*(?:\$\$?|\\\)|\\\])/;
/** Delimiters stand right beside the formula. */
const NEAR = 8;

export function alignPieces(raw: string, pieces: readonly Piece[]): Aligned[] {
  let from = 0;
  return pieces.map(({ text, isWhole }) => {
    const sought = isWhole ? text.trim() : text;
    const at = sought === '' ? -1 : raw.indexOf(sought, from);
    if (at < 0) return { start: -1, end: -1 };
    let [start, end] = [at, at + sought.length];
    if (isWhole) {
      start -= OPENS.exec(raw.slice(Math.max(from, start - NEAR), start))?.[0].length ?? 0;
      end += CLOSES.exec(raw.slice(end, end + NEAR))?.[0].length ?? 0;
    }
    from = end;
    return { start, end };
  });
}
