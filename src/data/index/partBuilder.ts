// From what a format read to what the index keeps. Nothing else is computed while a file is read: passages and
// labels by their keys are made when a trace is opened.

import { draftKey, holdsNothing, recordHasher } from '../../core/formats';
import type { Reading } from '../../core/formats';
import { PrefixHash } from '../../core/identity';
import type { Change, Score, Warning } from '../../core/model';
import type { IndexPart, PartWarning } from './indexPart';
import { previewOf } from './previewOf';
import { packTexts } from './problemTexts';

type Attempt = Reading['attempts'][number];
type Draft = Reading['problem'];

export class PartBuilder {
  private readonly formatId: string;
  private readonly hash = new PrefixHash();
  private readonly lanes = new Uint32Array(4);
  private readonly rowsOfRecord: number[] = [];
  private readonly treesAlone: [number, number][] = [];
  private recordsRead = 0;
  private readonly rows = {
    problem: [] as number[],
    text: [] as number[],
    sample: [] as number[],
    generator: [] as number[],
    outcome: [] as number[],
    outcomeIsNumber: [] as number[],
    lengthUtf16: [] as number[],
    givenSteps: [] as number[],
    lowestScore: [] as number[],
  };
  private readonly problemNumbers = new Map<string, number>();
  private readonly promptNumbers = new Map<string, number>();
  private readonly problemKeys: string[] = [];
  private readonly previews: string[] = [];
  private readonly fileIds: (string | undefined)[] = [];
  private readonly generators = new Map<string, number>();
  private readonly labels = { human: 0, other: 0 };
  private readonly byAnnotator = new Map<string, number>();
  private readonly faults: IndexPart['faults'] = [];
  private readonly warnings = new Map<string, PartWarning>();
  private readonly changes: Change[] = [];
  private readonly agreed: IndexPart['agreed'] = [];

  constructor(formatId: string) {
    this.formatId = formatId;
  }

  /** The next record could not be read. */
  addFault({ kind, reason, remedy }: { kind: string; reason: string; remedy: string }): void {
    this.faults.push({ record: this.rowsOfRecord.length, kind, reason, remedy });
    this.rowsOfRecord.push(0);
  }

  /** Warnings about the next record that do not say where it is. */
  addWarnings(warnings: readonly Warning[]): void {
    for (const warning of warnings) this.warn(warning, this.rowsOfRecord.length);
  }

  /** The next record. */
  add(readings: readonly Reading[], record: unknown): void {
    const hashRecord = recordHasher(record);
    let sample = 0;
    let tree: number | undefined;
    for (const reading of readings) {
      for (const warning of reading.warnings ?? []) this.warn(warning);
      if (reading.changes) this.changes.push(...reading.changes);
      if (reading.agreed) this.agreed.push(reading.agreed);
      if (holdsNothing(reading)) continue;
      const problem = this.problemOf(reading.problem, hashRecord);
      if (reading.tree !== undefined) tree ??= problem;
      for (const attempt of reading.attempts) this.addRow(attempt, problem, sample++);
    }
    if (sample === 0 && tree !== undefined) this.treesAlone.push([this.rowsOfRecord.length, tree]);
    this.rowsOfRecord.push(sample);
    this.recordsRead += 1;
  }

