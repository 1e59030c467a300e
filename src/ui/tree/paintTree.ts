import { paintEdges } from './paintEdges';
import { paintLabels } from './paintLabels';
import { paintBadges, paintNodes, paintRing } from './paintNodes';
import type { Palette } from './palette';
import type { Pen } from './pen';
import type { Scene } from './scene';
import type { Size, Viewport } from './viewport';
import type { VisibleShapes, WedgeShape } from './visibleShapes';

/** Room of the level numbers at the top, px. */
const HEADER = 34;

export interface PaintOptions {
  /** Under the pointer. */
  hovered?: number | undefined;
  /** Pixels of the device in one CSS px. */
  density: number;
  /** Under the hand: what costs most and is missed least is left out. */
  isMoving?: boolean;
  /** They follow in the next frame: a tree that was just opened has to be in sight first. */
  withoutLabels?: boolean;
}

export function paintTree(
  ctx: Pen,
  palette: Palette,
  scene: Scene,
  view: Viewport,
  size: Size,
  shapes: VisibleShapes,
  { hovered, density, isMoving = false, withoutLabels = false }: PaintOptions,
): void {
  const pixel = 1 / density;
  ctx.clearRect(0, 0, size.width, size.height);
  paintGrid(ctx, palette, scene, view, size);
  paintWedges(ctx, palette, shapes.wedges);
  paintEdges(ctx, palette, shapes.edges, pixel, isMoving);
  paintNodes(ctx, palette, scene, shapes.nodes, pixel);
  for (const shape of shapes.nodes) {
    if (shape.node === scene.node) paintRing(ctx, palette, shape, '--accent');
    else if (shape.node === hovered) paintRing(ctx, palette, shape, '--ink');
  }
  if (scene.colour !== 'verdict') paintBadges(ctx, palette, scene, shapes.nodes);
  if (!withoutLabels)
    paintLabels(ctx, palette, scene, shapes, { level: view.level, width: size.width, isMoving });
  paintHeader(ctx, palette, scene, view, size);
}

/** Every level, or every 2nd, 5th, 10th where they lie close. */
function shownLevels({ drawn: { extents } }: Scene, view: Viewport, { width }: Size): number[] {
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
  const bottom = Math.min(size.height, view.top + (scene.drawn.extents.rows - 1) * view.row + 24);
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
  // Where chains are drawn together a column is no step.
  if (scene.drawn.chains !== undefined) return;
  for (const level of shownLevels(scene, view, size)) {
    ctx.fillText(String(level), view.left + level * view.level, HEADER / 2 + 4);
  }
}

function paintWedges(ctx: Pen, palette: Palette, wedges: readonly WedgeShape[]): void {
  ctx.fillStyle = palette['--line'];
  ctx.beginPath();
  for (const { x0, x1, y, top, bottom } of wedges) {
    ctx.moveTo(x0, y);
    ctx.lineTo(x1, top);
    ctx.lineTo(x1, bottom);
    ctx.closePath();
  }
  ctx.fill();
}
