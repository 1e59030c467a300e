import type { Origin, Range, Verdict, Warning } from '../model';
import type { LabelDraft } from './format';
import { rawValueOf } from './fields';

/** What all labels of one field have in common. */
export interface LabelSource {
  /** The field they come from. */
  source: string;
  origin: Origin;
  annotator?: string | undefined;
}
export interface LabelWords {
  unsure?: true | undefined;
  categories?: string[] | undefined;
  comment?: string | undefined;
  correction?: string | undefined;
  spans?: Range[] | undefined;
}

/** `verdict` undefined: the file has an entry here, and it judges nothing. */
export function givenLabel(
  { source, origin, annotator }: LabelSource,
  on: Range | 'text',
  verdict: Verdict | undefined,
  raw: unknown,
  words: LabelWords = {},
): LabelDraft {
  const { categories = [], spans = [], unsure, comment, correction } = words;
  // Field by field: a label is made for each step of each record while a file is read.
  const label: LabelDraft = { source, origin, on, raw: rawValueOf(raw), categories, spans };
  if (annotator !== undefined) label.annotator = annotator;
  if (verdict !== undefined) label.verdict = verdict;
  if (unsure !== undefined) label.unsure = unsure;
  if (comment !== undefined) label.comment = comment;
  if (correction !== undefined) label.correction = correction;
  return label;
}

/** Rule F of formats.md §1: steps before the first error are correct, those after it unjudged; without one
 *  all are correct. `raw` is the file's own word for it. */
export function firstErrorLabels(
  from: LabelSource,
  given: readonly Range[],
  errorIndexFrom0: number | 'none',
  raw: unknown,
  atError: LabelWords = {},
): { labels: LabelDraft[]; warnings: Warning[] } {
  if (errorIndexFrom0 !== 'none' && !(Number.isInteger(errorIndexFrom0) && given[errorIndexFrom0])) {
    const reason = `\`${from.source}\` is ${String(raw)}, but there are ${given.length} steps; the row opens without labels.`;
    return { labels: [], warnings: [{ kind: 'index-out-of-range', reason }] };
  }
  const judged = errorIndexFrom0 === 'none' ? given : given.slice(0, errorIndexFrom0 + 1);
  const labels = judged.map((range, i) =>
    i === errorIndexFrom0
      ? givenLabel(from, range, 'erroneous', raw, atError)
      : givenLabel(from, range, 'correct', raw),
  );
  return { labels, warnings: [] };
}

/** One value per step, by a table. `masked` means "no label" and is nothing to report. */
export function tableLabels(
  from: LabelSource,
  given: readonly Range[],
  values: readonly unknown[],
  table: ReadonlyMap<unknown, Verdict>,
  masked?: unknown,
): { labels: LabelDraft[]; warnings: Warning[] } {
  const labels: LabelDraft[] = [];
  const warnings: Warning[] = [];
  given.forEach((range, i) => {
    const verdict = table.get(values[i]);
    if (verdict !== undefined) labels.push(givenLabel(from, range, verdict, values[i]));
    else if (values[i] !== masked) warnings.push(unknownValue(from.source, values[i]));
  });
  return { labels, warnings };
}

/** For values outside a format's table: the step is unjudged, and the value is counted. */
export function unknownValue(field: string, value: unknown): Warning {
  return {
    kind: `unknown-value:${field}`,
    reason: `\`${field}\` holds ${JSON.stringify(rawValueOf(value))}, which has no meaning in this format; such steps are unjudged.`,
  };
}
