import type { Palette } from './palette';
import type { Pen } from './pen';
import type { EdgeShape } from './visibleShapes';

const EDGE_LOOK = {
  plain: { colour: '--line-control', alpha: 0.55, width: 1, dash: [] },
  left: { colour: '--line-control', alpha: 0.75, width: 1, dash: [1.5, 3] },
  second: { colour: '--line-control', alpha: 0.9, width: 1, dash: [5, 3] },
  path: { colour: '--accent', alpha: 1, width: 1.75, dash: [] },
  best: { colour: '--ink', alpha: 1, width: 2.5, dash: [] },
} as const;
/** More dashes than this could not be told apart, and they cost thirty times what a hairline does: at rest a tenth
 *  of a second would be felt, under the hand a frame. */
const MOST_DASHED_PX = { atRest: 30_000, moving: 3000 };
const DENSE_ALPHA = 0.4;
/** More lines than this are drawn one pixel of the device wide: wider ones cost ten times as much. */
const CROWD = 150;

/** One path a kind. `pixel`: CSS px of one pixel of the device. */
export function paintEdges(
  ctx: Pen,
  palette: Palette,
  edges: readonly EdgeShape[],
  pixel: number,
  isMoving: boolean,
): void {
  for (const kind of ['plain', 'left', 'second', 'path', 'best'] as const) {
    const some = edges.filter((edge) => edge.kind === kind);
    if (some.length === 0) continue;
    const { colour, alpha, width, dash } = EDGE_LOOK[kind];
    const isDense = dash.length > 0 && lengthOf(some) > MOST_DASHED_PX[isMoving ? 'moving' : 'atRest'];
    ctx.beginPath();
    for (const edge of some) traceEdge(ctx, edge);
    ctx.strokeStyle = palette[colour];
    ctx.globalAlpha = isDense ? DENSE_ALPHA : alpha;
    ctx.lineWidth = some.length > CROWD ? Math.min(width, pixel) : width;
    ctx.setLineDash(isDense ? [] : [...dash]);
    ctx.stroke();
  }
  ctx.globalAlpha = 1;
  ctx.setLineDash([]);
}

function traceEdge(ctx: Pen, { x0, y0, x1, y1 }: EdgeShape): void {
  ctx.moveTo(x0, y0);
  if (Math.abs(y0 - y1) < 1) ctx.lineTo(x1, y1);
  else ctx.bezierCurveTo((x0 + x1) / 2, y0, (x0 + x1) / 2, y1, x1, y1);
}

/** Nearly: along the two axes. */
const lengthOf = (edges: readonly EdgeShape[]) =>
  edges.reduce((sum, { x0, y0, x1, y1 }) => sum + Math.abs(x1 - x0) + Math.abs(y1 - y0), 0);
