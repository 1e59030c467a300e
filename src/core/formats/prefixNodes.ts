// Nodes of a tree given by their whole texts: whose beginning is whose.

/** Nodes by the text they end, asked for the longest one that a text continues after white space. Texts come by
 *  length, the shortest first. */
export class PrefixNodes {
  private readonly nodeOf = new Map<string, number>();
  private readonly lengths: number[] = [];

  /** Of equal texts the first node is the parent of what follows. */
  add(text: string, node: number): void {
    if (this.nodeOf.has(text)) return;
    this.nodeOf.set(text, node);
    if (this.lengths.at(-1) !== text.length) this.lengths.push(text.length);
  }

  parentOf(text: string): { node: number; length: number } | undefined {
    for (const length of this.lengths.toReversed()) {
      if (length >= text.length || !/\s/.test(text[length] ?? '')) continue;
      const node = this.nodeOf.get(text.slice(0, length));
      if (node !== undefined) return { node, length };
    }
    return undefined;
  }
}
