// ProcessBench: {id, generator, problem, steps, final_answer_correct, label}; `label` counts from 0, -1 means
// that every step was judged and none is wrong. https://huggingface.co/datasets/Qwen/ProcessBench

import { firstErrorIndex } from '../progress';
import { problemText, refusalOf, stepTexts, verdictsOfRow } from './exportRow';
import type { ExportRow, WrittenRow } from './exportRow';
import { hashTexts } from './hashTexts';
import type { ExportTarget } from './target';

interface Line {
  id: string;
  generator: string;
  problem: string;
  steps: string[];
  final_answer_correct: boolean;
  label: number;
}

/** An outcome between 0 and 1 is a share, not a right or wrong answer. */
function outcomeOf(outcome: boolean | number | undefined): boolean | undefined {
  if (outcome === 1 || outcome === 0) return outcome === 1;
  return typeof outcome === 'boolean' ? outcome : undefined;
}

/** The row's own id where its file gave one, so that a benchmark keeps its names. */
function idOf({ row, problem, trace }: ExportRow): string {
  const own = row.meta['id'];
  if (typeof own === 'string' || typeof own === 'number') return String(own);
  return problem.fileId ?? trace.text;
}

/** Nothing about redundant steps or those after the first error is left to decide: the format asks only for
 *  the first error, and up to there every step must have been judged. */
function write(row: ExportRow): WrittenRow {
  const verdicts = verdictsOfRow(row);
  const firstError = firstErrorIndex(verdicts, row.cleared);
  const isOpen = verdicts.slice(0, firstError).includes(undefined);
  const outcome = outcomeOf(row.row.outcome);
  const reason = refusalOf(row) ?? (isOpen ? 'a step was not judged' : undefined);
  if (reason !== undefined) return { ok: false, reason };
  if (outcome === undefined) return { ok: false, reason: 'whether the final answer is right is unknown' };
  const line: Line = {
    id: idOf(row),
    generator: row.row.generator ?? '',
    problem: problemText(row.problem),
    steps: stepTexts(row),
    final_answer_correct: outcome,
    label: firstError ?? -1,
  };
  const expected = { labels: [`${line.label}`], texts: hashTexts(line.steps) };
  return { ok: true, line: JSON.stringify(line), expected };
}

export const PROCESSBENCH: ExportTarget = {
  id: 'processbench',
  title: 'ProcessBench',
  hint: 'first error, counts from 0',
  group: 'Benchmarks',
  policies: [],
  notes: [
    'The label is the first erroneous step, counted from 0; -1 only if every step is judged and none is erroneous.',
    'Where the protocol says that a later correction clears an error, the first error is the first one not cleared.',
    'Redundant never counts as an error. Verdicts after the first error are not in the file.',
    'A row is refused if a step before its first error is not judged, or if its final answer is not known to be right or wrong.',
    'White space between steps, step markers, system prompt and tool results have no place in this format.',
  ],
  values: ['-1'],
  meaningOf: (value) => (value === '-1' ? 'no error' : `first error at step ${Number(value) + 1}`),
  write,
  readBack(line) {
    const { label, steps } = JSON.parse(line) as Line;
    return { labels: [String(label)], texts: hashTexts(steps) };
  },
};
