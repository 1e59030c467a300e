// TRL stepwise supervision: {prompt, completions, labels}. A completion is the exact text of a step, without
// the white space, markers and tool results around it; TRL itself joins the prompt and the steps with its
// `step_separator` (a line break unless told otherwise), so what stood between steps is lost. Labels are one
// column of whole numbers, because -100 (the index PyTorch's loss ignores) cannot stand beside booleans.
// https://huggingface.co/docs/trl/dataset_formats#stepwise-supervision

import { problemText } from './exportRow';
import type { ExportRow, WrittenRow } from './exportRow';
import { hashTexts } from './hashTexts';
import type { Policies } from './policies';
import { resolveRow } from './resolveRow';
import type { StepLabel } from './resolveRow';
import type { ExportTarget } from './target';

interface Line {
  prompt: string;
  completions: string[];
  labels: number[];
}

const VALUES: Record<StepLabel, number> = { positive: 1, negative: 0, masked: -100 };

function assertAnswered(policies: Partial<Policies>): asserts policies is Policies {
  const { redundant, afterFirstError, unjudged } = policies;
  if (redundant && afterFirstError && unjudged) return;
  throw new Error('a row was written before every policy was answered');
}

function write(row: ExportRow, policies: Partial<Policies>): WrittenRow {
  assertAnswered(policies);
  const resolved = resolveRow(row, policies);
  if (!resolved.ok) return resolved;
  const line: Line = {
    prompt: problemText(row.problem),
    completions: resolved.steps.map(({ start, end }) => row.trace.raw.slice(start, end)),
    labels: resolved.labels.map((label) => VALUES[label]),
  };
  const expected = { labels: line.labels.map(String), texts: hashTexts(line.completions) };
  return { ok: true, line: JSON.stringify(line), expected };
}

function meaningOf(value: string, { redundant, afterFirstError, unjudged }: Partial<Policies>): string {
  const also = (words: (string | false)[]) => words.filter((word) => word !== false).join(', ');
  switch (value) {
    case '1':
      return also(['correct', redundant === 'positive' && 'redundant']);
    case '0':
      return also([
        'erroneous',
        redundant === 'negative' && 'redundant',
        afterFirstError === 'negative' && 'after the first error',
      ]);
    default: {
      const masked = also([
        redundant === 'masked' && 'redundant',
        afterFirstError === 'masked' && 'after the first error',
        unjudged === 'masked' && 'not judged',
      ]);
      return masked === '' ? 'masked' : `masked: ${masked}`;
    }
  }
}

export const TRL_STEPWISE: ExportTarget = {
  id: 'trl-stepwise',
  title: 'TRL stepwise',
  hint: 'prompt, completions, labels',
  group: 'Process reward training',
  policies: ['redundant', 'afterFirstError', 'unjudged'],
  notes: [
    'Labels are whole numbers: 1, 0, and -100 for masked.',
    'TRL joins prompt and steps with its own separator: white space between steps, step markers, system prompt and tool results are not in the file.',
    'A step flagged as following from an earlier error is masked where the protocol has a flag for that.',
    'A trace without any verdict is left out.',
  ],
  values: ['1', '0', '-100'],
  meaningOf,
  write,
  readBack(line) {
    const { labels, completions } = JSON.parse(line) as Line;
    return { labels: labels.map(String), texts: hashTexts(completions) };
  },
};
