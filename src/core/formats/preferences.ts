// Pairs and single answers that somebody preferred or not: DPO and KTO data, and judged pairs. Each answer is a
// trace of its own; which one was preferred is neither a verdict nor an outcome, and stays a word on the whole trace.
// Specs: https://huggingface.co/docs/trl/dataset_formats, https://llamafactory.readthedocs.io (ShareGPT preference),
// https://huggingface.co/datasets/xinlai/Math-Step-DPO-10K

import * as v from 'valibot';
import { metaOf, present, textOf } from './fields';
import type { AttemptDraft, ProblemDraft, Reading } from './format';
import { givenLabel, unknownValue } from './givenLabels';
import { recordFormat } from './recordFormat';
import { answerAttempt, promptProblem } from './turns';

const Message = v.union([
  v.looseObject({ role: v.string() }),
  v.looseObject({ from: v.string(), value: v.string() }),
]);
const TextOrMessages = v.union([v.string(), Message, v.array(Message)]);

const preferenceLabel = (source: string, raw: unknown) =>
  givenLabel({ source, origin: 'unknown' }, 'text', undefined, raw);

function readPair(
  problem: ProblemDraft,
  pair: Record<'chosen' | 'rejected', AttemptDraft>,
  meta: Record<string, unknown>,
): Reading {
  const attempts = (['chosen', 'rejected'] as const).map((which) => ({
    ...pair[which],
    labels: [preferenceLabel('preference', which)],
    meta,
  }));
  return { problem, attempts };
}

const Sharegpt = v.looseObject({
  conversations: v.array(Message),
  chosen: Message,
  rejected: Message,
});
export const sharegptPreference = recordFormat({
  id: 'sharegpt-preference',
  title: 'ShareGPT preference pairs',
  sign: Sharegpt,
  signs: '`conversations` with `chosen` and `rejected`',
  keys: 3,
  row: Sharegpt,
  read({ conversations, chosen, rejected, ...rest }) {
    const pair = { chosen: answerAttempt(chosen), rejected: answerAttempt(rejected) };
    const system = textOf(rest['system']);
    return readPair(
      { ...promptProblem(conversations), ...present({ system }) },
      pair,
      metaOf(rest, ['system']),
    );
  },
});

const Dpo = v.looseObject({ prompt: TextOrMessages, chosen: TextOrMessages, rejected: TextOrMessages });
export const trlDpo = recordFormat({
  id: 'trl-dpo',
  title: 'TRL preference pairs',
  sign: Dpo,
  signs: '`prompt`, `chosen` and `rejected`',
  keys: 3,
  row: Dpo,
  read: ({ prompt, chosen, rejected, ...rest }) =>
    readPair(
      promptProblem(prompt),
      { chosen: answerAttempt(chosen), rejected: answerAttempt(rejected) },
      metaOf(rest, []),
    ),
});

/** The next step is preferred, not the whole solution: both traces begin with the steps before it. */
const StepDpo = v.looseObject({
  prompt: v.string(),
  initial_reason_steps: v.string(),
  chosen: v.string(),
  rejected: v.string(),
});
export const stepDpo = recordFormat({
  id: 'step-dpo',
  title: 'Step-DPO pairs',
  sign: StepDpo,
  signs: '`initial_reason_steps`, `chosen` and `rejected`',
  keys: 4,
  row: StepDpo,
  read({ prompt, initial_reason_steps: before, chosen, rejected, ...rest }) {
    const goOn = (step: string): AttemptDraft => ({ raw: before + step, projection: 'plain@1' });
    const problem = { prompt, ...present({ answer: textOf(rest['answer']) }) };
    return readPair(problem, { chosen: goOn(chosen), rejected: goOn(rejected) }, metaOf(rest, ['answer']));
  },
});

const Kto = v.looseObject({ prompt: TextOrMessages, completion: TextOrMessages });
export const trlKto = recordFormat({
  id: 'trl-kto',
  title: 'TRL KTO',
  sign: v.looseObject({ prompt: TextOrMessages, completion: TextOrMessages, label: v.boolean() }),
  signs: '`prompt`, `completion` and a boolean `label`',
  keys: 3,
  row: Kto,
  read({ prompt, completion, label, ...rest }) {
    const labels = [preferenceLabel('label', label)];
    return {
      problem: promptProblem(prompt),
      attempts: [{ ...answerAttempt(completion), labels, meta: metaOf(rest, []) }],
      warnings: typeof label === 'boolean' ? [] : [unknownValue('label', label)],
    };
  },
});

const JudgePair = v.looseObject({ question: v.string(), response_A: v.string(), response_B: v.string() });
export const judgePairs = recordFormat({
  id: 'judge-pairs',
  title: 'Judged pairs',
  sign: v.looseObject({ ...JudgePair.entries, label: v.string() }),
  signs: '`response_A`, `response_B` and `label`',
  keys: 4,
  row: JudgePair,
  read({ question, response_A, response_B, ...rest }) {
    const meta = metaOf(rest, ['response_model', 'label']);
    const attempts = [response_A, response_B].map((raw) => ({
      raw,
      projection: 'plain@1',
      labels: [preferenceLabel('label', rest['label'])],
      meta,
      ...present({ generator: textOf(rest['response_model']) }),
    }));
    return { problem: { prompt: question }, attempts };
  },
});
