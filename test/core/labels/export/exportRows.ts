// Rows for the export tests: a text of short steps and verdicts written as letters.

import { passagesOf, problemKey, textKey } from '../../../../src/core/identity';
import type { ExportRow } from '../../../../src/core/labels/export';
import { GAP, STEP } from '../../../../src/core/model';
import type {
  FileKey,
  Judgement,
  Problem,
  Range,
  Row,
  Segmentation,
  Trace,
  Verdict,
} from '../../../../src/core/model';

const VERDICTS: Record<string, Verdict> = { c: 'correct', r: 'redundant', e: 'erroneous' };

export const said = (letter: string): Judgement | undefined => {
  const verdict = VERDICTS[letter];
  return verdict && { verdict, by: 'key', categories: [], tags: [], ratings: {}, spans: [], refs: [] };
};

/** `ranges` are the steps of `raw`; all between them is gap. */
export function segmentationOf(raw: string, ranges: readonly Range[]): Segmentation {
  const bounds = [0];
  const kinds: number[] = [];
  const push = (end: number, kind: number) => {
    if (end <= bounds.at(-1)!) return;
    bounds.push(end);
    kinds.push(kind);
  };
  for (const { start, end } of ranges) {
    push(start, GAP);
    push(end, STEP);
  }
  push(raw.length, GAP);
  const strategy = { strategy: 'blank', params: {}, version: 1 };
  return { ...strategy, bounds: Uint32Array.from(bounds), kinds: Uint8Array.from(kinds) };
}

interface Given {
  problem?: Partial<Problem>;
  trace?: Partial<Trace>;
  row?: Partial<Row>;
  hindsight?: ExportRow['hindsight'];
}

/** One step a letter: `c`, `r`, `e`, or `.` for an unjudged one; the steps read `s1`, `s2`, … */
export function rowOf(letters: string, given: Given = {}): ExportRow {
  const texts = letters.split('').map((_, i) => `s${i + 1}`);
  const raw = given.trace?.raw ?? texts.join('\n\n');
  let from = 0;
  const ranges = texts.map((text) => {
    const start = raw.indexOf(text, from);
    from = start + text.length;
    return { start, end: from };
  });
  return exportRow(raw, ranges, letters.split('').map(said), given);
}

export function exportRow(
  raw: string,
  ranges: readonly Range[],
  judgements: ExportRow['judgements'],
  given: Given = {},
): ExportRow {
  const prompt = given.problem?.prompt ?? 'How many?';
  const key = given.problem?.key ?? problemKey({ prompt, ...given.problem });
  const text = textKey(key, raw);
  return {
    problem: { key, prompt, assets: [], ...given.problem },
    trace: { text, problem: key, raw, projection: 'plain@1', zones: [], assets: [], ...given.trace },
    row: {
      at: { startByte: 0, sizeBytes: 1, line: 1, file: 'f' as FileKey },
      sample: 0,
      problem: key,
      text,
      scores: [],
      given: [],
      meta: {},
      outcome: true,
      ...given.row,
    },
    position: 'line 1',
    segmentation: segmentationOf(raw, ranges),
    steps: passagesOf(key, raw, ranges),
    annotator: 'me',
    judgements,
    hindsight: given.hindsight,
  };
}
