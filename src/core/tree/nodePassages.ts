import type { PassageId } from '../identity';
import { passageId } from '../identity';
import type { Passage, TextKey } from '../model';

/** The steps inside each node as passages, in columns: those of 100,000 nodes go from the worker to the page as
 *  a few pieces of memory, and objects are made only of what is asked for. */
export interface NodePassages {
  /** The passages of node i are `[from[i], from[i + 1])` of the other columns. */
  from: Int32Array;
  /** The keys one behind the other, and where each ends. */
  upTo: string;
  upToEnd: Int32Array;
  start: Int32Array;
  end: Int32Array;
}

export function nodePassages(inside: readonly (readonly Passage[])[]): NodePassages {
  const all = inside.flat();
  const from = new Int32Array(inside.length + 1);
  for (const [node, { length }] of inside.entries()) from[node + 1] = from[node]! + length;
  let end = 0;
  return {
    from,
    upTo: all.map(({ upTo }) => upTo).join(''),
    upToEnd: Int32Array.from(all, ({ upTo }) => (end += upTo.length)),
    start: Int32Array.from(all, (passage) => passage.start),
    end: Int32Array.from(all, (passage) => passage.end),
  };
}

/** The passages of the steps that end inside the node, in their order; none beyond the last node. */
export function passagesAt(columns: NodePassages, node: number): Passage[] {
  const { from } = columns;
  const passages: Passage[] = [];
  for (let at = from[node] ?? 0; at < (from[node + 1] ?? 0); at++) passages.push(passageOf(columns, at));
  return passages;
}

export function passageCount({ from }: NodePassages, node: number): number {
  return (from[node + 1] ?? 0) - (from[node] ?? 0);
}

/** The first node that holds the passage; no index is made for it. */
export function nodeWithPassage(columns: NodePassages, id: PassageId): number | undefined {
  const { from, start } = columns;
  const wanted = Number(id.slice(id.lastIndexOf('.') + 1));
  for (let node = 0; node + 1 < from.length; node++) {
    for (let at = from[node]!; at < from[node + 1]!; at++) {
      if (start[at] === wanted && passageId(passageOf(columns, at)) === id) return node;
    }
  }
  return undefined;
}

/** Nodes by the passages inside them; a step that runs over a fork stands at several. */
export function nodesByPassage(columns: NodePassages): Map<PassageId, number[]> {
  const { from } = columns;
  const nodes = new Map<PassageId, number[]>();
  for (let node = 0; node + 1 < from.length; node++) {
    for (let at = from[node]!; at < from[node + 1]!; at++) {
      const id = passageId(passageOf(columns, at));
      const known = nodes.get(id);
      if (known === undefined) nodes.set(id, [node]);
      else known.push(node);
    }
  }
  return nodes;
}

function passageOf({ upTo, upToEnd, start, end }: NodePassages, at: number): Passage {
  const key = upTo.slice(at === 0 ? 0 : upToEnd[at - 1], upToEnd[at]) as TextKey;
  return { upTo: key, start: start[at]!, end: end[at]! };
}
