import type { Hindsight, Judgement, Passage, Problem, Row, Segmentation, Trace, Verdict } from '../../model';

/** One row of a file with what one annotator said about it, wherever that comes from: the log, or labels the
 *  file gives. */
export interface ExportRow {
  problem: Problem;
  trace: Trace;
  row: Row;
  /** Of the record, as a person is shown it. */
  position: string;
  segmentation: Segmentation;
  /** The steps of `segmentation`, in order. */
  steps: readonly Passage[];
  annotator: string;
  /** By step, as the step shows it (`matchJudgements`); undefined where nothing was said. */
  judgements: readonly (Judgement | undefined)[];
  hindsight?: Hindsight | undefined;
  /** By step: active ms of the changes that made its judgement. */
  activeMs?: readonly (number | undefined)[];
  /** Erroneous steps that a later one clears under the protocol: none of them is the first error. */
  cleared?: ReadonlySet<number>;
  /** Erroneous only through an earlier error, where the protocol gives that a flag of its own. */
  propagated?: ReadonlySet<number>;
}

/** What a row became: its line, and what must be found there when the file is read back. */
export type WrittenRow = { ok: true; line: string; expected: Readback } | { ok: false; reason: string };

/** The content of a written row as far as it is compared. */
export interface Readback {
  /** As written: `1`, `-100`, `3`, `erroneous`. */
  labels: readonly string[];
  /** A hash of the step texts, see `hashTexts`. */
  texts: string;
}

export const verdictsOfRow = (row: Pick<ExportRow, 'steps' | 'judgements'>): (Verdict | undefined)[] =>
  row.steps.map((_, i) => row.judgements[i]?.verdict);

export const stepTexts = ({ trace, steps }: Pick<ExportRow, 'trace' | 'steps'>): string[] =>
  steps.map(({ start, end }) => trace.raw.slice(start, end));

/** Prompt and options, as they stand. Formats with one text for the problem have no place for system prompt
 *  and tools. */
export function problemText({ prompt, options = [] }: Problem): string {
  return options.length === 0 ? prompt : `${prompt}\n\n${options.join('\n')}`;
}

/** Why a row fits no format that holds texts and labels alone. */
export function refusalOf({ problem, trace, steps, hindsight }: ExportRow): string | undefined {
  if (hindsight?.finish === 'bad_problem') return 'marked as bad problem';
  if (hindsight?.finish === 'give_up') return 'given up';
  if (steps.length === 0) return 'has no steps';
  if (problem.assets.length > 0 || trace.assets.length > 0)
    return 'has an image, which the format cannot hold';
  return undefined;
}
