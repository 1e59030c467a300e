import type { RecordPlace } from '../../core/model';
import type { IndexChunk } from './chunk';
import { Column } from './column';
import { simplePlace } from './simplePlace';

/** Where each record is that has rows, as numbers: a million records keep no million objects. */
export class RecordPlaces {
  private readonly startByte = new Column((n) => new Float64Array(n));
  private readonly sizeBytes = new Column((n) => new Uint32Array(n));
  private readonly line = new Column((n) => new Uint32Array(n));
  /** n where the path is `[n]`. */
  private readonly pathIndex = new Column((n) => new Int32Array(n));
  private readonly others = new Map<number, RecordPlace>();

  get length(): number {
    return this.startByte.length;
  }

  push(place: RecordPlace): void {
    const simple = simplePlace(place);
    if (simple === undefined) this.others.set(this.length, place);
    this.startByte.push(simple?.startByte ?? Number.NaN);
    this.sizeBytes.push(simple?.sizeBytes ?? 0);
    this.line.push(simple?.line ?? 0);
    this.pathIndex.push(simple?.pathIndex ?? -1);
  }

  at(record: number): RecordPlace {
    const other = this.others.get(record);
    if (other !== undefined) return other;
    const line = this.line.data[record]!;
    const pathIndex = this.pathIndex.data[record]!;
    return {
      startByte: this.startByte.data[record]!,
      sizeBytes: this.sizeBytes.data[record]!,
      ...(line > 0 ? { line } : {}),
      ...(pathIndex >= 0 ? { path: `[${pathIndex}]` } : {}),
    };
  }

  /** How many there will be, about. */
  expect(records: number): void {
    for (const column of [this.startByte, this.sizeBytes, this.line, this.pathIndex]) column.expect(records);
  }

  chunk(
    from: number,
    to: number,
  ): Pick<IndexChunk, 'startByte' | 'sizeBytes' | 'line' | 'pathIndex' | 'otherPlaces'> {
    return {
      startByte: this.startByte.cut(from, to),
      sizeBytes: this.sizeBytes.cut(from, to),
      line: this.line.cut(from, to),
      pathIndex: this.pathIndex.cut(from, to),
      otherPlaces: [...this.others].filter(([record]) => record >= from && record < to),
    };
  }

  append(chunk: IndexChunk): void {
    this.startByte.append(chunk.startByte);
    this.sizeBytes.append(chunk.sizeBytes);
    this.line.append(chunk.line);
    this.pathIndex.append(chunk.pathIndex);
    for (const [record, place] of chunk.otherPlaces) this.others.set(record, place);
  }
}
