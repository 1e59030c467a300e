import { grouped } from '../parts';
import { Occupancy } from './occupancy';
import type { Box } from './occupancy';
import { plainLine } from './nodeText';
import type { Palette } from './palette';
import type { Pen } from './pen';
import type { Scene } from './scene';
import { fitText, textWidth } from './textWidth';
import { valueText } from './treeValues';
import type { NodeShape, VisibleShapes } from './visibleShapes';

interface LabelPart {
  text: string;
  look: 'strong' | 'value' | 'text' | 'pill';
}
const FONT_PX = 11;
const LONGEST_ANSWER = 14;
/** More would not be read. */
const MOST_LABELS = 400;
/** Under the hand: a frame has no time for more. */
const MOST_MOVING = 140;
/** Nodes smaller than this carry no label unless they lie on a path. */
const SMALL = 3.4;
/** Widest piece of a step's own text, and the least that tells something, px. */
const TEXT = { most: 300, least: 44 };

/** On one line, without characters that turn the direction of what follows. */
function shortAnswer(answer: string): string {
  const line = answer.replace(/[\s\u202A-\u202E\u2066-\u2069]+/g, ' ').trim();
  return line.length > LONGEST_ANSWER ? `${line.slice(0, LONGEST_ANSWER - 1)}…` : line;
}

export function labelParts(scene: Scene, node: number, isLeaf: boolean, folded = 0): LabelPart[] {
  const parts: LabelPart[] = [];
  const answer = isLeaf ? scene.open.answers?.[node] : undefined;
  if (answer !== undefined && answer.trim() !== '') parts.push({ text: shortAnswer(answer), look: 'strong' });
  const { shown, mayShow, mayCompare, colour } = scene;
  const maySee = colour === 'advantage' ? mayCompare(node) : mayShow(node);
  const value = shown === undefined || !maySee ? undefined : valueText(shown, node);
  if (value !== undefined) parts.push({ text: value, look: 'value' });
  const equal = scene.open.counts?.[node] ?? 1;
  if (equal > 1) parts.push({ text: `×${equal}`, look: 'value' });
  if (folded > 0) parts.push({ text: `+${grouped(folded)}`, look: 'pill' });
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
  ctx: Pen,
  palette: Palette,
  scene: Scene,
  { nodes, wedges, chains }: VisibleShapes,
  { level, width, isMoving }: { level: number; width: number; isMoving: boolean },
): void {
  const rank = ({ node }: NodeShape) => (scene.path.has(node) ? 0 : scene.best.has(node) ? 1 : 2);
  const taken = new Occupancy();
  for (const shape of nodes) taken.add(boxOf(shape));
  const wanted = nodes
    .filter((shape) => shape.radius >= SMALL || rank(shape) < 2)
    .toSorted((a, b) => rank(a) - rank(b))
    .slice(0, isMoving ? MOST_MOVING : MOST_LABELS);
  const write = (parts: LabelPart[], place: Place): boolean => {
    if (parts.length === 0) return false;
    const box = boxOfLabel(ctx, palette, parts, place);
    if (!taken.isFree(box)) return false;
    taken.add(box);
    writeLabel(ctx, palette, box, parts, !isMoving);
    return true;
  };
  for (const { x, y, count } of chains.slice(0, MOST_LABELS)) {
    write([{ text: `+${grouped(count)}`, look: 'pill' }], { x, y, isCentred: true, room: level });
  }
  for (const { node, x, y, radius, isLeaf, folded } of wanted) {
    const parts = labelParts(scene, node, isLeaf, folded);
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
  for (const { x1, y, leaves } of wedges.slice(0, MOST_LABELS)) {
    write([{ text: grouped(leaves), look: 'text' }], { x: x1 + 5, y, isCentred: false, room: 60 });
  }
}

/** As much of the node's own text as there is room for. */
function textPart(
  ctx: Pen,
  palette: Palette,
  { open }: Scene,
  node: number,
  before: readonly LabelPart[],
  { room }: Place,
): LabelPart[] {
  const left = Math.min(TEXT.most, room - widthOf(ctx, palette, before) - (before.length > 0 ? GAP : 0));
  if (left < TEXT.least) return [];
  const text = fitText(ctx, fontOf(palette, 'text'), plainLine(open, node), left);
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

function widthOf(ctx: Pen, palette: Palette, parts: readonly LabelPart[]): number {
  let width = GAP * Math.max(0, parts.length - 1);
  for (const { text, look } of parts) {
    width += textWidth(ctx, fontOf(palette, look), text) + (look === 'pill' ? 2 * PILL : 0);
  }
  return width;
}

function boxOfLabel(
  ctx: Pen,
  palette: Palette,
  parts: readonly LabelPart[],
  { x, y, isCentred }: Place,
): Box {
  const width = widthOf(ctx, palette, parts);
  const left = isCentred ? x - width / 2 : x;
  return { left, top: y - HALF_LINE, right: left + width, bottom: y + HALF_LINE };
}

const INK = { strong: '--ink', value: '--ink-2', text: '--ink-3', pill: '--ink-2' } as const;
/** Room of a pill at either end, px. */
const PILL = 6;

function writeLabel(
  ctx: Pen,
  palette: Palette,
  { left, top, bottom }: Box,
  parts: readonly LabelPart[],
  hasHalo: boolean,
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
    const width = widthOf(ctx, palette, [part]);
    const isPill = part.look === 'pill';
    if (isPill) paintPill(ctx, palette, x, (top + bottom) / 2, width);
    else if (hasHalo) ctx.strokeText(part.text, x, (top + bottom) / 2);
    ctx.fillText(part.text, isPill ? x + PILL : x, (top + bottom) / 2);
    x += width + GAP;
  }
}

function paintPill(ctx: Pen, palette: Palette, x: number, y: number, width: number): void {
  ctx.beginPath();
  ctx.roundRect(x, y - 8, width, 16, 8);
  const ink = ctx.fillStyle;
  ctx.fillStyle = palette['--surface'];
  ctx.fill();
  ctx.fillStyle = ink;
  ctx.lineWidth = 1;
  ctx.strokeStyle = palette['--line-control'];
  ctx.stroke();
  ctx.lineWidth = 3;
  ctx.strokeStyle = palette['--bg'];
}
