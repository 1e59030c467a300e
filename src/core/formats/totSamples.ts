// Tree of Thoughts, the sampling baselines: many answers to one task, which is only named by its index. `r` 0 or
// 1 alone is an outcome; with `rs`, the ratings it is the mean of, it is a score.
// Source: https://github.com/princeton-nlp/tree-of-thought-llm (logs/*/…_sample_*.json)

import * as v from 'valibot';
import { isObject, numberOf, textOf } from './fields';
import type { AttemptDraft, Reading } from './format';
import { recordFormat } from './recordFormat';

const Row = v.looseObject({
  idx: v.union([v.number(), v.string()]),
  ys: v.array(v.string()),
  infos: v.array(v.unknown()),
});

function rewardOf(info: unknown): Pick<AttemptDraft, 'outcome' | 'scores'> {
  if (!isObject(info)) return {};
  const reward = numberOf(info['r']);
  if (reward === undefined) return {};
  const isOutcome = info['rs'] === undefined && (reward === 0 || reward === 1);
  return isOutcome ? { outcome: reward === 1 } : { scores: [{ source: 'r', on: 'trace', value: reward }] };
}

function read({ idx, ys, infos }: v.InferOutput<typeof Row>): Reading {
  const reason = `There are ${ys.length} texts in \`ys\`, but ${infos.length} \`infos\`.`;
  return {
    problem: { prompt: '', fileId: textOf(idx) ?? '' },
    attempts: ys.map((raw, i) => ({ raw, projection: 'plain@1', ...rewardOf(infos[i]) })),
    warnings: ys.length === infos.length ? [] : [{ kind: 'length-mismatch', reason }],
  };
}

export const totSamples = recordFormat({
  id: 'tot-samples',
  title: 'Tree of Thoughts samples',
  sign: v.pipe(
    Row,
    v.check((row) => !('steps' in row)),
  ),
  signs: '`idx`, `ys` and `infos` without `steps`',
  keys: 3,
  row: Row,
  read,
});
