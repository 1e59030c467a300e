import { valueAt } from '../../core/tree';
import { paintLabels } from './paintLabels';
import { paintMark } from './paintMark';
import type { Palette } from './palette';
import type { Pen } from './pen';
import type { Scene } from './scene';
import { colourOf } from './treeValues';
import type { Size, Viewport } from './viewport';
import type { EdgeShape, NodeShape, VisibleShapes, WedgeShape } from './visibleShapes';

/** Room of the level numbers at the top, px. */
const HEADER = 34;
const BADGE = 14;

export interface Highlight {
  /** Under the pointer. */
  hovered: number | undefined;
}

export function paintTree(
  ctx: Pen,
  palette: Palette,
  scene: Scene,
  view: Viewport,
  size: Size,
  shapes: VisibleShapes,
  { hovered }: Highlight,
): void {
  ctx.clearRect(0, 0, size.width, size.height);
  paintGrid(ctx, palette, scene, view, size);
  for (const wedge of shapes.wedges) paintWedge(ctx, palette, wedge);
  paintEdges(ctx, palette, shapes.edges);
  for (const shape of shapes.nodes) {
    if (scene.colour === 'verdict') paintByVerdict(ctx, palette, scene, shape);
    else if (scene.colour === 'disagreement') paintByDisagreement(ctx, palette, scene, shape);
    else paintByValue(ctx, palette, scene, shape);
    if (shape.node === scene.node) paintRing(ctx, palette, shape, '--accent');
    else if (shape.node === hovered) paintRing(ctx, palette, shape, '--ink');
  }
  if (scene.colour !== 'verdict') paintBadges(ctx, palette, scene, shapes.nodes);
  paintLabels(ctx, palette, scene, shapes, { level: view.level, width: size.width });
  paintHeader(ctx, palette, scene, view, size);
}

/** Every level, or every 2nd, 5th, 10th where they lie close. */
function shownLevels({ extents }: Scene, view: Viewport, { width }: Size): number[] {
  const every = [1, 2, 5, 10, 20, 50, 100].find((n) => n * view.level >= 28) ?? 200;
  const first = Math.max(1, Math.ceil(-view.left / view.level));
  const last = Math.min(extents.levels, Math.floor((width - view.left) / view.level));
  const levels: number[] = [];
  for (let level = Math.ceil(first / every) * every; level <= last; level += every) levels.push(level);
  return levels;
}

function paintGrid(ctx: Pen, palette: Palette, scene: Scene, view: Viewport, size: Size): void {
  ctx.strokeStyle = palette['--line'];
  ctx.lineWidth = 1;
  ctx.setLineDash([]);
  ctx.beginPath();
  const bottom = Math.min(size.height, view.top + (scene.extents.rows - 1) * view.row + 24);
  for (const level of shownLevels(scene, view, size)) {
    const x = Math.round(view.left + level * view.level) + 0.5;
    ctx.moveTo(x, HEADER);
    ctx.lineTo(x, Math.max(bottom, HEADER));
  }
  ctx.stroke();
}

function paintHeader(ctx: Pen, palette: Palette, scene: Scene, view: Viewport, size: Size): void {
  ctx.fillStyle = palette['--bg'];
  ctx.fillRect(0, 0, size.width, HEADER);
  ctx.font = `400 11px ${palette.font}`;
  ctx.textAlign = 'center';
  ctx.textBaseline = 'middle';
  ctx.fillStyle = palette['--ink-3'];
  if (view.left > 0) ctx.fillText('step', view.left, HEADER / 2 + 4);
  for (const level of shownLevels(scene, view, size)) {
    ctx.fillText(String(level), view.left + level * view.level, HEADER / 2 + 4);
  }
}

function paintWedge(ctx: Pen, palette: Palette, { x0, x1, y, top, bottom }: WedgeShape): void {
  ctx.fillStyle = palette['--line'];
  ctx.beginPath();
  ctx.moveTo(x0, y);
  ctx.lineTo(x1, top);
  ctx.lineTo(x1, bottom);
  ctx.closePath();
  ctx.fill();
}

const EDGE_LOOK = {
  plain: { colour: '--line-control', alpha: 0.55, width: 1, dash: [] },
  left: { colour: '--line-control', alpha: 0.75, width: 1, dash: [1.5, 3] },
  second: { colour: '--line-control', alpha: 0.9, width: 1, dash: [5, 3] },
  path: { colour: '--accent', alpha: 1, width: 1.75, dash: [] },
  best: { colour: '--ink', alpha: 1, width: 2.5, dash: [] },
} as const;

function paintEdges(ctx: Pen, palette: Palette, edges: readonly EdgeShape[]): void {
  for (const kind of ['plain', 'left', 'second', 'path', 'best'] as const) {
    const { colour, alpha, width, dash } = EDGE_LOOK[kind];
    ctx.beginPath();
    for (const edge of edges) {
      if (edge.kind !== kind) continue;
      const { x0, y0, x1, y1 } = edge;
      ctx.moveTo(x0, y0);
      if (Math.abs(y0 - y1) < 1) ctx.lineTo(x1, y1);
      else ctx.bezierCurveTo((x0 + x1) / 2, y0, (x0 + x1) / 2, y1, x1, y1);
    }
    ctx.strokeStyle = palette[colour];
    ctx.globalAlpha = alpha;
    ctx.lineWidth = width;
    ctx.setLineDash([...dash]);
    ctx.stroke();
  }
  ctx.globalAlpha = 1;
  ctx.setLineDash([]);
}

