import type { Palette } from './palette';
import type { Scene } from './scene';
import type { Size, Viewport } from './viewport';

const MAP = { width: 180, height: 110, right: 16, bottom: 68, pad: 8 };
/** More lines would be one grey field. */
const MOST_LINES = 3000;

export interface MinimapBox {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** Where the map stands; undefined: all of the tree is in sight, or there is no room. */
export function minimapBox(
  { drawn: { extents } }: Scene,
  view: Viewport,
  size: Size,
): MinimapBox | undefined {
  const right = view.left + extents.levels * view.level;
  const bottom = view.top + (extents.rows - 1) * view.row;
  const isWhole = view.left >= -4 && view.top >= -4 && right <= size.width + 4 && bottom <= size.height + 4;
  if (isWhole || size.width < 640 || size.height < 360) return undefined;
  return {
    x: size.width - MAP.width - MAP.right,
    y: size.height - MAP.height - MAP.bottom,
    width: MAP.width,
    height: MAP.height,
  };
}

const place = ({ x, y, width, height }: MinimapBox, { drawn: { extents } }: Scene) => ({
  x: (level: number) => x + MAP.pad + (level / Math.max(1, extents.levels)) * (width - 2 * MAP.pad),
  y: (row: number) => y + MAP.pad + (row / Math.max(1, extents.rows - 1)) * (height - 2 * MAP.pad),
});

/** The tree on the map, the same for every view: painted once and kept. */
export function minimapGround(scene: Scene, palette: Palette, density: number): HTMLCanvasElement {
  const canvas = document.createElement('canvas');
  canvas.width = MAP.width * density;
  canvas.height = MAP.height * density;
  const ctx = canvas.getContext('2d');
  if (ctx === null) return canvas;
  ctx.scale(density, density);
  ctx.fillStyle = palette['--surface'];
  ctx.strokeStyle = palette['--line-2'];
  ctx.beginPath();
  ctx.roundRect(0.5, 0.5, MAP.width - 1, MAP.height - 1, 6);
  ctx.fill();
  ctx.stroke();
  const at = place({ x: 0, y: 0, width: MAP.width, height: MAP.height }, scene);
  const { parent, x, y } = scene.drawn;
  ctx.beginPath();
  const stride = Math.max(1, Math.floor(parent.length / MOST_LINES));
  for (let node = 1; node < parent.length; node += stride) {
    ctx.moveTo(at.x(x[parent[node]!]!), at.y(y[parent[node]!]!));
    ctx.lineTo(at.x(x[node]!), at.y(y[node]!));
  }
  ctx.strokeStyle = palette['--line-control'];
  ctx.lineWidth = 0.5;
  ctx.stroke();
  return canvas;
}

/** The map with the part of the tree that is in sight. */
export function paintMinimap(
  ctx: CanvasRenderingContext2D,
  palette: Palette,
  scene: Scene,
  view: Viewport,
  size: Size,
  box: MinimapBox,
  ground: HTMLCanvasElement,
): void {
  const at = place(box, scene);
  ctx.drawImage(ground, box.x, box.y, box.width, box.height);
  const clamp = (value: number, low: number, high: number) => Math.min(high, Math.max(low, value));
  const left = clamp(at.x(-view.left / view.level), box.x, box.x + box.width);
  const right = clamp(at.x((size.width - view.left) / view.level), box.x, box.x + box.width);
  const top = clamp(at.y(-view.top / view.row), box.y, box.y + box.height);
  const bottom = clamp(at.y((size.height - view.top) / view.row), box.y, box.y + box.height);
  ctx.strokeStyle = palette['--accent'];
  ctx.lineWidth = 1.5;
  ctx.beginPath();
  ctx.roundRect(left, top, right - left, bottom - top, 2);
  ctx.stroke();
}

/** The view with the place of the tree in the middle that the point of the map stands for. */
export function viewAt(
  { drawn: { extents } }: Scene,
  view: Viewport,
  size: Size,
  box: MinimapBox,
  x: number,
  y: number,
): Viewport {
  const share = (at: number, from: number, length: number) =>
    Math.min(1, Math.max(0, (at - from - MAP.pad) / (length - 2 * MAP.pad)));
  const level = share(x, box.x, box.width) * Math.max(1, extents.levels);
  const row = share(y, box.y, box.height) * Math.max(1, extents.rows - 1);
  return { ...view, left: size.width / 2 - level * view.level, top: size.height / 2 - row * view.row };
}
