import { Occupancy } from './occupancy';
import type { Box } from './occupancy';
import { plainLine } from './nodeText';
import type { Palette } from './palette';
import type { Scene } from './scene';
import { valueText } from './treeValues';
import type { NodeShape } from './visibleShapes';

interface LabelPart {
  text: string;
  look: 'strong' | 'value' | 'text';
}
const FONT_PX = 11;
const LONGEST_ANSWER = 14;
/** More would not be read. */
const MOST_LABELS = 400;
/** Nodes smaller than this carry no label unless they lie on a path. */
const SMALL = 3.4;
/** Widest piece of a step's own text, and the least that tells something, px. */
const TEXT = { most: 300, least: 44 };

/** On one line, without characters that turn the direction of what follows. */
function shortAnswer(answer: string): string {
  const line = answer.replace(/[\s\u202A-\u202E\u2066-\u2069]+/g, ' ').trim();
  return line.length > LONGEST_ANSWER ? `${line.slice(0, LONGEST_ANSWER - 1)}…` : line;
}

export function labelParts(scene: Scene, node: number, isLeaf: boolean): LabelPart[] {
  const parts: LabelPart[] = [];
  const answer = isLeaf ? scene.open.answers?.[node] : undefined;
  if (answer !== undefined && answer.trim() !== '') parts.push({ text: shortAnswer(answer), look: 'strong' });
  const { shown, mayShow, mayCompare, colour } = scene;
  const maySee = colour === 'advantage' ? mayCompare(node) : mayShow(node);
  const value = shown === undefined || !maySee ? undefined : valueText(shown, node);
  if (value !== undefined) parts.push({ text: value, look: 'value' });
  const equal = scene.open.counts?.[node] ?? 1;
  if (equal > 1) parts.push({ text: `×${equal}`, look: 'value' });
  return parts;
}

/** Where a label stands, and how wide its text may be. */
interface Place {
  /** Left end, or the middle of a label below its node. */
  x: number;
  y: number;
  isCentred: boolean;
  room: number;
}

/** Labels that meet no node and no other label; those of the paths come first. Behind a leaf its row is free up
 *  to the edge of the canvas, so its own text stands there; an inner node has the width of a level below it. */
export function paintLabels(
  ctx: CanvasRenderingContext2D,
  palette: Palette,
  scene: Scene,
  nodes: readonly NodeShape[],
  { level, width }: { level: number; width: number },
): void {
  const rank = ({ node }: NodeShape) => (scene.path.has(node) ? 0 : scene.best.has(node) ? 1 : 2);
  const taken = new Occupancy();
  for (const shape of nodes) taken.add(boxOf(shape));
  const wanted = nodes
    .filter((shape) => shape.radius >= SMALL || rank(shape) < 2)
    .toSorted((a, b) => rank(a) - rank(b))
    .slice(0, MOST_LABELS);
  const write = (parts: LabelPart[], place: Place): boolean => {
    if (parts.length === 0) return false;
    const box = boxOfLabel(ctx, palette, parts, place);
    if (!taken.isFree(box)) return false;
    taken.add(box);
    writeLabel(ctx, palette, box, parts);
    return true;
  };
  for (const { node, x, y, radius, isLeaf } of wanted) {
    const parts = labelParts(scene, node, isLeaf);
    if (isLeaf) {
      // The badge of a verdict stands at the upper right of its node.
      const left = x + radius + (radius < 8 ? 10 : 8);
      const place = { x: left, y, isCentred: false, room: width - left - 8 };
      const full = [...parts, ...textPart(ctx, palette, scene, node, parts, place)];
      if (!write(full, place)) write(parts, place);
    } else {
      const place = { x, y: y + radius + 11, isCentred: true, room: level * 0.82 };
      const isWritten = write(parts, place);
      if (radius < SMALL * 1.5) continue;
      const below = { ...place, y: place.y + (isWritten ? FONT_PX + 3 : 0) };
      write(textPart(ctx, palette, scene, node, [], below), below);
    }
  }
}

/** As much of the node's own text as there is room for. */
function textPart(
  ctx: CanvasRenderingContext2D,
  palette: Palette,
  { open }: Scene,
  node: number,
  before: readonly LabelPart[],
  { room }: Place,
): LabelPart[] {
  const left = Math.min(TEXT.most, room - widthOf(ctx, palette, before) - (before.length > 0 ? GAP : 0));
  if (left < TEXT.least) return [];
  const line = plainLine(open, node);
  let text = line;
  // The width goes with the length closely enough to be right at the second try.
  for (let tries = 0; tries < 4 && text !== ''; tries++) {
    const width = widthOf(ctx, palette, [{ text, look: 'text' }]);
    if (width <= left) break;
    text = `${text.slice(0, Math.max(1, Math.floor((text.length * left) / width) - 1)).trimEnd()}…`;
  }
  return text === '' ? [] : [{ text, look: 'text' }];
}

function boxOf({ x, y, radius }: NodeShape): Box {
  return { left: x - radius, top: y - radius, right: x + radius, bottom: y + radius };
}

const fontOf = (palette: Palette, look: LabelPart['look']) =>
  `${look === 'strong' ? 600 : 400} ${FONT_PX}px ${palette.font}`;
const GAP = 4;
/** Small letters of two rows this close do not touch. */
const HALF_LINE = 5;
const MOST_WIDTHS = 5000;
const widths = new Map<string, number>();

/** Measuring costs more than writing, and the same labels come in every frame. */
function widthOf(ctx: CanvasRenderingContext2D, palette: Palette, parts: readonly LabelPart[]): number {
  let width = GAP * Math.max(0, parts.length - 1);
  for (const { text, look } of parts) {
    const font = fontOf(palette, look);
    let known = widths.get(`${font} ${text}`);
    if (known === undefined) {
      ctx.font = font;
      known = ctx.measureText(text).width;
      if (widths.size > MOST_WIDTHS) widths.clear();
      widths.set(`${font} ${text}`, known);
    }
    width += known;
  }
  return width;
}

function boxOfLabel(
  ctx: CanvasRenderingContext2D,
  palette: Palette,
  parts: readonly LabelPart[],
  { x, y, isCentred }: Place,
): Box {
  const width = widthOf(ctx, palette, parts);
  const left = isCentred ? x - width / 2 : x;
  return { left, top: y - HALF_LINE, right: left + width, bottom: y + HALF_LINE };
}

const INK = { strong: '--ink', value: '--ink-2', text: '--ink-3' } as const;

function writeLabel(
  ctx: CanvasRenderingContext2D,
  palette: Palette,
  { left, top, bottom }: Box,
  parts: readonly LabelPart[],
): void {
  ctx.textAlign = 'left';
  ctx.textBaseline = 'middle';
  ctx.lineJoin = 'round';
  ctx.lineWidth = 3;
  ctx.strokeStyle = palette['--bg'];
  let x = left;
  for (const part of parts) {
    ctx.font = fontOf(palette, part.look);
    ctx.fillStyle = palette[INK[part.look]];
    ctx.strokeText(part.text, x, (top + bottom) / 2);
    ctx.fillText(part.text, x, (top + bottom) / 2);
    x += widthOf(ctx, palette, [part]) + GAP;
  }
}
