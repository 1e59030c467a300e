// Generated trees for the benchmark: seeded, as a Stepmark file of the tree and one path of it.

export function randomTree(nodes) {
  // Numbers of a linear congruential generator (Numerical Recipes): the same tree in every run.
  let seed = 7;
  const next = () => (seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0) / 2 ** 32;
  const parent = new Int32Array(nodes).fill(-1);
  // Mostly the newest nodes go on, as in a search of some 40 levels.
  for (let node = 1; node < nodes; node++)
    parent[node] = Math.max(0, node - 1 - Math.floor(next() ** 3 * Math.min(node, nodes / 4)) - 3);
  for (let node = 1; node < Math.min(nodes, 4); node++) parent[node] = 0;
  return parent;
}
export const chainTree = (nodes) => Int32Array.from({ length: nodes }, (_, node) => node - 1);
export const starTree = (nodes) => Int32Array.from({ length: nodes }, (_, node) => (node === 0 ? -1 : 0));

/** Stepmark JSONL: the tree, and the path to its last node as the trace that is opened. */
export function treeFile(parent) {
  const textOf = (node) => `Step ${node} adds one.`;
  const path = [];
  for (let node = parent.length - 1; node > 0; node = parent[node]) path.push(node);
  const raw = path
    .reverse()
    .map((node, i) => `${i === 0 ? '' : '\n\n'}${textOf(node)}`)
    .join('');
  const ranges = [];
  let at = 0;
  for (const [i, node] of path.entries()) {
    if (i > 0) ranges.push([at, (at += 2), 'gap']);
    ranges.push([at, (at += textOf(node).length), 'step']);
  }
  const nodes = Array.from(parent, (up, node) => ({
    parent: up,
    text: node === 0 ? '' : `${up === 0 ? '' : '\n\n'}${textOf(node)}`,
    lead: up <= 0 ? 0 : 2,
  }));
  const data = Array.from(parent, (_, node) => (node === 0 ? null : ((node * 7919) % 1000) / 1000));
  const problem = { prompt: `A search of ${parent.length} nodes` };
  const strategy = { strategy: 'given', params: {}, version: 1 };
  return [
    { stepmark: 1, kind: 'head', offsets: 'codepoint', packs: [], protocols: [] },
    { kind: 'trace', problem, raw, projection: 'plain@1', zones: [], strategy, ranges, row: {} },
    { kind: 'tree', problem, nodes, values: [{ name: 'v', on: 'node', means: 'v', data }] },
  ]
    .map((line) => `${JSON.stringify(line)}\n`)
    .join('');
}
