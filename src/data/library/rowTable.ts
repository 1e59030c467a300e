// The table: sorted and filtered windows of rows, and who stands next to whom.

import type { Change, Scope } from '../../core/model';
import type { Neighbours, PageQuery, RowView, RowWindow } from '../api';
import type { RowsQuery } from './calls';
import type { LibraryFile } from './libraryFile';
import type { ProgressBoard } from './progressBoard';
import { orderRows, positionIn } from './rowOrder';
import type { ProgressLookup } from './rowProgress';

interface KeptOrder {
  order: Uint32Array;
  rows: number;
}
/** Orders kept per file: going back to the sort before costs nothing. */
const MAX_ORDERS = 4;

export class RowTable {
  private readonly board: ProgressBoard;
  private readonly orders = new WeakMap<LibraryFile, Map<string, KeptOrder>>();
  private readonly steps = new WeakMap<LibraryFile, Int32Array>();

  constructor(board: ProgressBoard) {
    this.board = board;
  }

  async page(file: LibraryFile, query: PageQuery): Promise<RowWindow> {
    const { order } = await this.orderOf(file, query);
    const window = order.subarray(query.from, query.from + query.count);
    const rows: RowView[] = [];
    for (const row of window) rows.push(await this.view(file, row, query.scope));
    return { from: query.from, rows, total: order.length };
  }

  async neighbours(file: LibraryFile, query: RowsQuery, row: number): Promise<Neighbours> {
    const { order, lookup } = await this.orderOf(file, query);
    const { position, isThere } = positionIn(order, row);
    const after = order.subarray(isThere ? position + 1 : position);
    const previous = order[position - 1];
    const nextUnfinished = after.find(
      (other) => lookup(other).finish === undefined && !lookup(other).isComplete,
    );
    return {
      position,
      total: order.length,
      ...(previous === undefined ? {} : { previous }),
      ...(after[0] === undefined ? {} : { next: after[0] }),
      ...(nextUnfinished === undefined ? {} : { nextUnfinished }),
    };
  }

  /** Progress is part of some orders: they are made anew. */
  changed(file: LibraryFile, changes: readonly Change[]): void {
    const orders = this.orders.get(file);
    for (const id of orders?.keys() ?? [])
      if (dependsOnProgress(JSON.parse(id) as RowsQuery)) orders?.delete(id);
    const isNewSplit = changes.some(({ edits }) => edits.some(({ on }) => on === 'split' || on === 'cuts'));
    if (!isNewSplit) return;
    this.steps.delete(file);
    this.orders.delete(file);
  }

  private async orderOf(
    file: LibraryFile,
    query: RowsQuery,
  ): Promise<{ order: Uint32Array; lookup: ProgressLookup }> {
    const { sort, descending, filter, scope } = query;
    const { lookup } = await this.board.ofFile(file, scope);
    const kept = this.orders.get(file) ?? new Map<string, KeptOrder>();
    this.orders.set(file, kept);
    const id = JSON.stringify({ sort, descending, filter, scope });
    const known = kept.get(id);
    if (known !== undefined && known.rows === file.columns.rows) return { order: known.order, lookup };
    const steps = sort === 'steps' ? await this.stepsOf(file, scope) : undefined;
    const order = orderRows({ columns: file.columns, sort, descending, filter, progress: lookup, steps });
    kept.delete(id);
    kept.set(id, { order, rows: file.columns.rows });
    for (const oldest of kept.keys()) if (kept.size > MAX_ORDERS) kept.delete(oldest);
    return { order, lookup };
  }

  /** Steps by row: of those the file gives at once, of all others by reading them, once. */
  private async stepsOf(file: LibraryFile, scope: Scope): Promise<Int32Array> {
    const { columns } = file;
    const before = this.steps.get(file) ?? new Int32Array();
    if (before.length === columns.rows) return before;
    const steps = new Int32Array(columns.rows);
    steps.set(before);
    for (let row = before.length; row < steps.length; row++) {
      const { split } = await this.board.splitRow(file, row, scope);
      steps[row] = split.steps.length;
    }
    this.steps.set(file, steps);
    return steps;
  }

  private async view(file: LibraryFile, row: number, scope: Scope): Promise<RowView> {
    const { columns } = file;
    const problem = columns.problem.data[row]!;
    const key = columns.problemKey(problem);
    const preview = columns.previewOf(problem);
    const { strip, judged, firstErrorFrom0, finish } = await this.board.ofRow(file, row, scope);
    const generator = columns.generatorOf(row);
    const outcome = columns.outcomeOf(row);
    const lowestScore = columns.lowestScore.data[row]!;
    return {
      row,
      position: file.positionOf(row),
      problem: key,
      problemName: columns.problemName(problem),
      problemPreview: preview,
      attempt: columns.attempt.data[row]!,
      attempts: columns.attempts.data[problem]!,
      text: columns.textOf(row),
      sameText: columns.sameText(row),
      lengthUtf16: columns.lengthUtf16.data[row]!,
      steps: strip.length,
      strip,
      judged,
      ...(generator === undefined ? {} : { generator }),
      ...(outcome === undefined ? {} : { outcome }),
      ...(firstErrorFrom0 === undefined ? {} : { firstErrorFrom0 }),
      ...(finish === undefined ? {} : { finish }),
      ...(Number.isNaN(lowestScore) ? {} : { lowestScore }),
    };
  }
}

const dependsOnProgress = ({ sort, filter }: RowsQuery) =>
  sort === 'progress' || sort === 'firstError' || filter.progress !== undefined;
