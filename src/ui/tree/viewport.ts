// Where the tree lies on the canvas. Levels and rows have a scale each: a tree of 10,000 leaves and four
// levels fits a screen, and zooming in parts the rows without tearing the levels apart.

export interface Viewport {
  /** Canvas place of level 0 and row 0, px. */
  left: number;
  top: number;
  /** px between two levels, between two leaves. */
  level: number;
  row: number;
}
export interface Size {
  width: number;
  height: number;
}

const LEVEL = { least: 34, most: 190 };
const ROW = { most: 46, closest: 90 };
/** Room for the header, the label behind the last leaf, legend and zoom buttons. */
const MARGIN = { left: 46, right: 150, top: 62, bottom: 124 };

/** The whole tree in sight, above what covers `below` px of the foot; a tree too deep for that starts at its root and
 *  goes on to the right. */
export function fitViewport(
  levels: number,
  rows: number,
  { width, height }: Size,
  below = MARGIN.bottom,
): Viewport {
  const across = Math.max(width - MARGIN.left - MARGIN.right, 80);
  const down = Math.max(height - MARGIN.top - Math.max(below, MARGIN.bottom), 80);
  const level = Math.min(LEVEL.most, Math.max(LEVEL.least, across / Math.max(levels, 1)));
  const row = Math.min(ROW.most, down / Math.max(rows - 1, 1));
  const spare = down - row * (rows - 1);
  return { left: MARGIN.left, top: MARGIN.top + spare * 0.3, level, row };
}

/** How far one may zoom from the fitted view: out to half of it, in until two leaves are 90 px apart. */
export function zoomExtent(fitted: Viewport): [number, number] {
  return [0.5, Math.max(4, ROW.closest / fitted.row)];
}

/** `view` with the rows at `k` times the fitted ones; the point at (x, y) of the canvas stays where it is. */
export function zoomTo(view: Viewport, fitted: Viewport, k: number, x: number, y: number): Viewport {
  const row = fitted.row * k;
  const level = k < 1 ? fitted.level * k : Math.min(fitted.level * k, Math.max(fitted.level, LEVEL.most));
  return {
    row,
    level,
    left: x - ((x - view.left) * level) / view.level,
    top: y - ((y - view.top) * row) / view.row,
  };
}

/** The least move that brings a place of the tree into sight. */
export function bringIntoSight(
  view: Viewport,
  level: number,
  row: number,
  { width, height }: Size,
  below = MARGIN.bottom,
): Viewport {
  const x = view.left + level * view.level;
  const y = view.top + row * view.row;
  const into = (at: number, low: number, high: number) =>
    high <= low ? 0 : at < low ? low - at : at > high ? high - at : 0;
  return {
    ...view,
    left: view.left + into(x, MARGIN.left, width - MARGIN.right),
    top: view.top + into(y, MARGIN.top, height - Math.max(below, MARGIN.bottom)),
  };
}
