// Turns cuts, given from left to right, into ranges: white space at either end of a step becomes gap, blank
// pieces vanish into it, and the switches join pieces before they are written.

import { MARKER, STEP } from '../model';
import type { Range } from '../model';
import { Joining } from './joining';
import { isRule } from './lineMarks';
import { RangeList } from './segmentation';
import type { SplitParams } from './strategies';
import { trimmed } from './whiteSpace';

export class StepWriter {
  readonly ranges = new RangeList();
  private readonly joining: Joining;
  /** Where the piece begins that has not ended; `undefined` outside zones that hold steps. */
  private pieceFrom: number | undefined;
  /** A step that the next piece may still join. */
  private pending: Range | undefined;

  private readonly raw: string;

  constructor(raw: string, params: SplitParams) {
    this.raw = raw;
    this.joining = new Joining(raw, params);
  }

  /** Steps may begin from here on. */
  begin(at: number): void {
    this.edge(at);
    this.pieceFrom = at;
  }

  /** A boundary nothing joins over. */
  edge(at: number): void {
    this.endPiece(at);
    this.flush();
    this.pieceFrom = undefined;
  }

  cut(at: number): void {
    if (this.pieceFrom === undefined) return;
    this.endPiece(at);
    this.pieceFrom = at;
  }

  /** An edge found late. If a cut lies behind it already, that one stands for it. */
  lateEdge(at: number): void {
    if (this.pieceFrom === undefined || this.pieceFrom > at) return;
    this.cut(at);
    this.flush();
  }

  marker(start: number, end: number): void {
    const inside = this.pieceFrom !== undefined;
    this.edge(start);
    this.ranges.push(start, end, MARKER);
    if (inside) this.pieceFrom = end;
  }

  /** A line was read whose first unit is `first`: one of dashes alone at the beginning of a piece is a rule between
   *  steps. */
  endRule(start: number, first: number, end: number): void {
    if (this.pieceFrom === undefined || !isRule(this.raw, first, end)) return;
    if (trimmed(this.raw, this.pieceFrom, start)) return;
    const rule = trimmed(this.raw, first, end);
    if (rule) this.marker(rule.start, rule.end);
  }

  private endPiece(at: number): void {
    const piece = this.pieceFrom === undefined ? undefined : trimmed(this.raw, this.pieceFrom, at);
    if (!piece) return;
    if (this.joining.joins(this.pending, piece)) this.pending!.end = piece.end;
    else {
      this.flush();
      this.pending = piece;
    }
  }

  private flush(): void {
    if (this.pending) this.ranges.push(this.pending.start, this.pending.end, STEP);
    this.pending = undefined;
  }
}
