import { cluster, hierarchy } from 'd3-hierarchy';
import { childrenOf, depthsOf } from './walk';

/** Where each node is drawn. Depth runs along x, one unit a level; along y one unit a leaf, every leaf on a row
 *  of its own (so a label behind a leaf meets nothing) and every other node in the middle of its children.
 *  Chains are folded before d3 sees them: its `hierarchy` takes a time quadratic in the depth. */
export function layoutTree(parent: Int32Array): { x: Float32Array; y: Float32Array } {
  const tree = { parent };
  if (parent.length === 0) return { x: new Float32Array(), y: new Float32Array() };
  // In 64 bits until the end: d3 counts from the root, whose place is no whole number of rows.
  const y = new Float64Array(parent.length);
  /** Node at which the chain that begins at a node forks or ends. */
  const chainEnd = new Int32Array(parent.length);
  const counts = new Int32Array(parent.length);
  const firstChild = new Int32Array(parent.length);
  // Children stand behind their parent: going back, all of a node's are known when it is met.
  for (let node = parent.length - 1; node >= 0; node--) {
    chainEnd[node] = counts[node] === 1 ? chainEnd[firstChild[node]!]! : node;
    if (node === 0) break;
    const up = parent[node]!;
    counts[up]!++;
    firstChild[up] = node;
  }
  // Most nodes are leaves: no list is made for them.
  const root = hierarchy(chainEnd[0]!, (node) =>
    counts[node] === 0 ? undefined : endsOf(childrenOf(tree, node), chainEnd),
  );
  const rows = cluster<number>()
    .nodeSize([1, 1])
    .separation(() => 1)(root);
  let top = Infinity;
  rows.each((node) => {
    y[node.data] = node.x;
    top = Math.min(top, node.x);
  });
  const drawn = { x: new Float32Array(depthsOf(tree)), y: new Float32Array(parent.length) };
  for (let node = 0; node < parent.length; node++) drawn.y[node] = y[chainEnd[node]!]! - top;
  return drawn;
}

/** A loop: `Array.from` walks a typed array by its iterator, which takes longer than the layout of a wide fan. */
function endsOf(children: Int32Array, chainEnd: Int32Array): number[] {
  const ends: number[] = [];
  for (let i = 0; i < children.length; i++) ends.push(chainEnd[children[i]!]!);
  return ends;
}
