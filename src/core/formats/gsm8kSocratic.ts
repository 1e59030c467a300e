// GSM8K with Socratic sub-questions, and plain GSM8K: a line is a step; "#### 72" is the reference answer and no step.
// Written by people. Spec: https://huggingface.co/datasets/openai/gsm8k

import * as v from 'valibot';
import { present } from './fields';
import { joinSteps } from './givenSteps';
import { recordFormat } from './recordFormat';

const ANSWER_LINE = /^#### ?(.*)$/;
const Row = v.strictObject({ question: v.string(), answer: v.pipe(v.string(), v.regex(/^#### /m)) });

export const gsm8kSocratic = recordFormat({
  id: 'gsm8k-socratic',
  title: 'GSM8K',
  sign: Row,
  signs: '`question` and `answer` alone, with a last line "#### …"',
  keys: 2,
  row: Row,
  read({ question, answer }) {
    const lines = answer.split('\n');
    const { raw, given } = joinSteps(lines, '\n');
    const reference = lines
      .map((line) => ANSWER_LINE.exec(line)?.[1])
      .findLast((found) => found !== undefined);
    const isStep = (line: string | undefined) =>
      line !== undefined && line.trim() !== '' && !ANSWER_LINE.test(line);
    return {
      problem: { prompt: question, ...present({ answer: reference?.trim() }) },
      attempts: [{ raw, projection: 'plain@1', given: given.filter((_, i) => isStep(lines[i])) }],
    };
  },
});
