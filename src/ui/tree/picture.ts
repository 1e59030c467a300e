import { paintTree } from './paintTree';
import { readPalette } from './palette';
import type { Scene } from './scene';
import { SvgContext } from './svgContext';
import { fitViewport } from './viewport';
import type { Size, Viewport } from './viewport';
import { visibleShapes } from './visibleShapes';

/** Rows this far apart carry their labels; a canvas cannot be taller than the limit. */
const ROW_PX = 14;
const LEVEL_PX = 150;
const MOST_PX = 12_000;
const LABEL_PX = 340;

/** The whole tree, whatever part of it is in sight. */
function wholeTree({ drawn: { extents } }: Scene): { size: Size; view: Viewport } {
  const { levels, rows } = extents;
  const row = Math.min(46, Math.max(ROW_PX, Math.min(MOST_PX / rows, 600 / rows)));
  const size = {
    width: Math.min(MOST_PX, 60 + levels * LEVEL_PX + LABEL_PX),
    height: Math.min(MOST_PX, 120 + row * rows),
  };
  const fitted = fitViewport(levels, rows, { width: size.width, height: size.height });
  const perRow = Math.min(row, (size.height - 120) / Math.max(1, rows - 1));
  const level = Math.min(LEVEL_PX, (size.width - 60 - LABEL_PX) / Math.max(1, levels));
  return { size, view: { ...fitted, row: perRow, level, top: 60 } };
}

function scratch({ width, height }: Size): CanvasRenderingContext2D {
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  const ctx = canvas.getContext('2d');
  if (ctx === null) throw new Error('This browser gives no canvas to draw on.');
  return ctx;
}

export function svgPicture(scene: Scene, near: HTMLElement): Blob {
  const { size, view } = wholeTree(scene);
  const palette = readPalette(near);
  const ctx = new SvgContext(scratch({ width: 1, height: 1 }));
  paintTree(ctx, palette, scene, view, size, visibleShapes(scene, view, size), { density: 1 });
  return new Blob([ctx.done(size.width, size.height, palette['--bg'])], { type: 'image/svg+xml' });
}

export function pngPicture(scene: Scene, near: HTMLElement): Promise<Blob> {
  const { size, view } = wholeTree(scene);
  const palette = readPalette(near);
  const ctx = scratch(size);
  // The ground goes behind what is painted: the tree clears its canvas first.
  paintTree(ctx, palette, scene, view, size, visibleShapes(scene, view, size), { density: 1 });
  ctx.globalCompositeOperation = 'destination-over';
  ctx.fillStyle = palette['--bg'];
  ctx.fillRect(0, 0, size.width, size.height);
  return new Promise((resolve, reject) =>
    ctx.canvas.toBlob((blob) =>
      blob === null ? reject(new Error('The picture is too large for this browser.')) : resolve(blob),
    ),
  );
}