  finish(): IndexPart {
    const { rows, lanes } = this;
    const keys = new Uint32Array(this.problemKeys.length * 4);
    this.problemKeys.forEach((key, i) => {
      lanesOfKey(key, lanes);
      keys.set(lanes, i * 4);
    });
    return {
      rowsOfRecord: Uint32Array.from(this.rowsOfRecord),
      treesAlone: this.treesAlone,
      recordsRead: this.recordsRead,
      rows: {
        problem: Uint32Array.from(rows.problem),
        text: Uint32Array.from(rows.text),
        sample: Uint32Array.from(rows.sample),
        generator: Uint32Array.from(rows.generator),
        outcome: Float64Array.from(rows.outcome),
        outcomeIsNumber: Uint8Array.from(rows.outcomeIsNumber),
        lengthUtf16: Uint32Array.from(rows.lengthUtf16),
        givenSteps: Int32Array.from(rows.givenSteps),
        lowestScore: Float32Array.from(rows.lowestScore),
      },
      problems: { keys, texts: packTexts(this.previews, this.fileIds) },
      generators: [...this.generators.keys()],
      labels: { ...this.labels, byAnnotator: [...this.byAnnotator] },
      faults: this.faults,
      warnings: [...this.warnings.values()],
      changes: this.changes,
      agreed: this.agreed,
    };
  }

  /** Rollouts of one problem mostly stand together: the key of a prompt alone is found without hashing it again. */
  private problemOf(draft: Draft, hashRecord: () => string): number {
    const isPrompt = draft.prompt !== '' && !draft.options?.length && !draft.assets?.length;
    const known = isPrompt ? this.promptNumbers.get(draft.prompt) : undefined;
    if (known !== undefined) return known;
    const number = this.problemNumber(draft, draftKey(draft, this.formatId, hashRecord));
    if (isPrompt) this.promptNumbers.set(draft.prompt, number);
    return number;
  }

  private problemNumber({ prompt, fileId }: Draft, key: string): number {
    const known = this.problemNumbers.get(key);
    if (known !== undefined) return known;
    const number = this.problemKeys.push(key) - 1;
    this.problemNumbers.set(key, number);
    this.previews.push(previewOf(prompt));
    this.fileIds.push(fileId);
    return number;
  }

  private addRow(attempt: Attempt, problem: number, sample: number): void {
    const { rows, lanes } = this;
    const { raw, generator, outcome, given, scores, labels } = attempt;
    this.hash.reset().update(this.problemKeys[problem]!).update(raw).digest(lanes, 0);
    rows.text.push(lanes[0]!, lanes[1]!, lanes[2]!, lanes[3]!);
    rows.problem.push(problem);
    rows.sample.push(sample);
    rows.generator.push(generator === undefined ? 0 : this.generatorNumber(generator) + 1);
    rows.outcome.push(outcome === undefined ? Number.NaN : Number(outcome));
    rows.outcomeIsNumber.push(typeof outcome === 'number' ? 1 : 0);
    rows.lengthUtf16.push(raw.length);
    rows.givenSteps.push(given?.length ?? -1);
    rows.lowestScore.push(scores === undefined ? Number.NaN : lowestOf(scores));
    if (labels !== undefined) this.countLabels(labels);
  }

  private countLabels(labels: NonNullable<Attempt['labels']>): void {
    for (const { verdict, origin, annotator = '' } of labels) {
      if (verdict === undefined) continue;
      if (origin !== 'human') this.labels.other += 1;
      else {
        this.labels.human += 1;
        this.byAnnotator.set(annotator, (this.byAnnotator.get(annotator) ?? 0) + 1);
      }
    }
  }

  private generatorNumber(name: string): number {
    const known = this.generators.get(name);
    if (known !== undefined) return known;
    this.generators.set(name, this.generators.size);
    return this.generators.size - 1;
  }

  private warn({ kind, reason }: Warning, record?: number): void {
    const known = this.warnings.get(kind);
    if (known !== undefined) known.count += 1;
    else this.warnings.set(kind, { kind, reason, count: 1, ...(record === undefined ? {} : { record }) });
  }
}

function lanesOfKey(key: string, into: Uint32Array): void {
  for (let lane = 0; lane < 4; lane++) {
    into[lane] = Number.parseInt(key.slice(lane * 8, lane * 8 + 8), 16);
  }
}

function lowestOf(scores: readonly Score[]): number {
  let lowest = Number.NaN;
  for (const { value } of scores) {
    if (Number.isFinite(value) && !(value >= lowest)) lowest = value;
  }
  return lowest;
}