function disc(ctx: Pen, { x, y, radius }: NodeShape): void {
  ctx.beginPath();
  ctx.arc(x, y, radius, 0, 2 * Math.PI);
}

function paintByValue(ctx: Pen, palette: Palette, scene: Scene, shape: NodeShape): void {
  const { shown, shownScale } = scene;
  const value = shown === undefined ? undefined : valueAt(shown, shape.node);
  const maySee = scene.colour === 'advantage' ? scene.mayCompare : scene.mayShow;
  const withheld = value !== undefined && !maySee(shape.node);
  disc(ctx, shape);
  ctx.fillStyle =
    value === undefined || withheld || shownScale === undefined
      ? palette['--bg']
      : palette[colourOf(shownScale, value)];
  ctx.fill();
  if (withheld) paintHatching(ctx, palette, shape);
  disc(ctx, shape);
  ctx.strokeStyle = palette[value === undefined || withheld ? '--line-control' : '--ink-2'];
  ctx.lineWidth = shape.radius < 4 ? 0.5 : 1;
  ctx.setLineDash(value === undefined && shape.radius >= 4 ? [2, 3] : []);
  ctx.stroke();
  ctx.setLineDash([]);
}

/** Exists, but is withheld until the step is judged or revealed. The lines are cut to the disc by reckoning:
 *  thousands of clipped discs would take a frame three times over. */
function paintHatching(ctx: Pen, palette: Palette, { x, y, radius }: NodeShape): void {
  ctx.beginPath();
  for (let away = -radius + 1.4; away < radius; away += 2.8) {
    const half = Math.sqrt(radius ** 2 - away ** 2);
    ctx.moveTo(x + (away - half) * Math.SQRT1_2, y + (away + half) * Math.SQRT1_2);
    ctx.lineTo(x + (away + half) * Math.SQRT1_2, y + (away - half) * Math.SQRT1_2);
  }
  ctx.strokeStyle = palette['--line-control'];
  ctx.globalAlpha = 0.6;
  ctx.lineWidth = 1;
  ctx.setLineDash([]);
  ctx.stroke();
  ctx.globalAlpha = 1;
}

function paintByVerdict(ctx: Pen, palette: Palette, scene: Scene, shape: NodeShape): void {
  const judged = scene.judgements.get(shape.node);
  if (judged !== undefined) {
    const { verdict, hollow } = judged;
    paintMark(ctx, palette, {
      verdict,
      hollow,
      x: shape.x,
      y: shape.y,
      size: Math.max(shape.radius * 2.1, 4),
    });
    return;
  }
  disc(ctx, shape);
  ctx.fillStyle = palette['--surface'];
  ctx.fill();
  ctx.strokeStyle = palette['--v-unjudged'];
  ctx.lineWidth = shape.radius < 4 ? 0.75 : 1.2;
  ctx.setLineDash(shape.radius < 4 ? [] : [2, 3]);
  ctx.stroke();
  ctx.setLineDash([]);
}

const DISAGREES = {
  annotators: '--ink-2',
  'erroneous-without-drop': '--ink-3',
  'correct-at-largest-drop': '--ink-3',
} as const;

/** Neutral ink: who is right is not said. Not judged, or withheld: dashed. */
function paintByDisagreement(ctx: Pen, palette: Palette, scene: Scene, shape: NodeShape): void {
  const kind = scene.disagreementAt(shape.node);
  const isJudged = scene.judgements.has(shape.node);
  disc(ctx, shape);
  ctx.fillStyle = palette[kind === undefined ? '--surface' : DISAGREES[kind]];
  ctx.fill();
  ctx.strokeStyle = palette[isJudged ? '--ink-2' : '--v-unjudged'];
  ctx.lineWidth = shape.radius < 4 ? 0.75 : 1;
  ctx.setLineDash(isJudged || kind !== undefined || shape.radius < 4 ? [] : [2, 3]);
  ctx.stroke();
  ctx.setLineDash([]);
}

function paintBadges(ctx: Pen, palette: Palette, scene: Scene, nodes: readonly NodeShape[]): void {
  for (const { node, x, y, radius } of nodes) {
    const judged = scene.judgements.get(node);
    if (judged === undefined) continue;
    const { verdict, hollow } = judged;
    const size = radius < 5 ? Math.max(4, radius * 2) : Math.min(BADGE, radius * 1.5);
    const off = radius < 5 ? 0 : radius * 0.62;
    paintMark(ctx, palette, { verdict, hollow, size, x: x + off, y: y - off, halo: palette['--bg'] });
  }
}

function paintRing(ctx: Pen, palette: Palette, shape: NodeShape, colour: '--accent' | '--ink'): void {
  disc(ctx, { ...shape, radius: shape.radius + 3 });
  ctx.strokeStyle = palette[colour];
  ctx.lineWidth = 2;
  ctx.stroke();
}
