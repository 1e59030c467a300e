// The index of one file: numbers in typed columns, about 70 bytes a row; strings only once per problem and per
// generator. It is kept in chunks of about 5,000 rows, so that a file being read is saved as it grows.

import type { ProblemKey, RecordPlace, SplitTarget, TextKey } from '../../core/model';
import type { IndexChunk, ProblemEntry } from './chunk';
import { Column } from './column';
import type { IndexPart } from './indexPart';
import { KeyTable } from './keyTable';
import { ProblemTexts } from './problemTexts';
import { simplePlace } from './simplePlace';

const CHUNK_ROWS = 5_000;
const NONE = 0xffff_ffff;

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
  /** Which attempt of its problem, from 0; and the next row of that problem. */
  readonly attempt = uint32();
  private readonly nextOfProblem = uint32();

  // Per record that has rows.
  private readonly startByte = float64();
  private readonly sizeBytes = uint32();
  private readonly line = uint32();
  /** n where the path is `[n]`, so that an array of a million elements keeps no million strings. */
  private readonly pathIndex = new Column((n) => new Int32Array(n));
  private readonly otherPlaces = new Map<number, RecordPlace>();
  private readonly firstRow = uint32();
  private readonly treeRecords: [problem: number, record: number][] = [];

  // Per problem.
  private readonly problemTexts = new ProblemTexts();
  private readonly problemNumbers = new KeyTable();
  readonly attempts = uint32();
  private readonly firstOfProblem = uint32();
  private readonly lastOfProblem = uint32();
  private readonly textsOfProblem = uint32();

  // Per text, per generator.
  readonly textKeys = new KeyTable();
  private readonly rowsOfText = uint32();
  readonly generators: string[] = [];
  private readonly generatorNumbers = new Map<string, number>();

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
    const problemOf = problems.previews.map((preview, i) => {
      const number = this.problemNumbers.addLanes(problems.keys, i * 4);
      this.describeProblem(number, preview, problems.fileIds[i]);
      return number;
    });
    const generatorOf = generators.map((name) => this.addGenerator(name) + 1);
    const firstRow = this.rows;
    let nextTree = 0;
    for (let i = 0; i < rowsOfRecord.length; i++) {
      const count = rowsOfRecord[i]!;
      const tree = treesAlone[nextTree];
      if (tree?.[0] === i) {
        this.treeRecords.push([problemOf[tree[1]]!, this.startByte.length]);
        nextTree += 1;
      }
      if (count > 0 || tree?.[0] === i) this.addRecord(placeOf(i));
      for (let row = 0; row < count; row++) this.record.push(this.startByte.length - 1);
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
      this.link(firstRow + i, problem, text);
    }
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

  *rowsOfProblem(problem: number): Generator<number> {
    for (let row = this.firstOfProblem.data[problem]!; row !== NONE; row = this.nextOfProblem.data[row]!) {
      yield row;
    }
  }

  distinctTextsOf(problem: number): number {
    return this.textsOfProblem.data[problem] ?? 0;
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
    const other = this.otherPlaces.get(record);
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

  chunk(index: number): IndexChunk {
    const from = this.marks[index]!;
    const to = this.marks[index + 1] ?? this.counts();
    const rows = <A>(column: { cut(from: number, to: number): A }) => column.cut(from.rows, to.rows);
    const records = <A>(column: { cut(from: number, to: number): A }) => column.cut(from.records, to.records);
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
      startByte: records(this.startByte),
      sizeBytes: records(this.sizeBytes),
      line: records(this.line),
      pathIndex: records(this.pathIndex),
      otherPlaces: [...this.otherPlaces].filter(([at]) => at >= from.records && at < to.records),
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
      this.describeProblem(this.problemNumbers.add(key), preview, fileId);
    }
    for (const text of chunk.texts) this.textKeys.add(text);
    for (const generator of chunk.generators) this.addGenerator(generator);
    const firstRecord = this.startByte.length;
    const firstNewRow = this.rows;
    this.startByte.append(chunk.startByte);
    this.sizeBytes.append(chunk.sizeBytes);
    this.line.append(chunk.line);
    this.pathIndex.append(chunk.pathIndex);
    for (const [record, place] of chunk.otherPlaces) this.otherPlaces.set(record, place);
    this.treeRecords.push(...(chunk.treeRecords ?? []));
    for (const name of ROW_COLUMNS) appendColumn(this, chunk, name);
    for (let row = firstNewRow; row < this.rows; row++) {
      const record = this.record.data[row]!;
      while (this.firstRow.length <= record) this.firstRow.push(row);
      this.link(row, this.problem.data[row]!, this.text.data[row]!);
    }
    while (this.firstRow.length < firstRecord + chunk.startByte.length) this.firstRow.push(this.rows);
  }

  private problemEntry(problem: number): ProblemEntry {
    const fileId = this.problemTexts.fileId(problem);
    const key = this.problemKey(problem);
    return { key, preview: this.previewOf(problem), ...(fileId === undefined ? {} : { fileId }) };
  }

  /** Does nothing when the problem is known. */
  private describeProblem(number: number, preview: string, fileId: string | undefined): void {
    if (number < this.problemCount) return;
    this.problemTexts.push(preview, fileId);
    this.attempts.push(0);
    this.firstOfProblem.push(NONE);
    this.lastOfProblem.push(NONE);
    this.textsOfProblem.push(0);
  }

  /** Rows added next belong to this record. */
  private addRecord(place: RecordPlace): void {
    const number = this.startByte.length;
    const simple = simplePlace(place);
    if (simple === undefined) this.otherPlaces.set(number, place);
    this.startByte.push(simple?.startByte ?? Number.NaN);
    this.sizeBytes.push(simple?.sizeBytes ?? 0);
    this.line.push(simple?.line ?? 0);
    this.pathIndex.push(simple?.pathIndex ?? -1);
    this.firstRow.push(this.rows);
  }

  private addGenerator(name: string): number {
    const known = this.generatorNumbers.get(name);
    if (known !== undefined) return known;
    this.generatorNumbers.set(name, this.generators.length);
    return this.generators.push(name) - 1;
  }

  private link(row: number, problem: number, text: number): void {
    while (this.rowsOfText.length <= text) this.rowsOfText.push(0);
    // A text key holds its problem's key, so a text is new to its problem when it is new at all.
    if (this.rowsOfText.data[text]!++ === 0) this.textsOfProblem.data[problem]!++;
    this.attempt.push(this.attempts.data[problem]!++);
    this.nextOfProblem.push(NONE);
    const last = this.lastOfProblem.data[problem]!;
    if (last === NONE) this.firstOfProblem.data[problem] = row;
    else this.nextOfProblem.data[last] = row;
    this.lastOfProblem.data[problem] = row;
  }

  private counts() {
    return {
      rows: this.rows,
      records: this.startByte.length,
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
