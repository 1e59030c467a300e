import type { SvgContext } from './svgContext';

/** What the tree is painted with: a canvas, or a picture to keep. */
export type Pen = CanvasRenderingContext2D | SvgContext;
