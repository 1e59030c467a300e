// Labels and scores by a mapping. Values that the table does not know are counted, and their steps stay unjudged.

import type { Range, Score, Verdict, Warning } from '../../model';
import { isObject, numberIn, textOf } from '../fields';
import type { LabelDraft, RecordFault } from '../format';
import { firstErrorLabels, givenLabel, unknownValue } from '../givenLabels';
import { labelCountFault } from '../recordFormat';
import type { CheckedMapping, LabelMapping } from './mappingSchema';
import type { Path } from './paths';
import type { Scope } from './scope';

export interface MappedLabels {
  labels: LabelDraft[];
  warnings: Warning[];
  fault?: RecordFault;
}
type Table = Readonly<Record<string, Verdict | 'unjudged'>>;

const USUAL_TABLE: Table = {
  '1': 'correct',
  '+': 'correct',
  true: 'correct',
  correct: 'correct',
  '0': 'erroneous',
  '-1': 'erroneous',
  '-': 'erroneous',
  false: 'erroneous',
  incorrect: 'erroneous',
  wrong: 'erroneous',
};

/** The person's own, or what such values usually mean. */
export const tableOf = ({ table }: LabelMapping): Table => table ?? USUAL_TABLE;

const stepsOf = ({ trace }: CheckedMapping): Path | undefined =>
  trace && 'steps' in trace ? trace.steps : undefined;

export function mapLabels(mapping: CheckedMapping, scope: Scope, given: readonly Range[]): MappedLabels {
  const { labels: by } = mapping;
  if (by === undefined) return { labels: [], warnings: [] };
  const value = scope.value(by.path);
  if (value === undefined) return { labels: [], warnings: [] };
  const mapped = new LabelMaker(by, given).make(value, scope, stepsOf(mapping));
  if (!mapped.fault) addWords(mapped.labels, given, mapping, scope);
  return mapped;
}

class LabelMaker {
  private readonly by: LabelMapping;
  private readonly given: readonly Range[];
  private readonly source: { source: string; origin: LabelMapping['origin'] };
  private readonly table: Table;
  private readonly warnings: Warning[] = [];

  constructor(by: LabelMapping, given: readonly Range[]) {
    this.by = by;
    this.given = given;
    this.source = { source: typeof by.path === 'string' ? by.path : by.path.join(' + '), origin: by.origin };
    this.table = tableOf(by);
  }

  make(value: unknown, scope: Scope, steps: Path | undefined): MappedLabels {
    const { kind, path } = this.by;
    if (kind === 'perStep') return this.perStep(scope.perStep(path, steps));
    if (kind === 'firstError') return this.firstError(value);
    if (kind === 'errorList') return this.errorList(scope.list(path));
    if (kind === 'byKey') return this.byKey(value);
    return this.done([this.tableLabel('text', value)]);
  }

  private perStep(values: readonly unknown[]): MappedLabels {
    if (values.length !== this.given.length)
      return { labels: [], warnings: [], fault: labelCountFault(values.length, this.given.length) };
    return this.done(this.given.map((range, i) => this.tableLabel(range, values[i])));
  }

  private firstError(value: unknown): MappedLabels {
    const index = this.isNone(value) ? 'none' : this.indexFrom0(value);
    if (index !== 'none' && this.by.rest === 'correct') return this.errorList([value]);
    return firstErrorLabels(this.source, this.given, index, value);
  }

  private errorList(values: readonly unknown[]): MappedLabels {
    const wrong = new Map<number, unknown>();
    for (const value of values.filter((entry) => !this.isNone(entry))) {
      const index = this.indexFrom0(value);
      if (this.given[index]) wrong.set(index, value);
      else this.outside(value);
    }
    return this.done(
      this.given.map((range, i) => {
        if (wrong.has(i)) return givenLabel(this.source, range, 'erroneous', wrong.get(i));
        return this.by.rest === 'unjudged' ? undefined : givenLabel(this.source, range, 'correct', null);
      }),
    );
  }

  private byKey(value: unknown): MappedLabels {
    const entries = isObject(value) ? Object.entries(value) : [];
    const known = new Map(entries.map(([key, word]) => [this.indexFrom0(key), word] as const));
    for (const [index] of known) if (!this.given[index]) this.outside(index + this.by.base);
    return this.done(
      this.given.map((range, i) => {
        if (known.has(i)) return this.tableLabel(range, known.get(i));
        return this.by.rest === 'correct' ? givenLabel(this.source, range, 'correct', null) : undefined;
      }),
    );
  }

  private tableLabel(on: Range | 'text', value: unknown): LabelDraft | undefined {
    const word = textOf(value);
    const verdict = word === undefined ? undefined : this.table[word];
    if (verdict !== undefined)
      return verdict === 'unjudged' ? undefined : givenLabel(this.source, on, verdict, value);
    // Here -1 may well be a word of the table, so only what is no label anywhere is passed over.
    if (value !== null && value !== undefined && !this.isNone(value))
      this.warnings.push(unknownValue(this.source.source, value));
    return undefined;
  }

  private isNone(value: unknown): boolean {
    return this.by.none.some((none) => none === value || (none !== null && String(none) === textOf(value)));
  }

  /** A number, or a text like "Step 5". */
  private indexFrom0(value: unknown): number {
    const digits = /-?\d+/.exec(textOf(value) ?? '');
    return digits ? Number(digits[0]) - this.by.base : NaN;
  }

  private outside(value: unknown): void {
    const reason = `\`${this.source.source}\` names ${textOf(value) ?? '?'}, but there are ${this.given.length} steps.`;
    this.warnings.push({ kind: 'index-out-of-range', reason });
  }

  private done(labels: readonly (LabelDraft | undefined)[]): MappedLabels {
    return { labels: labels.filter((label) => label !== undefined), warnings: this.warnings };
  }
}

/** Critiques and corrections: a list as long as the steps, or one text for the first erroneous step. */
function addWords(
  labels: readonly LabelDraft[],
  given: readonly Range[],
  { critique, correction }: CheckedMapping,
  scope: Scope,
): void {
  const wordsOf = (path: CheckedMapping['critique'], add: (label: LabelDraft, text: string) => void) => {
    if (path === undefined) return;
    const list = scope.list(path);
    const perStep = list.length === given.length && given.length > 1;
    for (const label of labels) {
      const text = perStep ? textOf(list[given.findIndex((range) => range === label.on)]) : undefined;
      if (text) add(label, text);
    }
    const first = labels.find(({ verdict }) => verdict === 'erroneous');
    const text = perStep ? undefined : scope.text(path);
    if (first && text) add(first, text);
  };
  wordsOf(critique, (label, text) => (label.comment = text));
  wordsOf(correction, (label, text) => (label.correction = text));
}

/** Of steps and of the whole trace; those of nodes belong to the tree. */
export function mapScores(mapping: CheckedMapping, scope: Scope, given: readonly Range[]): Score[] {
  return mapping.scores.flatMap(({ name, path, at }): Score[] => {
    if (at === 'trace') {
      const value = scope.number(path);
      return value === undefined ? [] : [{ source: name, on: 'trace', value }];
    }
    if (at !== 'step') return [];
    const values = scope.perStep(path, stepsOf(mapping));
    if (values.length !== given.length) return [];
    return given.flatMap((on, i) => {
      const value = numberIn(values[i]);
      return value === undefined ? [] : [{ source: name, on, value }];
    });
  });
}
