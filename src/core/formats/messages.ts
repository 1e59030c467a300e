// Conversations in the shape of the chat APIs, one per record; beside them documents `{content, content_type}`,
// which open as one text. Thinking stands in `<think>` tags or in `reasoning_content`.

import * as v from 'valibot';
import { booleanOf, isObject, metaOf, present, textOf } from './fields';
import type { Foreign } from './fields';
import type { Reading, TraceFormat } from './format';
import { guessByShare, readShape } from './recordFormat';
import { projectTurns, readMessages } from './turns';

const Conversation = v.looseObject({ messages: v.array(v.looseObject({ role: v.string() })) });
const Document = v.looseObject({ content: v.string(), content_type: v.string() });
const Row = v.looseObject({ messages: v.array(v.unknown()) });

const USED = [
  'messages',
  'problem',
  'question',
  'answer',
  'solution',
  'is_correct',
  'model',
  'generator',
  'tools',
];

export const messages: TraceFormat = {
  id: 'messages',
  title: 'Messages',
  guess(sample) {
    const isConversation = (record: unknown) => v.is(Conversation, record) && record.messages.length > 0;
    return guessByShare(sample, (record) => isConversation(record) || v.is(Document, record), {
      signs: '`messages[].role` (or `content` with `content_type`)',
      keys: 1,
      certain: sample.records.some(isConversation),
    });
  },
  read(record) {
    if (!(isObject(record) && 'messages' in record) && v.is(Document, record))
      return { ok: true, value: [readDocument(record)] };
    const row = readShape(Row, record);
    return row.ok ? { ok: true, value: [readConversation(row.value)] } : row;
  },
};

function readDocument(record: v.InferOutput<typeof Document>): Reading {
  const meta = metaOf(record, ['content']);
  return { problem: { prompt: '' }, attempts: [{ raw: record.content, projection: 'plain@1', meta }] };
}

function readConversation(row: v.InferOutput<typeof Row>): Reading {
  const { turns, warnings } = readMessages(row.messages);
  const given = textOf(row['problem']) ?? textOf(row['question']);
  const { problem, attempt, warnings: lost } = projectTurns(turns, given);
  const metadata: Foreign = isObject(row['metadata']) ? row['metadata'] : {};
  return {
    problem: {
      ...problem,
      ...present({
        answer: textOf(row['answer']),
        solution: textOf(row['solution']),
        tools: toolsOf(row['tools']),
      }),
    },
    attempts: [
      {
        ...attempt,
        meta: { ...metaOf(metadata, ['model']), ...metaOf(row, USED) },
        ...present({
          generator: textOf(row['generator']) ?? textOf(row['model']) ?? textOf(metadata['model']),
          outcome: booleanOf(row['is_correct']),
        }),
      },
    ],
    warnings: [...warnings, ...lost],
  };
}

const toolsOf = (tools: unknown): string | undefined =>
  tools === undefined || tools === null
    ? undefined
    : typeof tools === 'string'
      ? tools
      : JSON.stringify(tools, null, 2);
