// The index of one file: numbers in typed columns, about 70 bytes a row; strings only once per problem and per
// generator. It is kept in chunks of about 5,000 rows, so that a file being read is saved as it grows.

import type { ProblemKey, RecordPlace, SplitTarget, TextKey } from '../../core/model';
import type { IndexChunk, ProblemEntry } from './chunk';
import { Column } from './column';
import type { IndexPart } from './indexPart';
import { KeyTable } from './keyTable';
import { ProblemRows } from './problemRows';
import { ProblemTexts } from './problemTexts';
import { RecordPlaces } from './recordPlaces';

const CHUNK_ROWS = 5_000;
/** A beginning of many small records says little of the rest. */
const MOST_EXPECTED = 2_000_000;

const uint32 = () => new Column((n) => new Uint32Array(n));
const float64 = () => new Column((n) => new Float64Array(n));

export class IndexColumns {
  // Per row.
  readonly record = uint32();
  readonly sample = uint32();
  readonly problem = uint32();
  readonly text = uint32();
  /** 0: none, else number in `generators` + 1. */
  readonly generator = new Column((n) => new Uint16Array(n));
  /** NaN: unknown. Right is 1, wrong 0. */
  readonly outcome = float64();
  readonly outcomeIsNumber = new Column((n) => new Uint8Array(n));
  readonly lengthUtf16 = uint32();
  /** -1: the file gives none. */
  readonly givenSteps = new Column((n) => new Int32Array(n));
  readonly lowestScore = new Column((n) => new Float32Array(n));

  // Per record that has rows.
  private readonly places = new RecordPlaces();
  private readonly firstRow = uint32();
  private readonly treeRecords: [problem: number, record: number][] = [];

  // Per problem.
  private readonly problemTexts = new ProblemTexts();
  private readonly problemNumbers = new KeyTable();
  private readonly problemRows = new ProblemRows();
  /** How many rows each has; and of each row, which attempt of its problem it is, from 0. */
  readonly attempts = this.problemRows.attempts;
  readonly attempt = this.problemRows.attempt;

  // Per text, per generator.
  readonly textKeys = new KeyTable();
  private readonly rowsOfText = uint32();
  readonly generators: string[] = [];
  private readonly generatorNumbers = new Map<string, number>();

  private isExpected = false;
  /** What there was when each chunk began. */
  private readonly marks = [{ rows: 0, records: 0, problems: 0, texts: 0, generators: 0 }];

  get chunks(): number {
    return this.marks.length;
  }

  get rows(): number {
    return this.record.length;
  }

  /** `placeOf`: where a record of the part is. Parts come in the order of the file. */
  addPart(
    placeOf: (record: number) => RecordPlace,
    { rowsOfRecord, treesAlone, rows, problems, generators }: IndexPart,
  ): void {
    if (this.rows - this.marks.at(-1)!.rows >= CHUNK_ROWS) this.marks.push(this.counts());
    const problemOf = new Uint32Array(problems.texts.hasId.length);
    for (let i = 0; i < problemOf.length; i++) {
      const number = this.problemNumbers.addLanes(problems.keys, i * 4);
      problemOf[i] = number;
      if (number < this.problemCount) continue;
      this.problemTexts.pushPacked(problems.texts, i);
      this.beginProblem();
    }
    const generatorOf = generators.map((name) => this.addGenerator(name) + 1);
    let nextTree = 0;
    for (let i = 0; i < rowsOfRecord.length; i++) {
      const count = rowsOfRecord[i]!;
      const tree = treesAlone[nextTree];
      if (tree?.[0] === i) {
        this.treeRecords.push([problemOf[tree[1]]!, this.places.length]);
        nextTree += 1;
      }
      if (count > 0 || tree?.[0] === i) this.addRecord(placeOf(i));
      for (let row = 0; row < count; row++) this.record.push(this.places.length - 1);
    }
    this.sample.append(rows.sample);
    this.outcome.append(rows.outcome);
    this.outcomeIsNumber.append(rows.outcomeIsNumber);
    this.lengthUtf16.append(rows.lengthUtf16);
    this.givenSteps.append(rows.givenSteps);
    this.lowestScore.append(rows.lowestScore);
    for (let i = 0; i < rows.problem.length; i++) {
      const problem = problemOf[rows.problem[i]!]!;
      const text = this.textKeys.addLanes(rows.text, i * 4);
      const generator = rows.generator[i]!;
      this.problem.push(problem);
      this.text.push(text);
      this.generator.push(generator === 0 ? 0 : generatorOf[generator - 1]!);
      this.link(problem, text);
    }
  }

  /** Told when this share of the file is in: the rest is mostly like its beginning. */
  expectWhole(share: number): void {
    if (this.isExpected) return;
    this.isExpected = true;
    const expected = (count: number) => Math.min(MOST_EXPECTED, Math.ceil((1.05 * count) / share));
    for (const name of ROW_COLUMNS) this[name].expect(expected(this.rows));
    this.rowsOfText.expect(expected(this.textKeys.count));
    this.problemRows.expect(expected(this.rows));
    this.places.expect(expected(this.places.length));
    this.firstRow.expect(expected(this.places.length));
  }

  /** Records that hold a tree of the problem and no row. */
  treeRecordsOf(problem: number): number[] {
    return this.treeRecords.flatMap(([of, record]) => (of === problem ? [record] : []));
  }

