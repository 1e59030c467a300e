import type { PassageId } from '../identity';
import type { Passage, TextKey } from '../model';

/** The steps inside each node as passages, in columns: those of 100,000 nodes go from the worker to the page as
 *  a few pieces of memory, and objects are made only of what is asked for. */
export interface NodePassages {
  /** The passages of node i are `[from[i], from[i + 1])` of the other columns. */
  from: Int32Array;
  /** The keys (hexadecimal digits) as codes, one behind the other, and where each ends. */
  upTo: Uint8Array;
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
    upTo: codesOf(all.map(({ upTo }) => upTo).join('')),
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
  const wanted = partsOf(id);
  for (let node = 0; node + 1 < from.length; node++) {
    for (let at = from[node]!; at < from[node + 1]!; at++) {
      if (start[at] === wanted.start && hasKey(columns, at, wanted.key)) return node;
    }
  }
  return undefined;
}

/** Nodes by the passages inside them, in their order; a step that runs over a fork stands at several. A hash
 *  table of numbers: one of 100,000 strings would hold the page up for half a second. */
export function nodesByPassage(columns: NodePassages): (id: PassageId) => number[] {
  const { from, start } = columns;
  const buckets = 2 ** Math.ceil(Math.log2(start.length + 1));
  const first = new Int32Array(buckets).fill(-1);
  const next = new Int32Array(start.length);
  const nodeOf = new Int32Array(start.length);
  for (let node = from.length - 2; node >= 0; node--) {
    for (let at = from[node + 1]! - 1; at >= from[node]!; at--) {
      const bucket = hashOf(columns.upTo, keyStart(columns, at), columns.upToEnd[at]!, start[at]!) % buckets;
      nodeOf[at] = node;
      next[at] = first[bucket]!;
      first[bucket] = at;
    }
  }
  return (id) => {
    const wanted = partsOf(id);
    const nodes: number[] = [];
    const bucket = hashOf(wanted.key, 0, wanted.key.length, wanted.start) % buckets;
    for (let at = first[bucket]!; at >= 0; at = next[at]!) {
      if (start[at] === wanted.start && hasKey(columns, at, wanted.key)) nodes.push(nodeOf[at]!);
    }
    return nodes;
  };
}

const codesOf = (key: string) => Uint8Array.from(key, (digit) => digit.charCodeAt(0));

function partsOf(id: PassageId): { key: Uint8Array; start: number } {
  const dot = id.lastIndexOf('.');
  return { key: codesOf(id.slice(0, dot)), start: Number(id.slice(dot + 1)) };
}

const keyStart = ({ upToEnd }: NodePassages, at: number) => (at === 0 ? 0 : upToEnd[at - 1]!);

function hasKey(columns: NodePassages, at: number, key: Uint8Array): boolean {
  const begin = keyStart(columns, at);
  if (columns.upToEnd[at]! - begin !== key.length) return false;
  return key.every((code, i) => columns.upTo[begin + i] === code);
}

/** Keys are hashes themselves: some of their units are enough. */
const HASHED_UNITS = 8;
function hashOf(keys: Uint8Array, from: number, to: number, start: number): number {
  let hash = start;
  for (let at = from; at < Math.min(to, from + HASHED_UNITS); at++) {
    hash = Math.imul(hash, 31) + keys[at]!;
  }
  return hash >>> 0;
}

function passageOf(columns: NodePassages, at: number): Passage {
  const { upTo, upToEnd, start, end } = columns;
  const key = String.fromCharCode(...upTo.subarray(keyStart(columns, at), upToEnd[at])) as TextKey;
  return { upTo: key, start: start[at]!, end: end[at]! };
}
