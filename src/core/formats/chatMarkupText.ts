// Conversations written out with a model's own marks (`<|im_start|>user`, `[INST]`, `<|user|>`, …), one or several in a
// text. What a user says begins a problem; the assistant's blocks after it, and what tools answer between them, are one
// trace. Tags like `<think>` are found in it later, as in any text.
// Source: https://github.com/openai/openai-python/blob/release-v0.28.0/chatml.md

import type { Reading, ReadResult, TraceFormat } from './format';
import { guessByShare } from './recordFormat';
import { projectTurns, readMessages } from './turns';

/** A role's block begins here; the role is the first group that matched. */
const OPENINGS =
  /<\|im_start\|>[ \t]*(\w+)[^\n]*\n|<\|start_header_id\|>(\w+)<\|end_header_id\|>\n{0,2}|<\|(system|user|assistant|tool|observation)\|>\n?|<｜(User|Assistant)｜>|(\[INST\]) ?|(\[\/INST\]) ?/g;
const ENDINGS = /<\|im_end\|>|<\|eot_id\|>|<\|end\|>|<\/s>|<｜end▁of▁sentence｜>/;
const SYSTEM_IN_USER = /^\s*<<SYS>>\n?([\s\S]*?)<<\/SYS>>\s*/;

interface Block {
  role: string;
  content: string;
}

const roleOf = (groups: readonly (string | undefined)[]): string => {
  const word = groups.find((group) => group !== undefined) ?? '';
  if (word === '[INST]') return 'user';
  return word === '[/INST]' ? 'assistant' : word.toLowerCase();
};

function blocksOf(text: string): Block[] {
  const marks = [...text.matchAll(OPENINGS)];
  return marks.flatMap((mark, i): Block[] => {
    const whole = text.slice(mark.index + mark[0].length, marks[i + 1]?.index ?? text.length);
    const end = whole.search(ENDINGS);
    const content = (end === -1 ? whole : whole.slice(0, end)).trimEnd();
    const role = roleOf(mark.slice(1));
    const system = role === 'user' ? SYSTEM_IN_USER.exec(content) : null;
    if (!system) return [{ role, content }];
    return [
      { role: 'system', content: system[1]?.trimEnd() ?? '' },
      { role, content: content.slice(system[0].length) },
    ];
  });
}

const isUser = (block: Block | undefined) => block?.role === 'user' || block?.role === 'human';

/** Blocks of one problem and its trace: a system block, or a user block after anything else, begins the next one.
 *  Users who speak twice in a row state one problem. */
function exchangesOf(blocks: readonly Block[]): Block[][] {
  const exchanges: Block[][] = [];
  blocks.forEach((block, i) => {
    const before = blocks[i - 1];
    const begins = block.role === 'system' || (isUser(block) && !isUser(before) && before?.role !== 'system');
    if (begins || exchanges.length === 0) exchanges.push([]);
    const last = exchanges.at(-1)?.at(-1);
    if (isUser(block) && last && isUser(last)) last.content += `\n\n${block.content}`;
    else exchanges.at(-1)?.push({ ...block });
  });
  return exchanges;
}

function readText(text: string): Reading[] {
  let system: string | undefined;
  return exchangesOf(blocksOf(text)).map((blocks) => {
    const { turns, warnings } = readMessages(blocks);
    const { problem, attempt, warnings: lost } = projectTurns(turns);
    const begins = blocks[0]?.role === 'system';
    system = begins ? problem.system : system;
    return {
      problem: { ...problem, ...(system !== undefined && { system }) },
      attempts: attempt.raw === '' ? [] : [attempt],
      warnings: [...warnings, ...lost],
    };
  });
}

function isMarkup(record: unknown): boolean {
  if (typeof record !== 'string') return false;
  const blocks = blocksOf(record);
  return blocks.some(isUser) && blocks.some(({ role }) => role === 'assistant');
}

export const chatMarkupText: TraceFormat = {
  id: 'chat-markup-text',
  title: 'Text with chat marks',
  guess: (sample) =>
    guessByShare(sample, isMarkup, { signs: 'marks of a user and of an assistant', keys: 1 }),
  read(record): ReadResult {
    if (typeof record === 'string' && isMarkup(record)) return { ok: true, value: readText(record) };
    return {
      ok: false,
      fault: {
        kind: 'wrong-shape',
        reason: 'There are no marks of a user and an assistant in it.',
        remedy: 'Open it as plain text.',
      },
    };
  },
};
