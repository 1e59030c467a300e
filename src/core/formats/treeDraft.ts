// Builds the columns of a tree node by node. Parents come first, as everywhere.

import type { Range, ValueSet } from '../model';
import type { AttemptDraft, LabelDraft, TreeDraft } from './format';

interface NodeDraft {
  parent: number;
  /** What the node adds, without the join before it. */
  text: string;
  author?: 'model' | 'human' | undefined;
  label?: Omit<LabelDraft, 'on'> | undefined;
  terminal?: boolean | undefined;
}

/** Node 0, the problem, is there from the start. */
export class TreeBuilder {
  private readonly join: string;
  private readonly parent: number[] = [-1];
  private readonly text: string[] = [''];
  private readonly author: TreeDraft['author'] = [undefined];
  private readonly endings: number[][] = [[]];
  private readonly chosen: number[] = [-1];
  private readonly terminal: number[] = [0];
  private readonly given: TreeDraft['given'] = [];

  /** `join` stands between a node and its parent; before children of the root there is none. */
  constructor(join = '\n\n') {
    this.join = join;
  }

  add({ parent, text, author, label, terminal = false }: NodeDraft): number {
    const node = this.parent.length;
    this.parent.push(parent);
    this.text.push(parent === 0 ? text : this.join + text);
    this.author.push(author);
    this.endings.push([]);
    this.chosen.push(-1);
    this.terminal.push(terminal ? 1 : 0);
    if (label) this.given.push([node, label]);
    return node;
  }

  /** The solution went on with this node. */
  choose(node: number): void {
    const parent = this.parent[node];
    if (parent !== undefined && parent >= 0) this.chosen[parent] = node;
  }

  /** The solution is the path that ends here. */
  choosePath(end: number): void {
    for (let at = end; at > 0; at = this.parent[at] ?? 0) this.choose(at);
  }

  endAt(node: number, attempt: number): void {
    this.endings[node]?.push(attempt);
  }

  /** The text from the root to `node`, and the nodes on the way as its given steps. */
  pathTo(node: number): { raw: string; given: Range[] } {
    const path: number[] = [];
    for (let at = node; at > 0; at = this.parent[at] ?? 0) path.push(at);
    path.reverse();
    let raw = '';
    const given = path.map((at) => {
      const start = raw.length + this.leadOf(at);
      raw += this.text[at] ?? '';
      return { start, end: raw.length };
    });
    return { raw, given };
  }

  /** Nodes without children, in the order they were added. */
  leaves(): number[] {
    const hasChild = new Uint8Array(this.parent.length);
    for (const parent of this.parent) if (parent >= 0) hasChild[parent] = 1;
    return this.parent.map((_, node) => node).filter((node) => node > 0 && hasChild[node] === 0);
  }

  /** One attempt per root-to-leaf path, in the order of `leaves`. */
  attemptsTo(leaves: readonly number[], projection: AttemptDraft['projection']): AttemptDraft[] {
    return leaves.map((leaf, attempt) => {
      this.endAt(leaf, attempt);
      return { ...this.pathTo(leaf), projection };
    });
  }

  finish(values: ValueSet[] = []): TreeDraft {
    return {
      parent: Int32Array.from(this.parent),
      extraParents: [],
      text: this.text,
      lead: Uint8Array.from(this.parent, (_, node) => this.leadOf(node)),
      author: this.author,
      rowsEndingAt: this.endings,
      chosenChild: Int32Array.from(this.chosen),
      terminal: Uint8Array.from(this.terminal),
      given: this.given,
      values,
    };
  }

  /** The numbers of a field by node; nodes it was not given for are NaN. */
  columnOf(numbers: ReadonlyMap<number, number>): Float64Array {
    return Float64Array.from(this.parent, (_, node) => numbers.get(node) ?? NaN);
  }

  private leadOf(node: number): number {
    return (this.parent[node] ?? 0) > 0 ? this.join.length : 0;
  }
}
