// The frame that most formats share: one record is one object of a known shape.

import * as v from 'valibot';
import type { Result } from '../model';
import { shapeCheck } from './shapeCheck';
import type { Guess, Reading, ReadResult, RecordFault, Sample, Surroundings, TraceFormat } from './format';

type Shape = v.GenericSchema<unknown, unknown>;

/** Half of the sample must show a format's signs: a few odd records do not make it another format. */
const CERTAIN_SHARE = 0.5;

export function guessByShare(
  sample: Sample,
  shows: (record: unknown) => boolean,
  { signs, keys, certain = true }: { signs: string; keys: number; certain?: boolean },
): Guess {
  const total = sample.records.length;
  const matching = sample.records.filter(shows).length;
  const score = total === 0 ? 0 : matching / total;
  return {
    score,
    certain: certain && score >= CERTAIN_SHARE,
    because: `${matching} of ${total} records have ${signs}`,
    keys,
  };
}

/** The record as `schema` knows it, or a fault that names the first field that does not fit. */
export function readShape<S extends Shape>(
  schema: S,
  record: unknown,
): Result<v.InferOutput<S>, RecordFault> {
  if (shapeCheck(schema)?.(record) === true) return { ok: true, value: record as v.InferOutput<S> };
  const parsed = v.safeParse(schema, record, { abortEarly: true });
  if (parsed.success) return { ok: true, value: parsed.output };
  const [issue] = parsed.issues;
  const where = v.getDotPath(issue);
  return {
    ok: false,
    fault: {
      kind: 'wrong-shape',
      reason: `${where === null ? 'The record' : `\`${where}\``}: expected ${issue.expected ?? 'another value'}, found ${issue.received}.`,
      remedy: 'Fix this record, or choose another format for the file.',
    },
  };
}

const hasShape = (schema: Shape, record: unknown): boolean =>
  shapeCheck(schema)?.(record) === true || v.is(schema, record);

/** `sign` is what makes the format certain; `row` is what reading needs, and no more, so that one odd value
 *  does not cost the whole record. */
export function recordFormat<S extends Shape>(format: {
  id: string;
  title: string;
  sign: Shape;
  /** What `sign` looks for, in words that follow "records have". */
  signs: string;
  /** How many fields `sign` asks for. */
  keys: number;
  row: S;
  /** What a schema cannot say, with its numbers. */
  faultOf?(row: v.InferOutput<S>): RecordFault | undefined;
  read(row: v.InferOutput<S>, around: Surroundings): Reading;
}): TraceFormat {
  return {
    id: format.id,
    title: format.title,
    guess: (sample) => guessByShare(sample, (record) => hasShape(format.sign, record), format),
    read(record, around = {}): ReadResult {
      const row = readShape(format.row, record);
      if (!row.ok) return row;
      const fault = format.faultOf?.(row.value);
      return fault ? { ok: false, fault } : { ok: true, value: [format.read(row.value, around)] };
    },
  };
}

/** A list beside the steps has another length: which label belongs where cannot be known. */
export const labelCountFault = (labels: number, steps: number): RecordFault => ({
  kind: 'label-count',
  reason: `${labels} labels for ${steps} steps.`,
  remedy: 'This row was left out. Fix it and drop the file again, or go on without it.',
});
