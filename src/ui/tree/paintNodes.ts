import { valueAt } from '../../core/tree';
import { paintMark } from './paintMark';
import type { Palette, Token } from './palette';
import type { Pen } from './pen';
import type { Scene } from './scene';
import { colourOf } from './treeValues';
import type { NodeShape } from './visibleShapes';

/** How a node without a verdict mark is drawn: of those that look alike one path is made, since a call for each of
 *  2,000 takes a whole frame. */
interface Look {
  fill: Token;
  stroke: Token;
  /** The fill says nothing: a node too small for its outline takes the colour of that. */
  isEmpty: boolean;
  isDashed: boolean;
  isHatched: boolean;
}
type Grain = 'tiny' | 'small' | 'large';
interface Alike {
  look: Look;
  grain: Grain;
  shapes: NodeShape[];
}

const grainOf = ({ radius }: NodeShape): Grain => (radius < 2.5 ? 'tiny' : radius < 4 ? 'small' : 'large');
/** Dashed circles take five times as long as closed ones. */
const MOST_DASHED = 200;

/** `pixel`: CSS px of one pixel of the device. */
export function paintNodes(
  ctx: Pen,
  palette: Palette,
  scene: Scene,
  nodes: readonly NodeShape[],
  pixel: number,
): void {
  const groups = new Map<string, Alike>();
  const marked: NodeShape[] = [];
  for (const shape of nodes) {
    if (scene.colour === 'verdict' && scene.judgements.has(shape.node)) {
      marked.push(shape);
      continue;
    }
    const look = lookOf(scene, shape.node);
    const grain = grainOf(shape);
    const key = `${grain} ${look.fill} ${look.stroke} ${look.isDashed} ${look.isHatched}`;
    const known = groups.get(key);
    if (known === undefined) groups.set(key, { look, grain, shapes: [shape] });
    else known.shapes.push(shape);
  }
  for (const alike of groups.values()) paintAlike(ctx, palette, alike, pixel);
  for (const shape of marked) paintVerdict(ctx, palette, scene, shape);
}

function lookOf(scene: Scene, node: number): Look {
  if (scene.colour === 'verdict') return unjudgedLook('--surface', true);
  if (scene.colour === 'disagreement') {
    const kind = scene.disagreementAt(node);
    const isJudged = scene.judgements.has(node);
    const look = unjudgedLook(
      kind === undefined ? '--surface' : DISAGREES[kind],
      !isJudged && kind === undefined,
    );
    return { ...look, stroke: isJudged ? '--ink-2' : '--v-unjudged', isEmpty: kind === undefined };
  }
  const { shown, shownScale } = scene;
  const value = shown === undefined ? undefined : valueAt(shown, node);
  const maySee = scene.colour === 'advantage' ? scene.mayCompare : scene.mayShow;
  const isHatched = value !== undefined && !maySee(node);
  if (value === undefined || isHatched || shownScale === undefined) {
    return {
      fill: '--bg',
      stroke: '--line-control',
      isEmpty: true,
      isDashed: value === undefined,
      isHatched,
    };
  }
  return {
    fill: colourOf(shownScale, value),
    stroke: '--ink-2',
    isEmpty: false,
    isDashed: false,
    isHatched: false,
  };
}

const unjudgedLook = (fill: Token, isDashed: boolean): Look => ({
  fill,
  stroke: '--v-unjudged',
  isEmpty: true,
  isDashed,
  isHatched: false,
});

/** Neutral ink: who is right is not said. */
const DISAGREES = {
  annotators: '--ink-2',
  'erroneous-without-drop': '--ink-3',
  'correct-at-largest-drop': '--ink-3',
} as const;

function paintAlike(ctx: Pen, palette: Palette, { look, grain, shapes }: Alike, pixel: number): void {
  ctx.beginPath();
  if (grain === 'tiny') {
    for (const { x, y, radius } of shapes) ctx.rect(x - radius, y - radius, 2 * radius, 2 * radius);
    ctx.fillStyle = palette[look.isEmpty ? look.stroke : look.fill];
    ctx.fill();
    return;
  }
  for (const { x, y, radius } of shapes) {
    ctx.moveTo(x + radius, y);
    ctx.arc(x, y, radius, 0, 2 * Math.PI);
  }
  ctx.fillStyle = palette[look.fill];
  ctx.fill();
  ctx.strokeStyle = palette[look.stroke];
  ctx.lineWidth = grain === 'small' ? 0.5 : shapes.length > MOST_DASHED ? pixel : 1;
  ctx.setLineDash(look.isDashed && grain === 'large' && shapes.length <= MOST_DASHED ? [2, 3] : []);
  ctx.stroke();
  ctx.setLineDash([]);
  if (look.isHatched) paintHatching(ctx, palette, shapes, pixel);
}

/** Exists, but is withheld until the step is judged or revealed. The lines are cut to the disc by reckoning:
 *  thousands of clipped discs would take a frame three times over. */
function paintHatching(ctx: Pen, palette: Palette, shapes: readonly NodeShape[], pixel: number): void {
  ctx.beginPath();
  for (const { x, y, radius } of shapes) {
    for (let away = -radius + 1.4; away < radius; away += 2.8) {
      const half = Math.sqrt(radius ** 2 - away ** 2);
      ctx.moveTo(x + (away - half) * Math.SQRT1_2, y + (away + half) * Math.SQRT1_2);
      ctx.lineTo(x + (away + half) * Math.SQRT1_2, y + (away - half) * Math.SQRT1_2);
    }
  }
  ctx.strokeStyle = palette['--line-control'];
  ctx.globalAlpha = 0.6;
  ctx.lineWidth = Math.min(1, shapes.length > MOST_DASHED ? pixel : 1);
  ctx.stroke();
  ctx.globalAlpha = 1;
}

function paintVerdict(ctx: Pen, palette: Palette, scene: Scene, { node, x, y, radius }: NodeShape): void {
  const { verdict, hollow } = scene.judgements.get(node)!;
  paintMark(ctx, palette, { verdict, hollow, x, y, size: Math.max(radius * 2.1, 4) });
}

const BADGE = 14;

/** The verdict beside a node whose colour says something else. */
export function paintBadges(ctx: Pen, palette: Palette, scene: Scene, nodes: readonly NodeShape[]): void {
  for (const { node, x, y, radius } of nodes) {
    const judged = scene.judgements.get(node);
    if (judged === undefined) continue;
    const { verdict, hollow } = judged;
    const size = radius < 5 ? Math.max(4, radius * 2) : Math.min(BADGE, radius * 1.5);
    const off = radius < 5 ? 0 : radius * 0.62;
    paintMark(ctx, palette, { verdict, hollow, size, x: x + off, y: y - off, halo: palette['--bg'] });
  }
}

export function paintRing(
  ctx: Pen,
  palette: Palette,
  { x, y, radius }: NodeShape,
  colour: '--accent' | '--ink',
): void {
  ctx.beginPath();
  ctx.arc(x, y, radius + 3, 0, 2 * Math.PI);
  ctx.strokeStyle = palette[colour];
  ctx.lineWidth = 2;
  ctx.stroke();
}
