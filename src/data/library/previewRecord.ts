import { positionOf } from '../../core/bytes';
import type { KeyedReading } from '../../core/formats';
import type { RecordPlace, Row, Strategy, Verdict } from '../../core/model';
import type { RecordPreview } from '../api';
import { splitTrace } from './splitTrace';

export const PREVIEW_RECORDS = 3;
const STEPS = 8;
const STEP_UNITS = 200;
const SOURCE_UNITS = 2_000;
const PROBLEM_UNITS = 400;

/** One of the first records as it will be read, for the open screen. */
export function previewRecord(
  place: RecordPlace,
  { problems, rows, traces }: KeyedReading,
  strategy: Strategy,
  source: string,
): RecordPreview {
  const [trace] = traces;
  const split = trace === undefined ? undefined : splitTrace(trace, strategy);
  const shown = (split?.steps ?? []).slice(0, STEPS);
  return {
    position: positionOf(place),
    problem: begun(problems[0]?.prompt ?? ''),
    attempts: traces.length,
    zones: [...new Set(split?.zones.map(({ kind }) => kind))],
    steps: shown.map(({ start, end }) => trace?.raw.slice(start, Math.min(end, start + STEP_UNITS)) ?? ''),
    verdicts: shown.map(({ start, end }) => verdictOn(rows[0], start, end)),
    stepCount: split?.steps.length ?? 0,
    source: source.slice(0, SOURCE_UNITS),
  };
}

const begun = (prompt: string) =>
  prompt.length > PROBLEM_UNITS ? `${prompt.slice(0, PROBLEM_UNITS).trimEnd()}…` : prompt;

const verdictOn = (row: Row | undefined, start: number, end: number): Verdict | undefined =>
  row?.given.find(({ on }) => on !== 'text' && on.start === start && on.end === end)?.verdict;
