// TRL's stepwise supervision: a prompt, its completions in order, and one label per completion. The file does
// not say who labelled. Spec: https://huggingface.co/docs/trl/dataset_formats#stepwise-supervision

import * as v from 'valibot';
import type { Verdict } from '../model';
import { metaOf } from './fields';
import type { Reading, Sample } from './format';
import { tableLabels } from './givenLabels';
import { joinSteps } from './givenSteps';
import { labelCountFault, recordFormat } from './recordFormat';

const Row = v.looseObject({
  prompt: v.string(),
  completions: v.array(v.string()),
  labels: v.array(v.unknown()),
});
type Row = v.InferOutput<typeof Row>;
const hasEqualLengths = ({ completions, labels }: Row) => completions.length === labels.length;
const VERDICTS = new Map<unknown, Verdict>([
  [true, 'correct'],
  [1, 'correct'],
  [false, 'erroneous'],
  [0, 'erroneous'],
]);
/** The trainer's mask: the step has no label. */
const MASKED = -100;

function read({ prompt, completions, labels: values, ...rest }: Row): Reading {
  const { raw, given } = joinSteps(completions);
  const from = { source: 'labels', origin: 'unknown' as const };
  const { labels, warnings } = tableLabels(from, given, values, VERDICTS, MASKED);
  const meta = metaOf(rest, []);
  return { problem: { prompt }, attempts: [{ raw, projection: 'steps@1', given, labels, meta }], warnings };
}

const FINAL_ANSWER = /\\boxed|####|answer is/i;

/** Most completions hold a final answer: then they are rather whole rollouts with outcomes. */
function looksLikeRollouts({ records }: Sample): boolean {
  const completions = records.flatMap((record) => (v.is(Row, record) ? record.completions : []));
  const final = completions.filter((completion) => FINAL_ANSWER.test(completion)).length;
  return final * 2 > completions.length;
}

const format = recordFormat({
  id: 'trl-stepwise',
  title: 'TRL stepwise supervision',
  sign: v.pipe(Row, v.check(hasEqualLengths)),
  signs: '`completions` and `labels` of equal length',
  keys: 3,
  row: Row,
  faultOf: (row) =>
    hasEqualLengths(row) ? undefined : labelCountFault(row.labels.length, row.completions.length),
  read,
});

export const trlStepwise: typeof format = {
  ...format,
  guess(sample) {
    const guess = format.guess(sample);
    if (!guess.certain || !looksLikeRollouts(sample)) return guess;
    const because = `${guess.because}; but most completions hold a final answer, so they may be rollouts with outcomes`;
    return { ...guess, certain: false, because };
  },
};
