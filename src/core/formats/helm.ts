// HELM scenario states: a request per instance, its completions the traces. Token texts join to a completion's text, so
// their log probabilities are scores of ranges.
// Source: https://crfm-helm.readthedocs.io (scenario_state.json)

import * as v from 'valibot';
import type { Score } from '../model';
import { isObject, numberOf, present, textOf } from './fields';
import type { Foreign } from './fields';
import type { AttemptDraft } from './format';
import { recordFormat } from './recordFormat';

const Instance = v.looseObject({ input: v.looseObject({ text: v.string() }) });
const Row = v.looseObject({
  instance: Instance,
  result: v.optional(v.nullable(v.looseObject({ completions: v.unknown() }))),
});

const objectsIn = (value: unknown): Foreign[] => (Array.isArray(value) ? value.filter(isObject) : []);

/** undefined: the tokens are not the text. */
function tokenScores(text: string, tokens: readonly Foreign[]): Score[] | undefined {
  const scores: Score[] = [];
  let start = 0;
  for (const token of tokens) {
    const own = textOf(token['text']) ?? '';
    if (!text.startsWith(own, start)) return undefined;
    const end = start + own.length;
    const value = numberOf(token['logprob']);
    if (value !== undefined) scores.push({ source: 'token logprob', on: { start, end }, value });
    start = end;
  }
  return start === text.length ? scores : undefined;
}

function attemptOf(completion: Foreign, model: string | undefined): AttemptDraft {
  const raw = textOf(completion['text']) ?? '';
  const whole = numberOf(completion['logprob']);
  const scores: Score[] = whole === undefined ? [] : [{ source: 'logprob', on: 'trace', value: whole }];
  return {
    raw,
    projection: 'plain@1',
    scores: [...scores, ...(tokenScores(raw, objectsIn(completion['tokens'])) ?? [])],
    ...present({ generator: model }),
  };
}

const isCorrect = ({ tags }: Foreign) => Array.isArray(tags) && tags.includes('correct');

export const helm = recordFormat({
  id: 'helm',
  title: 'HELM scenario state',
  sign: v.looseObject({
    instance: Instance,
    request: v.looseObject({ prompt: v.unknown() }),
    result: v.looseObject({ completions: v.array(v.unknown()) }),
  }),
  signs: '`instance.input.text`, `request` and `result.completions`',
  keys: 5,
  row: Row,
  read(row) {
    const request = isObject(row['request']) ? row['request'] : {};
    const references = objectsIn(row.instance['references']);
    const textIn = ({ output }: Foreign) => (isObject(output) ? textOf(output['text']) : undefined);
    const options = references.flatMap((reference) => textIn(reference) ?? []);
    const right = references.find(isCorrect);
    return {
      problem: {
        prompt: row.instance.input.text,
        ...present({
          answer: right && textIn(right),
          options: options.length > 1 ? options : undefined,
          fileId: textOf(row.instance['id']),
        }),
      },
      attempts: objectsIn(row.result?.completions).map((completion) =>
        attemptOf(completion, textOf(request['model'])),
      ),
    };
  },
});
