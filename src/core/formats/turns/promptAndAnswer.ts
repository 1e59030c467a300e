// Trainers write a prompt and an answer either as text or as messages. Here the answer alone is the trace, and the
// conversation before it the problem.

import type { AttemptDraft, ProblemDraft } from '../format';
import { isObject, textOf } from '../fields';
import { readMessages } from './messageTurns';
import { projectTurns } from './projectTurns';

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [value]);

/** A text as it stands; of messages the first user turn and all that follows, system turns apart. */
export function promptProblem(prompt: unknown): ProblemDraft {
  const text = textOf(prompt);
  if (text !== undefined) return { prompt: text };
  const { problem, attempt } = projectTurns(readMessages(listOf(prompt)).turns);
  return attempt.raw === '' ? problem : { ...problem, prompt: `${problem.prompt}\n\n${attempt.raw}` };
}

/** A text, a message of text, or messages: then what follows the first user turn, if there is one. */
export function answerAttempt(answer: unknown): AttemptDraft {
  const text = textOf(answer) ?? textOfMessage(answer);
  if (text !== undefined) return { raw: text, projection: 'plain@1' };
  const {
    raw,
    projection,
    zones = [],
    assets = [],
  } = projectTurns(readMessages(listOf(answer)).turns).attempt;
  return { raw, projection, zones, assets };
}

function textOfMessage(answer: unknown): string | undefined {
  const [message, ...others] = listOf(answer);
  if (others.length > 0 || !isObject(message) || 'tool_calls' in message || 'reasoning_content' in message)
    return undefined;
  return textOf(message['content'] ?? message['value']);
}
