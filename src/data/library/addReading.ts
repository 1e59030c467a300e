import type { KeyedReading } from '../../core/formats';
import type { RecordPlace, Row, Warning } from '../../core/model';
import type { FileSummary } from '../api';
import type { LibraryFile } from './libraryFile';

const PREVIEW_UNITS = 160;

/** White space collapsed, then cut between code points. */
export function previewOf(text: string, units = PREVIEW_UNITS): string {
  const head = text
    .slice(0, units * 8)
    .replace(/\s+/g, ' ')
    .trim();
  if (head.length <= units) return head;
  const isPair = /[\uD800-\uDBFF]/.test(head.charAt(units - 1));
  return head.slice(0, isPair ? units - 1 : units);
}

/** Puts what a record holds into the index of the file. */
export function addReading(
  { columns, givenVerdicts, summary }: LibraryFile,
  place: RecordPlace,
  { problems, rows, traces, trees }: KeyedReading,
): Pick<FileSummary, 'humanLabels' | 'otherLabels'> {
  const numbers = new Map(
    problems.map(({ key, prompt, fileId }) => [
      key,
      columns.addProblem({ key, preview: previewOf(prompt), ...(fileId === undefined ? {} : { fileId }) }),
    ]),
  );
  if (rows.length > 0) columns.addRecord(place);
  else if (trees[0] !== undefined) columns.addTreeRecord(numbers.get(trees[0].problem)!, place);
  let { humanLabels, otherLabels } = summary;
  for (const [i, row] of rows.entries()) {
    const trace = traces[i]!;
    columns.addRow({
      problem: numbers.get(row.problem)!,
      text: row.text,
      sample: i,
      generator: row.generator,
      outcome: row.outcome,
      lengthUtf16: trace.raw.length,
      givenSteps: trace.given?.length,
      lowestScore: lowestScore(row),
    });
    for (const { verdict, origin, annotator = '' } of row.given) {
      if (verdict === undefined) continue;
      if (origin !== 'human') otherLabels++;
      else {
        humanLabels++;
        givenVerdicts.set(annotator, (givenVerdicts.get(annotator) ?? 0) + 1);
      }
    }
  }
  return { humanLabels, otherLabels };
}

function lowestScore({ scores }: Row): number | undefined {
  const values = scores.map(({ value }) => value).filter((value) => Number.isFinite(value));
  return values.length === 0 ? undefined : values.reduce((a, b) => Math.min(a, b));
}

export function addWarnings(
  counted: FileSummary['warnings'],
  met: readonly Warning[],
): FileSummary['warnings'] {
  if (met.length === 0) return counted;
  const byKind = new Map(counted.map((entry) => [entry.kind, entry]));
  for (const { kind, reason } of met) {
    const known = byKind.get(kind);
    byKind.set(kind, { kind, reason: known?.reason ?? reason, count: (known?.count ?? 0) + 1 });
  }
  return [...byKind.values()];
}
