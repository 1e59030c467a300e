// Samples of the LM evaluation harness. The problem is the prompt that was sent; `resps` is a list per request of its
// repeats, and for multiple choice holds likelihoods, no text. One document under several filters is the same trace.
// Source: https://github.com/EleutherAI/lm-evaluation-harness (samples_*.jsonl)

import * as v from 'valibot';
import type { Score } from '../model';
import { booleanOf, compactJson, isObject, metaOf, numberOf, present, textOf } from './fields';
import type { Foreign } from './fields';
import { recordFormat } from './recordFormat';

const Row = v.looseObject({ doc_id: v.union([v.number(), v.string()]), resps: v.array(v.unknown()) });
/** Metrics that say whether the answer is right. */
const OUTCOMES = ['exact_match', 'acc'];

/** `arguments.gen_args_0.arg_0`, in older files `arguments[0][0]`. */
function promptOf(args: unknown): string | undefined {
  if (isObject(args)) {
    const first = Object.values(args)[0];
    return isObject(first) ? textOf(first['arg_0']) : undefined;
  }
  const first: unknown = Array.isArray(args) ? args[0] : undefined;
  return textOf(Array.isArray(first) ? first[0] : undefined);
}

function outcomeOf(row: Foreign): { metric?: string; outcome?: boolean } {
  for (const metric of OUTCOMES) {
    const outcome = booleanOf(row[metric]);
    if (outcome !== undefined) return { metric, outcome };
  }
  return {};
}

function scoresOf(row: Foreign, outcomeMetric: string | undefined): Score[] {
  const metrics: unknown[] = Array.isArray(row['metrics']) ? row['metrics'] : OUTCOMES;
  return metrics.flatMap((metric) => {
    const value = typeof metric === 'string' && metric !== outcomeMetric ? numberOf(row[metric]) : undefined;
    return value === undefined ? [] : [{ source: String(metric), on: 'trace' as const, value }];
  });
}

export const lmEvalSamples = recordFormat({
  id: 'lm-eval-samples',
  title: 'LM evaluation harness samples',
  sign: Row,
  signs: '`doc_id` and `resps`',
  keys: 3,
  row: Row,
  read(row) {
    const texts = row.resps.flat().filter((response) => typeof response === 'string');
    const { metric, outcome } = outcomeOf(row);
    // One number for several repeats says nothing of each.
    const single = texts.length === 1;
    const target = row['target'];
    return {
      problem: {
        prompt: promptOf(row['arguments']) ?? '',
        fileId: String(row.doc_id),
        ...present({ answer: textOf(target) ?? (target ? compactJson(target) : undefined) }),
      },
      attempts: texts.map((raw) => ({
        raw,
        projection: 'plain@1',
        scores: single ? scoresOf(row, metric) : [],
        meta: metaOf(row, ['doc_id', 'target', ...OUTCOMES]),
        ...present({ outcome: single ? outcome : undefined }),
      })),
    };
  },
});
