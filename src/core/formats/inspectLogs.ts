// Logs of Inspect, as a zip (`.eval`) or one JSON file: a record is a sample. The trace is what follows the input in
// `messages`; epochs of an id are rollouts. Of the first scorer the letters C and I are the outcome; numbers are scores.
// Source: https://inspect.aisi.org.uk/eval-logs.html

import * as v from 'valibot';
import { isObject, metaOf, numberOf, present, textOf } from './fields';
import type { Foreign } from './fields';
import type { AttemptDraft, Reading, Surroundings, TraceFormat } from './format';
import { guessByShare, readShape } from './recordFormat';
import { projectTurns, readMessages } from './turns';
import type { Turn } from './turns';

const Row = v.looseObject({ id: v.unknown(), messages: v.array(v.unknown()) });
const Sign = v.looseObject({
  ...Row.entries,
  epoch: v.number(),
  input: v.union([v.string(), v.array(v.unknown())]),
  target: v.unknown(),
});

/** Messages are shallow; deeper values hold no attachment that is shown. */
const MAX_DEPTH = 12;
const ATTACHMENT = /attachment:\/\/([0-9a-f]+)/g;

/** Long texts and images stand apart and are named by their hash. */
function withAttachments(value: unknown, attachments: Foreign, depth = 0): unknown {
  if (typeof value === 'string')
    return value.includes('attachment://')
      ? value.replace(ATTACHMENT, (name, hash: string) => textOf(attachments[hash]) ?? name)
      : value;
  if (depth > MAX_DEPTH) return value;
  if (Array.isArray(value)) return value.map((entry) => withAttachments(entry, attachments, depth + 1));
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, entry]) => [name, withAttachments(entry, attachments, depth + 1)]),
  );
}

function attachmentsOf(row: Foreign): Foreign {
  const { attachments, transcript } = row;
  const older = isObject(transcript) && isObject(transcript['content']) ? transcript['content'] : {};
  return { ...older, ...(isObject(attachments) ? attachments : {}) };
}

/** The turns of an input of several messages (examples before the question) are one problem. */
function joinInput(messages: readonly unknown[], turns: readonly Turn[]): Turn[] {
  const end = messages.findLastIndex((message) => isObject(message) && message['source'] === 'input');
  const input = turns.slice(0, end + 1);
  const said = input.filter(({ role }) => role !== 'system');
  if (said.length < 2) return [...turns];
  const system = input.filter(({ role }) => role === 'system');
  return [...system, { role: 'user', parts: said.flatMap(({ parts }) => parts) }, ...turns.slice(end + 1)];
}

function scoredBy(scores: unknown): Pick<AttemptDraft, 'outcome' | 'scores' | 'ownAnswer' | 'meta'> {
  const entries = isObject(scores) ? Object.entries(scores) : [];
  const numbers: NonNullable<AttemptDraft['scores']> = [];
  const meta: Record<string, unknown> = {};
  const addNumber = (source: string, value: unknown) => {
    const number = numberOf(value);
    if (number !== undefined) numbers.push({ source, on: 'trace', value: number });
    else if (textOf(value) !== undefined) meta[source] = value;
  };
  for (const [name, score] of entries) {
    const value = isObject(score) ? score['value'] : score;
    if (isObject(value))
      for (const [part, number] of Object.entries(value)) addNumber(`${name}.${part}`, number);
    else addNumber(name, value);
  }
  const first = entries[0]?.[1];
  const letter = isObject(first) ? first['value'] : undefined;
  const outcome = letter === 'C' ? true : letter === 'I' ? false : undefined;
  const ownAnswer = isObject(first) ? textOf(first['answer']) : undefined;
  return { scores: numbers, meta, ...present({ outcome, ownAnswer }) };
}

const targetOf = (target: unknown): string | undefined => {
  const text = Array.isArray(target)
    ? target.map((entry) => textOf(entry) ?? '').join(' | ')
    : textOf(target);
  return text === '' ? undefined : text;
};

function optionsOf(choices: unknown): string[] | undefined {
  const options = Array.isArray(choices) ? choices.flatMap((choice) => textOf(choice) ?? []) : [];
  return options.length > 0 ? options : undefined;
}

function modelOf(header: unknown, row: Foreign): string | undefined {
  const evaluated = isObject(header) && isObject(header['eval']) ? header['eval'] : {};
  return textOf(evaluated['model']) ?? (isObject(row['output']) ? textOf(row['output']['model']) : undefined);
}

function readSample(row: v.InferOutput<typeof Row>, header: unknown): Reading {
  const resolved = (value: unknown) => withAttachments(value, attachmentsOf(row));
  const messages = row.messages.map(resolved);
  const { turns, warnings } = readMessages(messages);
  const projected = joinInput(messages, turns);
  const { problem, attempt, warnings: lost } = projectTurns(projected, textOf(resolved(row['input'])));
  const scored = scoredBy(row['scores']);
  const error = isObject(row['error']) ? textOf(row['error']['message']) : undefined;
  return {
    problem: {
      ...problem,
      ...present({
        fileId: textOf(row.id),
        options: optionsOf(row['choices']),
        answer: targetOf(row['target']),
      }),
    },
    attempts: [
      {
        ...attempt,
        ...scored,
        turns: row.messages.length,
        ...present({ generator: modelOf(header, row) }),
        meta: {
          ...metaOf(row, ['id', 'input', 'target', 'uuid']),
          ...present({ error, status: isObject(header) ? textOf(header['status']) : undefined }),
          ...scored.meta,
        },
      },
    ],
    warnings: [...warnings, ...lost],
  };
}

function inspectFormat(
  id: string,
  title: string,
  isOurContainer: (container: string) => boolean,
): TraceFormat {
  return {
    id,
    title,
    guess: (sample) => {
      const fits = isOurContainer(sample.container);
      return guessByShare(sample, (record) => fits && v.is(Sign, record), {
        signs: '`epoch`, `input`, `target` and `messages`',
        keys: 5,
      });
    },
    read(record, around: Surroundings = {}) {
      const row = readShape(Row, record);
      return row.ok ? { ok: true, value: [readSample(row.value, around.header)] } : row;
    },
  };
}

const isZip = (container: string) => container.endsWith('zip');
export const inspectEval = inspectFormat('inspect-eval', 'Inspect log (.eval)', isZip);
export const inspectJson = inspectFormat(
  'inspect-json',
  'Inspect log (JSON)',
  (container) => !isZip(container),
);
