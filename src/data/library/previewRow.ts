import type { Scope } from '../../core/model';
import type { RowPreview } from '../api';
import type { LibraryFile } from './libraryFile';
import type { ProgressBoard } from './progressBoard';

const PROMPT_UNITS = 1_000;
const STEPS = 8;
const STEP_UNITS = 240;

/** What a row is, for the panel beside the table: the page gets a few short strings, not the trace. */
export async function previewRow(
  file: LibraryFile,
  row: number,
  scope: Scope,
  board: ProgressBoard,
): Promise<RowPreview> {
  const { split } = await board.splitRow(file, row, scope);
  const { prompt } = split.problem;
  return {
    row,
    prompt: cut(prompt, 0, prompt.length, PROMPT_UNITS),
    steps: split.steps.slice(0, STEPS).map(({ start, end }) => cut(split.trace.raw, start, end, STEP_UNITS)),
  };
}

const cut = (text: string, start: number, end: number, most: number): string =>
  end - start > most ? `${text.slice(start, start + most)}…` : text.slice(start, end);
