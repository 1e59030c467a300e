export interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}
const CELL = 48;

const meets = (a: Box, b: Box) =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

/** Which places of the canvas are taken; asked by cell, since some thousand nodes stand in the way of a label. */
export class Occupancy {
  private readonly cells = new Map<number, Box[]>();

  add(box: Box): void {
    for (const cell of cellsOf(box)) {
      const known = this.cells.get(cell);
      if (known === undefined) this.cells.set(cell, [box]);
      else known.push(box);
    }
  }

  isFree(box: Box): boolean {
    return cellsOf(box).every((cell) => !(this.cells.get(cell) ?? []).some((other) => meets(box, other)));
  }
}

function cellsOf({ left, top, right, bottom }: Box): number[] {
  const cells: number[] = [];
  for (let x = Math.floor(left / CELL); x <= Math.floor(right / CELL); x++) {
    for (let y = Math.floor(top / CELL); y <= Math.floor(bottom / CELL); y++) cells.push(x * 4096 + y);
  }
  return cells;
}
