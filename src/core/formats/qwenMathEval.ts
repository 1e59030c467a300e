// Outputs of Qwen2.5-Math's evaluation: `code` holds the answers, `score` whether each is right, `pred_score` what a
// reward model gave (one number for the trace, or several for its steps). `response` repeats the answers.
// Source: https://github.com/QwenLM/Qwen2.5-Math (evaluation/outputs)

import * as v from 'valibot';
import type { Score } from '../model';
import { booleanOf, metaOf, numberOf, present, textOf } from './fields';
import { labelCountFault, recordFormat } from './recordFormat';

const Row = v.looseObject({
  question: v.string(),
  code: v.array(v.string()),
  pred: v.array(v.unknown()),
  score: v.array(v.unknown()),
});

/** Without known steps the numbers of steps are scores of the trace, in order. */
function rewardScores(scores: unknown): Score[] {
  const list: unknown[] = Array.isArray(scores) ? scores : [scores];
  return list.flatMap((score, i) => {
    const value = numberOf(score);
    const source = list.length === 1 ? 'pred_score' : `pred_score[${i}]`;
    return value === undefined ? [] : [{ source, on: 'trace' as const, value }];
  });
}

export const qwenMathEval = recordFormat({
  id: 'qwen-math-eval',
  title: 'Qwen math evaluation',
  sign: Row,
  signs: '`code`, `pred` and `score`',
  keys: 4,
  row: Row,
  faultOf: ({ code, score }) =>
    code.length === score.length
      ? undefined
      : {
          ...labelCountFault(score.length, code.length),
          reason: `${score.length} scores for ${code.length} answers.`,
        },
  read(row) {
    const rewards: unknown[] = Array.isArray(row['pred_score']) ? row['pred_score'] : [];
    const meta = metaOf(row, ['idx', 'question', 'gt', 'gt_cot']);
    return {
      problem: {
        prompt: row.question,
        ...present({
          answer: textOf(row['gt']),
          solution: textOf(row['gt_cot']),
          fileId: textOf(row['idx']),
        }),
      },
      attempts: row.code.map((raw, i) => ({
        raw,
        projection: 'plain@1',
        scores: rewardScores(rewards[i]),
        meta,
        ...present({ ownAnswer: textOf(row.pred[i]), outcome: booleanOf(row.score[i]) }),
      })),
    };
  },
});
