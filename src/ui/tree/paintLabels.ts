import { Occupancy } from './occupancy';
import type { Box } from './occupancy';
import type { Palette } from './palette';
import type { Scene } from './scene';
import { valueText } from './treeValues';
import type { NodeShape } from './visibleShapes';

interface LabelPart {
  text: string;
  strong: boolean;
}
const FONT_PX = 11;
const LONGEST_ANSWER = 14;
/** More would not be read. */
const MOST_LABELS = 400;
/** Nodes smaller than this carry no label unless they lie on a path. */
const SMALL = 4.5;

/** On one line, without characters that turn the direction of what follows. */
function shortAnswer(answer: string): string {
  const line = answer.replace(/[\s\u202A-\u202E\u2066-\u2069]+/g, ' ').trim();
  return line.length > LONGEST_ANSWER ? `${line.slice(0, LONGEST_ANSWER - 1)}…` : line;
}

export function labelParts(scene: Scene, node: number, isLeaf: boolean): LabelPart[] {
  const parts: LabelPart[] = [];
  const answer = isLeaf ? scene.open.answers?.[node] : undefined;
  if (answer !== undefined && answer.trim() !== '') parts.push({ text: shortAnswer(answer), strong: true });
  const value = scene.set === undefined || !scene.mayShow(node) ? undefined : valueText(scene.set, node);
  if (value !== undefined) parts.push({ text: value, strong: false });
  const equal = scene.open.counts?.[node] ?? 1;
  if (equal > 1) parts.push({ text: `×${equal}`, strong: false });
  return parts;
}

/** Labels that meet no node and no other label; those of the paths come first. */
export function paintLabels(
  ctx: CanvasRenderingContext2D,
  palette: Palette,
  scene: Scene,
  nodes: readonly NodeShape[],
): void {
  const rank = ({ node }: NodeShape) => (scene.path.has(node) ? 0 : scene.best.has(node) ? 1 : 2);
  const taken = new Occupancy();
  for (const shape of nodes) taken.add(boxOf(shape));
  const wanted = nodes
    .filter((shape) => shape.radius >= SMALL || rank(shape) < 2)
    .toSorted((a, b) => rank(a) - rank(b))
    .slice(0, MOST_LABELS);
  for (const shape of wanted) {
    const parts = labelParts(scene, shape.node, shape.isLeaf);
    if (parts.length === 0) continue;
    const box = placeLabel(ctx, palette, shape, parts);
    if (!taken.isFree(box)) continue;
    taken.add(box);
    writeLabel(ctx, palette, box, parts);
  }
}

function boxOf({ x, y, radius }: NodeShape): Box {
  return { left: x - radius, top: y - radius, right: x + radius, bottom: y + radius };
}

const fontOf = (palette: Palette, strong: boolean) => `${strong ? 600 : 400} ${FONT_PX}px ${palette.font}`;
const GAP = 4;

function placeLabel(
  ctx: CanvasRenderingContext2D,
  palette: Palette,
  { x, y, radius, isLeaf }: NodeShape,
  parts: readonly LabelPart[],
): Box {
  let width = GAP * (parts.length - 1);
  for (const { text, strong } of parts) {
    ctx.font = fontOf(palette, strong);
    width += ctx.measureText(text).width;
  }
  const half = FONT_PX / 2 + 1;
  if (isLeaf) {
    // The badge of a verdict stands at the upper right of its node.
    const left = x + radius + (radius < 8 ? 10 : 8);
    return { left, top: y - half, right: left + width, bottom: y + half };
  }
  const middle = y + radius + 11;
  return { left: x - width / 2, top: middle - half, right: x + width / 2, bottom: middle + half };
}

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
  for (const { text, strong } of parts) {
    ctx.font = fontOf(palette, strong);
    ctx.fillStyle = palette[strong ? '--ink' : '--ink-2'];
    ctx.strokeText(text, x, (top + bottom) / 2);
    ctx.fillText(text, x, (top + bottom) / 2);
    x += ctx.measureText(text).width + GAP;
  }
}
