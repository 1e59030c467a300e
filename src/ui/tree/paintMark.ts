import type { Verdict } from '../../core/model';
import type { Palette } from './palette';
import type { Pen } from './pen';
import { SvgContext } from './svgContext';

// The silhouettes of ui/parts/VerdictMark, on the same 18 × 18 field.
const OUTLINE: Record<Verdict, string> = {
  correct: 'M1.75 9a7.25 7.25 0 1 0 14.5 0a7.25 7.25 0 1 0 -14.5 0Z',
  redundant: 'M9 1.2 16.8 9 9 16.8 1.2 9Z',
  erroneous: 'M2 2H16V16H2Z',
};
const SIGN: Record<Verdict, string> = {
  correct: 'M5.6 9.3 8 11.7l4.5-5',
  redundant: 'M6 7.6h6M6 10.6h6',
  erroneous: 'm5.9 5.9 6.2 6.2m0-6.2-6.2 6.2',
};
const paths = new Map<string, Path2D>();
function pathFor(data: string): Path2D {
  let path = paths.get(data);
  if (path === undefined) paths.set(data, (path = new Path2D(data)));
  return path;
}

const EDGE = {
  correct: '--v-correct',
  redundant: '--v-redundant-edge',
  erroneous: '--v-erroneous',
} as const;
const FILL = { correct: '--v-correct', redundant: '--v-redundant', erroneous: '--v-erroneous' } as const;
const ON = {
  correct: '--v-correct-on',
  redundant: '--v-redundant-on',
  erroneous: '--v-erroneous-on',
} as const;
/** Below this size the sign inside is a smudge; the silhouette still tells. */
const SIGN_FROM = 10;

export interface Mark {
  verdict: Verdict;
  hollow: boolean;
  x: number;
  y: number;
  size: number;
  /** Colour of the gap that parts the mark from what lies under it. */
  halo?: string;
}

function strokePath(ctx: Pen, data: string): void {
  if (ctx instanceof SvgContext) ctx.stroke(data);
  else ctx.stroke(pathFor(data));
}

export function paintMark(ctx: Pen, palette: Palette, mark: Mark): void {
  const { verdict, hollow, x, y, size, halo } = mark;
  ctx.save();
  ctx.translate(x - size / 2, y - size / 2);
  ctx.scale(size / 18, size / 18);
  const outline = OUTLINE[verdict];
  ctx.lineJoin = 'round';
  ctx.lineCap = 'round';
  if (halo !== undefined) {
    ctx.strokeStyle = halo;
    ctx.lineWidth = 5;
    strokePath(ctx, outline);
  }
  ctx.fillStyle = hollow ? palette['--surface'] : palette[FILL[verdict]];
  if (ctx instanceof SvgContext) ctx.fill(outline);
  else ctx.fill(pathFor(outline));
  ctx.strokeStyle = palette[EDGE[verdict]];
  ctx.lineWidth = 1.5;
  strokePath(ctx, outline);
  if (size >= SIGN_FROM) {
    ctx.strokeStyle = hollow ? palette[EDGE[verdict]] : palette[ON[verdict]];
    ctx.lineWidth = 1.8;
    strokePath(ctx, SIGN[verdict]);
  }
  ctx.restore();
}
