import { childrenOf } from '../../core/tree';
import type { Scene } from './scene';
import type { Size, Viewport } from './viewport';
import { isLeftBehind } from './viewOptions';

export interface NodeShape {
  node: number;
  x: number;
  y: number;
  radius: number;
  /** Nothing is drawn below it. */
  isLeaf: boolean;
  /** How many nodes are folded into it. */
  folded: number;
}
export interface EdgeShape {
  x0: number;
  y0: number;
  x1: number;
  y1: number;
  kind: 'plain' | 'path' | 'best' | 'second' | 'left';
}
/** Stands for everything below a node whose rows lie too close to be told apart. */
export interface WedgeShape {
  x0: number;
  y: number;
  x1: number;
  top: number;
  bottom: number;
  leaves: number;
}
/** A folded chain: its count stands between its two ends. */
export interface ChainShape {
  head: number;
  x: number;
  y: number;
  count: number;
}
export interface VisibleShapes {
  nodes: NodeShape[];
  edges: EdgeShape[];
  wedges: WedgeShape[];
  chains: ChainShape[];
}

/** Rows closer than this are one row, px. */
const SAME_ROW = 1.5;
/** Edges of one node closer than this are one grey field, and long curves are what a frame costs most. */
const SAME_EDGE = 3;
/** More edges from one node are a fan that looks the same. */
const MOST_FAN = 160;
const WEDGE_BELOW = 5;
/** A node or its label may reach this far beyond its place. */
const REACH = 30;

function radiusOf({ open, drawn: { extents }, size }: Scene, node: number, view: Viewport): number {
  const bySize =
    extents.mostThrough <= 1 || size === 'same'
      ? 9
      : 5.5 + 12.5 * Math.sqrt((open.through[node] ?? 0) / extents.mostThrough);
  const rows = extents.bottom[node]! - extents.top[node]! + 1;
  return Math.max(1.2, Math.min(bySize, 0.42 * view.level, 0.42 * rows * view.row));
}

/** What of the tree is in sight, with what is too small to see left out: the work goes with the size of the
 *  canvas, not of the tree. The cursor's path and the best path are always kept. */
export function visibleShapes(scene: Scene, view: Viewport, size: Size): VisibleShapes {
  const shapes: VisibleShapes = { nodes: [], edges: [], wedges: [], chains: [] };
  const waiting = [0];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    const x = view.left + scene.drawn.x[node]! * view.level;
    const y = view.top + scene.drawn.y[node]! * view.row;
    if (x > size.width + REACH) continue;
    const all = childrenOf(scene.drawn, node);
    const { hidden } = scene;
    const children = hidden === undefined ? all : all.filter((child) => hidden.hidden[child] === 0);
    if (x > -REACH && y > -REACH && y < size.height + REACH) {
      shapes.nodes.push({
        node,
        x,
        y,
        radius: radiusOf(scene, node, view),
        isLeaf: children.length === 0,
        folded: hidden?.folded[node] ?? 0,
      });
    }
    const count = scene.drawn.chains?.counts.get(node);
    if (count !== undefined && y > -REACH && y < size.height + REACH) {
      shapes.chains.push({ head: node, x: x + view.level / 2, y, count });
    }
    if (isWedge(scene, node, view)) shapes.wedges.push(wedgeAt(scene, node, view, size));
    else waiting.push(...childrenInSight(scene, { x, y }, children, view, size, shapes.edges));
  }
  addSecondParents(scene, view, size, shapes.edges);
  return shapes;
}

const isKept = ({ path, best }: Scene, node: number) => path.has(node) || best.has(node);

function isWedge(scene: Scene, node: number, { row }: Viewport): boolean {
  const { top, bottom, leaves } = scene.drawn.extents;
  return leaves[node]! > 2 && (bottom[node]! - top[node]!) * row < WEDGE_BELOW && !isKept(scene, node);
}

function wedgeAt(
  { drawn: { x, y, extents } }: Scene,
  node: number,
  view: Viewport,
  { width }: Size,
): WedgeShape {
  return {
    x0: view.left + x[node]! * view.level,
    x1: Math.min(view.left + extents.deepest[node]! * view.level, width),
    y: view.top + y[node]! * view.row,
    top: view.top + extents.top[node]! * view.row - 1,
    bottom: view.top + extents.bottom[node]! * view.row + 1,
    leaves: extents.leaves[node]!,
  };
}

/** Adds the edges from a node and gives the children to go on with. */
function childrenInSight(
  scene: Scene,
  from: { x: number; y: number },
  children: Int32Array,
  view: Viewport,
  size: Size,
  edges: EdgeShape[],
): number[] {
  const inSight: number[] = [];
  const x1 = from.x + view.level;
  let lastBottom = -Infinity;
  let lastEdge = -Infinity;
  const gap = edgeGap(scene, children, view, size);
  for (const child of children) {
    const kept = isKept(scene, child);
    const bottom = view.top + scene.drawn.extents.bottom[child]! * view.row;
    if (!kept && bottom - lastBottom < SAME_ROW) continue;
    if (!kept) lastBottom = bottom;
    const y1 = view.top + scene.drawn.y[child]! * view.row;
    const crosses = x1 > 0 && Math.max(from.y, y1) > 0 && Math.min(from.y, y1) < size.height;
    // To a child far out of sight an edge is one more upright among many.
    const isNear = y1 > -size.height && y1 < 2 * size.height;
    if (crosses && (kept || (isNear && y1 - lastEdge >= gap))) {
      if (!kept) lastEdge = y1;
      const kind = kindOfEdge(scene, child);
      edges.push({ x0: from.x, y0: from.y, x1, y1, kind });
    }
    const top = view.top + scene.drawn.extents.top[child]! * view.row;
    if (bottom > -REACH && top < size.height + REACH) inSight.push(child);
  }
  return inSight.reverse();
}

function edgeGap({ drawn }: Scene, children: Int32Array, view: Viewport, { height }: Size): number {
  if (children.length <= MOST_FAN) return SAME_EDGE;
  const first = Math.max(-height, view.top + drawn.y[children[0]!]! * view.row);
  const last = Math.min(2 * height, view.top + drawn.y[children.at(-1)!]! * view.row);
  return Math.max(SAME_EDGE, (last - first) / MOST_FAN);
}

function kindOfEdge({ best, path, open }: Scene, child: number): EdgeShape['kind'] {
  if (best.has(child)) return 'best';
  if (path.has(child)) return 'path';
  return isLeftBehind(open, child) ? 'left' : 'plain';
}

function addSecondParents(
  { open, drawn, hidden }: Scene,
  view: Viewport,
  { height }: Size,
  edges: EdgeShape[],
): void {
  for (const [child, parent] of open.tree.extraParents) {
    if (hidden !== undefined && (hidden.hidden[child] === 1 || hidden.hidden[parent] === 1)) continue;
    const y0 = view.top + drawn.y[parent]! * view.row;
    const y1 = view.top + drawn.y[child]! * view.row;
    if (Math.max(y0, y1) < 0 || Math.min(y0, y1) > height) continue;
    const x0 = view.left + drawn.x[parent]! * view.level;
    edges.push({ x0, y0, x1: view.left + drawn.x[child]! * view.level, y1, kind: 'second' });
  }
}
