// Sessions of Claude Code: lines of a log, or `{loglines}`. A user line of tool results is no person, nor is a summary.
// `parentUuid` says what a line follows: where somebody went back and went on differently, the session is a tree. Lines
// of a subagent (`isSidechain`) are a conversation of their own.

import { isObject, present, textOf } from './fields';
import type { Foreign } from './fields';
import type { AttemptDraft, Reading, TraceFormat } from './format';
import { guessByShare } from './recordFormat';
import { branchesOf } from './sessionBranches';
import type { SessionLine } from './sessionBranches';
import { TreeBuilder } from './treeDraft';
import { projectTurns, readMessages, textOfTurn } from './turns';

const messageOf = (line: unknown): Foreign | undefined => {
  if (!isObject(line) || (line['type'] !== 'user' && line['type'] !== 'assistant')) return undefined;
  const message = line['message'];
  return isObject(message) && typeof message['role'] === 'string' ? message : undefined;
};

const isLine = (line: unknown) => messageOf(line) !== undefined && isObject(line) && 'timestamp' in line;

function isToolResult({ content }: Foreign): boolean {
  if (!Array.isArray(content) || content.length === 0) return false;
  return content.every((part) => isObject(part) && part['type'] === 'tool_result');
}

/** undefined: metadata, which only links lines. */
function turnOf(line: Foreign): SessionLine['turn'] {
  const message = messageOf(line);
  const turn = message && readMessages([message]).turns[0];
  if (!turn) return undefined;
  if (line['isCompactSummary'] === true) return { ...turn, role: 'system', name: 'summary' };
  return isToolResult(message) ? { ...turn, role: 'tool' } : turn;
}

function sessionLines(records: readonly unknown[]): SessionLine[] {
  return records.filter(isObject).map((line) => ({
    turn: turnOf(line),
    isSide: line['isSidechain'] === true,
    ...present({ uuid: textOf(line['uuid']), parent: textOf(line['parentUuid']) }),
    model: textOf(messageOf(line)?.['model']),
  }));
}

/** Paths that begin with the same user turn are attempts at one problem. */
function byProblem(paths: readonly SessionLine[][]): SessionLine[][][] {
  const groups = new Map<SessionLine | undefined, SessionLine[][]>();
  for (const path of paths) {
    const problem = path.find(({ turn }) => turn?.role === 'user');
    groups.set(problem, [...(groups.get(problem) ?? []), path]);
  }
  return [...groups.values()];
}

/** One node per turn after the problem's; turns without a text have none. */
function treeOf(paths: readonly SessionLine[][]): TreeBuilder {
  const tree = new TreeBuilder();
  const nodeOf = new Map<SessionLine, number>();
  paths.forEach((path, attempt) => {
    let node = 0;
    for (const line of path.slice(path.findIndex(({ turn }) => turn?.role === 'user') + 1)) {
      const text = line.turn ? textOfTurn(line.turn) : '';
      if (text === '') continue;
      const author = line.turn?.role === 'assistant' ? 'model' : undefined;
      const known = nodeOf.get(line) ?? tree.add({ parent: node, text, author });
      nodeOf.set(line, known);
      node = known;
    }
    tree.endAt(node, attempt);
  });
  return tree;
}

function readConversation(paths: readonly SessionLine[][], meta: Record<string, unknown>): Reading {
  const projections = paths.map((path) => projectTurns(path.flatMap(({ turn }) => turn ?? [])));
  const attempts = projections.map(({ attempt }, i): AttemptDraft => {
    const model = paths[i]?.map((line) => line.model).find((name) => name !== undefined);
    return { ...attempt, meta, ...present({ generator: model }) };
  });
  return {
    problem: projections[0]?.problem ?? { prompt: '' },
    attempts,
    ...(paths.length > 1 && { tree: treeOf(paths).finish() }),
    warnings: projections.flatMap(({ warnings }) => warnings),
  };
}

function summaryOf(records: readonly unknown[]): string | undefined {
  const line = records.find((record) => isObject(record) && record['type'] === 'summary');
  return isObject(line) ? textOf(line['summary']) : undefined;
}

const readAll: NonNullable<TraceFormat['readAll']> = (records) => {
  const lines = sessionLines(records);
  const read = (isSide: boolean, meta: Record<string, unknown>) =>
    byProblem(branchesOf(lines.filter((line) => line.isSide === isSide))).map((paths) =>
      readConversation(paths, meta),
    );
  const readings = [
    ...read(false, present({ summary: summaryOf(records) })),
    ...read(true, { sidechain: true }),
  ];
  if (readings.length > 0) return { ok: true, value: readings };
  return {
    ok: false,
    fault: {
      kind: 'wrong-shape',
      reason: `None of the ${records.length} lines is a message of a user or an assistant.`,
      remedy: 'Choose another format for the file.',
    },
  };
};

export const claudeCodeSession: TraceFormat = {
  id: 'claude-code-session',
  title: 'Claude Code session',
  guess: (sample) =>
    guessByShare(sample, isLine, { signs: '`type`, `message.role` and `timestamp`', keys: 3 }),
  read: (record, around) => readAll([record], around),
  readAll,
};
