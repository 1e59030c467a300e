// Two long thinking traces, one in English, one in Chinese, written for Stepmark in the manner of reasoning
// models: plans, slips that are noticed, checks, and some that lead nowhere. Both end with the right answer.

import { CHINESE } from './thinkChinese';
import { ENGLISH } from './thinkEnglish';

interface ThinkingTrace {
  id: string;
  problem: string;
  answer: string;
  thinking: readonly string[];
  response: readonly string[];
}

const line = ({ id, problem, answer, thinking, response }: ThinkingTrace): string => {
  const content = `<think>\n${thinking.join('\n\n')}\n</think>\n\n${response.join('\n\n')}`;
  const messages = [
    { role: 'user', content: problem },
    { role: 'assistant', content },
  ];
  return `${JSON.stringify({ id, problem, answer, generator: 'thinker-14b', is_correct: true, messages })}\n`;
};

export const THINK = {
  name: 'sample-think.jsonl',
  jsonl: line(ENGLISH) + line(CHINESE),
};