  /** -1: no problem of this file. */
  problemNumber(key: SplitTarget): number {
    return key === 'default' ? -1 : this.problemNumbers.numberOf(key);
  }

  problemName(problem: number): string {
    return this.problemTexts.fileId(problem) ?? `#${problem + 1}`;
  }

  get problemCount(): number {
    return this.problemTexts.length;
  }

  problemKey(problem: number): ProblemKey {
    return this.problemNumbers.keyOf(problem) as ProblemKey;
  }

  previewOf(problem: number): string {
    return this.problemTexts.preview(problem);
  }

  rowsOfProblem(problem: number): Generator<number> {
    return this.problemRows.of(problem);
  }

  distinctTextsOf(problem: number): number {
    return this.problemRows.texts.data[problem] ?? 0;
  }

  textOf(row: number): TextKey {
    return this.textKeys.keyOf(this.text.data[row]!) as TextKey;
  }

  /** Rows of the file with the same text as this row, itself included. */
  sameText(row: number): number {
    return this.rowsOfText.data[this.text.data[row]!]!;
  }

  outcomeOf(row: number): boolean | number | undefined {
    const value = this.outcome.data[row]!;
    if (Number.isNaN(value)) return undefined;
    return this.outcomeIsNumber.data[row] === 1 ? value : value === 1;
  }

  generatorOf(row: number): string | undefined {
    return this.generators[this.generator.data[row]! - 1];
  }

  firstRowOfRecord(record: number): number {
    return this.firstRow.data[record]!;
  }

  placeOf(record: number): RecordPlace {
    return this.places.at(record);
  }

  chunk(index: number): IndexChunk {
    const from = this.marks[index]!;
    const to = this.marks[index + 1] ?? this.counts();
    const rows = <A>(column: { cut(from: number, to: number): A }) => column.cut(from.rows, to.rows);
    return {
      record: rows(this.record),
      sample: rows(this.sample),
      problem: rows(this.problem),
      text: rows(this.text),
      generator: rows(this.generator),
      outcome: rows(this.outcome),
      outcomeIsNumber: rows(this.outcomeIsNumber),
      lengthUtf16: rows(this.lengthUtf16),
      givenSteps: rows(this.givenSteps),
      lowestScore: rows(this.lowestScore),
      ...this.places.chunk(from.records, to.records),
      treeRecords: this.treeRecords.filter(([, at]) => at >= from.records && at < to.records),
      problems: Array.from({ length: to.problems - from.problems }, (_, i) =>
        this.problemEntry(from.problems + i),
      ),
      texts: Array.from({ length: to.texts - from.texts }, (_, i) => this.textKeys.keyOf(from.texts + i)),
      generators: this.generators.slice(from.generators, to.generators),
    };
  }

  /** A stored chunk; chunks come in their order. */
  append(chunk: IndexChunk): void {
    if (this.rows > 0) this.marks.push(this.counts());
    for (const { key, preview, fileId } of chunk.problems) {
      if (this.problemNumbers.add(key) < this.problemCount) continue;
      this.problemTexts.push(preview, fileId);
      this.beginProblem();
    }
    for (const text of chunk.texts) this.textKeys.add(text);
    for (const generator of chunk.generators) this.addGenerator(generator);
    const firstRecord = this.places.length;
    const firstNewRow = this.rows;
    this.places.append(chunk);
    this.treeRecords.push(...(chunk.treeRecords ?? []));
    for (const name of ROW_COLUMNS) appendColumn(this, chunk, name);
    for (let row = firstNewRow; row < this.rows; row++) {
      const record = this.record.data[row]!;
      while (this.firstRow.length <= record) this.firstRow.push(row);
      this.link(this.problem.data[row]!, this.text.data[row]!);
    }
    while (this.firstRow.length < firstRecord + chunk.startByte.length) this.firstRow.push(this.rows);
  }

  private problemEntry(problem: number): ProblemEntry {
    const fileId = this.problemTexts.fileId(problem);
    const key = this.problemKey(problem);
    return { key, preview: this.previewOf(problem), ...(fileId === undefined ? {} : { fileId }) };
  }

  private beginProblem(): void {
    this.problemRows.beginProblem();
  }

  /** Rows added next belong to this record. */
  private addRecord(place: RecordPlace): void {
    this.places.push(place);
    this.firstRow.push(this.rows);
  }

  private addGenerator(name: string): number {
    const known = this.generatorNumbers.get(name);
    if (known !== undefined) return known;
    this.generatorNumbers.set(name, this.generators.length);
    return this.generators.push(name) - 1;
  }

  private link(problem: number, text: number): void {
    while (this.rowsOfText.length <= text) this.rowsOfText.push(0);
    // A text key holds its problem's key, so a text is new to its problem when it is new at all.
    this.problemRows.add(problem, this.rowsOfText.data[text]!++ === 0);
  }

  private counts() {
    return {
      rows: this.rows,
      records: this.places.length,
      problems: this.problemCount,
      texts: this.textKeys.count,
      generators: this.generators.length,
    };
  }
}

const ROW_COLUMNS = [
  'record',
  'sample',
  'problem',
  'text',
  'generator',
  'outcome',
  'outcomeIsNumber',
  'lengthUtf16',
  'givenSteps',
  'lowestScore',
] as const;

function appendColumn<K extends (typeof ROW_COLUMNS)[number]>(
  to: { [N in K]: { append(values: IndexChunk[N]): void } },
  chunk: IndexChunk,
  name: K,
): void {
  to[name].append(chunk[name]);
}
