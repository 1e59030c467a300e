// A file that is open in this session: its index, and its records read again one at a time by their place.

import { positionOf } from '../../core/bytes';
import type { OpenedContainer } from '../../core/bytes';
import { keyReading, readRecord } from '../../core/formats';
import type { KeyedReading, TraceFormat } from '../../core/formats';
import type { Fault, FileKey, Problem, RolloutTree, Row, Strategy, Trace } from '../../core/model';
import type { FileSummary } from '../api';
import { IndexColumns } from '../index';
import { BoundedCache } from './boundedCache';
import { splitTrace, strategyId } from './splitTrace';
import type { SplitTrace } from './splitTrace';

/** One row as it is read again. */
export interface ReadRow {
  row: number;
  of: Row;
  trace: Trace;
  problem: Problem;
}
export interface SplitRow extends ReadRow, SplitTrace {}

// In code units of trace text; the texts are shared between both caches.
const READINGS_UNITS = 8 << 20;
const SPLITS_UNITS = 8 << 20;

export class LibraryFile {
  summary: FileSummary;
  readonly columns = new IndexColumns();
  readonly faults: Fault[] = [];
  /** Verdicts by the person who gave them; '' where the file does not say. */
  readonly givenVerdicts = new Map<string, number>();
  readonly format: TraceFormat;
  /** Opened when the first record is read again. */
  private readonly container: () => Promise<OpenedContainer>;
  private readonly readings = new BoundedCache<Promise<KeyedReading>>(READINGS_UNITS);
  private readonly splits = new BoundedCache<SplitRow>(SPLITS_UNITS);

  constructor(summary: FileSummary, format: TraceFormat, container: () => Promise<OpenedContainer>) {
    this.summary = summary;
    this.container = container;
    this.format = format;
  }

  get key(): FileKey {
    return this.summary.key;
  }

  /** People whose verdicts are in the file. */
  givenAnnotators(): { name: string; verdicts: number }[] {
    return [...this.givenVerdicts].map(([name, verdicts]) => ({
      name: name === '' ? unnamed(this.summary.name) : name,
      verdicts,
    }));
  }

  positionOf(row: number): string {
    return positionOf(this.columns.placeOf(this.columns.record.data[row]!));
  }

  async read(row: number): Promise<ReadRow> {
    const { columns } = this;
    if (row < 0 || row >= columns.rows) throw new Error(`${this.summary.name} has no row ${row + 1}.`);
    const reading = await this.reading(columns.record.data[row]!);
    const sample = columns.sample.data[row]!;
    const of = reading.rows[sample];
    const trace = reading.traces[sample];
    const problem = reading.problems.find(({ key }) => key === of?.problem);
    if (of === undefined || trace === undefined || problem === undefined) {
      throw new Error(
        `${this.summary.name}, ${this.positionOf(row)}: attempt ${sample + 1} is not there any more. Drop the file again.`,
      );
    }
    return { row, of, trace, problem };
  }

  async split(row: number, strategy: Strategy): Promise<SplitRow> {
    const id = `${row} ${strategyId(strategy)}`;
    const kept = this.splits.get(id);
    if (kept !== undefined) return kept;
    const read = await this.read(row);
    const split = { ...read, ...splitTrace(read.trace, strategy) };
    this.splits.set(id, split, read.trace.raw.length + 1);
    return split;
  }

  /** The record that the row came from, with all its rows and trees. */
  readingOfRow(row: number): Promise<KeyedReading> {
    return this.reading(this.columns.record.data[row]!);
  }

  /** All bytes as they were unpacked; undefined: the file is not packed as a whole. */
  async inflated(): Promise<Blob | undefined> {
    const pieces = await (await this.container()).inflated?.();
    // They are what `keptAsBlob` made.
    return pieces === undefined ? undefined : new Blob(pieces as Blob[]);
  }

  /** Trees of the row's problem that stand in records of their own. */
  async treesBeside(row: number): Promise<{ problem: Problem; tree: RolloutTree }[]> {
    const found: { problem: Problem; tree: RolloutTree }[] = [];
    for (const record of this.columns.treeRecordsOf(this.columns.problem.data[row]!)) {
      const { trees, problems } = await this.reading(record);
      for (const tree of trees) {
        const problem = problems.find(({ key }) => key === tree.problem);
        if (problem !== undefined) found.push({ problem, tree });
      }
    }
    return found;
  }

  private reading(record: number): Promise<KeyedReading> {
    const id = String(record);
    const kept = this.readings.get(id);
    if (kept !== undefined) return kept;
    const reading = this.readAgain(record);
    const firstRow = this.columns.firstRowOfRecord(record);
    let units = 1;
    for (let row = firstRow; this.columns.record.data[row] === record && row < this.columns.rows; row++) {
      units += this.columns.lengthUtf16.data[row]!;
    }
    this.readings.set(id, reading, units);
    return reading;
  }

  private async readAgain(record: number): Promise<KeyedReading> {
    const place = this.columns.placeOf(record);
    const container = await this.container();
    const header = container.container.detail['header'];
    const { format } = this;
    const value =
      format.readAll === undefined ? await container.recordAt(place) : await allRecords(container);
    const read =
      format.readAll === undefined
        ? readRecord(format, { place, value }, header)
        : format.readAll(value as unknown[], header === undefined ? {} : { header });
    if (!read.ok) {
      throw new Error(
        `${this.summary.name}, ${positionOf(place)} cannot be read any more: ${read.fault.reason} Drop the file again.`,
      );
    }
    const keyed = keyReading(read.value, { file: this.key, place, formatId: this.format.id, record: value });
    return { ...keyed, rows: keyed.rows.map((row) => nameAnnotators(row, this.summary.name)) };
  }
}

async function allRecords(container: OpenedContainer): Promise<unknown[]> {
  const values: unknown[] = [];
  for await (const { records } of container.records()) for (const { value } of records) values.push(value);
  return values;
}

const unnamed = (fileName: string) => `file: ${fileName}`;

/** Human labels whose annotator the file does not name are the file's (design.md §1). */
function nameAnnotators(row: Row, fileName: string): Row {
  const given = row.given.map((label) =>
    label.origin === 'human' && label.annotator === undefined
      ? { ...label, annotator: unnamed(fileName) }
      : label,
  );
  return { ...row, given };
}
