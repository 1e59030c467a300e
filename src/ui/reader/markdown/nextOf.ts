/** Finds `needle` from a position on, and remembers the stretch it has seen: a row of searches that walk
 *  forward costs one pass over the text, however many openers have no closer. */
export class NextOf {
  private readonly seen = new Map<string, { from: number; at: number }>();
  private readonly text: string;

  constructor(text: string) {
    this.text = text;
  }

  /** Position of the first unescaped `needle` at or after `from`, else Infinity. */
  find(needle: string, from: number): number {
    const known = this.seen.get(needle);
    if (known !== undefined && known.from <= from && from <= known.at) return known.at;
    let at = this.text.indexOf(needle, from);
    while (at >= 0 && isEscaped(this.text, at)) at = this.text.indexOf(needle, at + 1);
    const found = at < 0 ? Infinity : at;
    this.seen.set(needle, { from, at: found });
    return found;
  }
}

/** An odd run of backslashes before `at`: `\\[2pt]` is a line break, not an opener. */
function isEscaped(text: string, at: number): boolean {
  let before = at;
  while (before > 0 && text.charCodeAt(before - 1) === 92) before--;
  return (at - before) % 2 === 1;
}
