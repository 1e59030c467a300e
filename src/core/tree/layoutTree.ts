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
  for (let node = parent.length - 1; node >= 0; node--) {
    const children = childrenOf(tree, node);
    chainEnd[node] = children.length === 1 ? chainEnd[children[0]!]! : node;
  }
  const root = hierarchy(chainEnd[0]!, (node) =>
    Array.from(childrenOf(tree, node), (child) => chainEnd[child]!),
  );
  const rows = cluster<number>()
    .nodeSize([1, 1])
    .separation(() => 1)(root);
  let top = Infinity;
  rows.each((node) => {
    y[node.data] = node.x;
    top = Math.min(top, node.x);
  });
  return {
    x: Float32Array.from(depthsOf(tree)),
    y: Float32Array.from(chainEnd, (end) => y[end]! - top),
  };
}
