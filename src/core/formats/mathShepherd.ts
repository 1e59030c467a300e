// Math-Shepherd: one string holds problem and solution; the marker "ки" ends each step in `input`, and `label`
// is the same text with a sign in place of each marker. The marker has two characters and the sign one, so the
// k-th sign (from 0) stands k places before its marker. + and − are Monte Carlo estimates (the answer was
// reached from here or not), no person's word. Spec: https://huggingface.co/datasets/peiyi9979/Math-Shepherd

import * as v from 'valibot';
import type { Verdict, Warning } from '../model';
import { metaOf } from './fields';
import type { LabelDraft, Reading } from './format';
import { givenLabel, unknownValue } from './givenLabels';
import { markedProblem, markedSteps, STEP_MARKER as MARKER } from './markedSteps';
import { recordFormat } from './recordFormat';

const SIGNS = new Map<string, Verdict>([
  ['+', 'correct'],
  ['-', 'erroneous'],
]);
const Row = v.looseObject({ input: v.string(), label: v.string() });

function read(row: v.InferOutput<typeof Row>): Reading {
  const { prompt, rawStart, warnings } = markedProblem(row.input, MARKER);
  const raw = row.input.slice(rawStart);
  const steps = markedSteps(raw, MARKER);
  const markers = steps.filter(({ markerAt }) => markerAt !== -1);
  const labels: LabelDraft[] = [];
  markers.forEach(({ start, end, markerAt }, k) => {
    const sign = row.label.charAt(rawStart + markerAt - k);
    const verdict = SIGNS.get(sign);
    if (verdict === undefined) warnings.push(unknownValue('label', sign));
    else labels.push(givenLabel({ source: 'label', origin: 'model' }, { start, end }, verdict, sign));
  });
  const expected = row.input.length - markers.length;
  if (row.label.length !== expected) warnings.push(lengthWarning(row.label.length, expected));
  const given = steps.map(({ start, end }) => ({ start, end }));
  const meta = metaOf(row, ['input', 'label']);
  return { problem: { prompt }, attempts: [{ raw, projection: 'plain@1', given, labels, meta }], warnings };
}

const lengthWarning = (length: number, expected: number): Warning => ({
  kind: 'label-length',
  reason: `\`label\` has ${length} characters where ${expected} would mirror \`input\`; signs may be misplaced.`,
});

export const mathShepherd = recordFormat({
  id: 'math-shepherd',
  title: 'Math-Shepherd',
  sign: v.looseObject({
    input: v.pipe(v.string(), v.includes(MARKER)),
    label: v.pipe(
      v.string(),
      v.check((label) => !label.includes(MARKER) && /[+-]/.test(label)),
    ),
  }),
  signs: '"ки" in `input` and the same text with signs in `label`',
  keys: 2,
  row: Row,
  read,
});
