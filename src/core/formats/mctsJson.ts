// A Monte Carlo tree search of reasoning steps saved as one object. A node's `state` is the whole text so far, so its
// own text is what it adds to its parent's; `value` is the mean reward. `terminal_states[].state` is cut at 200
// characters: only its score is used, for the terminal node with that answer whose text begins like it.

import * as v from 'valibot';
import { isObject, metaOf, numberOf, present, textOf } from './fields';
import type { Foreign } from './fields';
import type { Reading } from './format';
import { recordFormat } from './recordFormat';
import { TreeBuilder } from './treeDraft';

const Root = v.looseObject({ state: v.string(), visits: v.unknown(), children: v.array(v.unknown()) });
const Row = v.looseObject({ question: v.string(), root: Root });

interface Terminal {
  node: number;
  answer: string | undefined;
  state: string;
}

class Search {
  readonly tree = new TreeBuilder('');
  readonly visits = new Map<number, number>();
  readonly values = new Map<number, number>();
  readonly answers = new Map<number, string>();
  readonly terminals: Terminal[] = [];
  /** Nodes without a text, and those whose text does not continue their parent's. */
  lost = 0;
  strangers = 0;

  /** Depth first in file order, without recursion: the depth is the file's to choose. */
  constructor(root: Foreign) {
    const waiting: { parent: number; before: string; child: unknown }[] = [];
    const queue = (parent: number, before: string, { children }: Foreign) => {
      if (!Array.isArray(children)) return;
      for (const child of children.toReversed() as unknown[]) waiting.push({ parent, before, child });
    };
    this.measure(0, root);
    queue(0, textOf(root['state']) ?? '', root);
    for (let next = waiting.pop(); next; next = waiting.pop()) {
      const { parent, before, child } = next;
      const state = isObject(child) ? textOf(child['state']) : undefined;
      if (!isObject(child) || state === undefined) {
        this.lost++;
        continue;
      }
      const follows = state.startsWith(before);
      if (!follows) this.strangers++;
      const text = follows ? state.slice(before.length) : state;
      const terminal = child['is_terminal'] === true;
      const node = this.tree.add({ parent, text, author: 'model', terminal });
      this.measure(node, child);
      const answer = textOf(child['answer']);
      if (terminal) this.terminals.push({ node, answer, state });
      if (answer !== undefined) this.answers.set(node, answer);
      queue(node, state, child);
    }
  }

  private measure(node: number, { visits, value }: Foreign): void {
    const [count, mean] = [numberOf(visits), numberOf(value)];
    if (count !== undefined) this.visits.set(node, count);
    if (mean !== undefined) this.values.set(node, mean);
  }
}

/** Each terminal state takes the first node that is left of those it fits. */
function terminalScores(terminals: readonly Terminal[], states: unknown): Map<number, number> {
  const scores = new Map<number, number>();
  for (const entry of Array.isArray(states) ? (states as unknown[]) : []) {
    if (!isObject(entry)) continue;
    const score = numberOf(entry['score']);
    const begins = textOf(entry['state']) ?? '';
    const answer = textOf(entry['answer']);
    const place = terminals.find(
      ({ node, answer: own, state }) => !scores.has(node) && own === answer && state.startsWith(begins),
    );
    if (place && score !== undefined) scores.set(place.node, score);
  }
  return scores;
}

function read(row: v.InferOutput<typeof Row>): Reading {
  const search = new Search(row.root);
  const { tree, lost, strangers } = search;
  const leaves = tree.leaves();
  const meta = metaOf(row, ['question']);
  const scores = terminalScores(search.terminals, row['terminal_states']);
  return {
    problem: { prompt: row.question },
    attempts: tree.attemptsTo(leaves, 'plain@1').map((attempt, i) => ({
      ...attempt,
      meta,
      ...present({ ownAnswer: search.answers.get(leaves[i] ?? -1) }),
    })),
    tree: tree.finish([
      { name: 'visits', on: 'node', means: 'visits', data: tree.columnOf(search.visits) },
      { name: 'value', on: 'node', means: 'v', data: tree.columnOf(search.values) },
      ...(scores.size > 0
        ? [
            {
              name: 'terminal_states.score',
              on: 'node' as const,
              means: 'reward' as const,
              data: tree.columnOf(scores),
            },
          ]
        : []),
    ]),
    warnings: [
      ...(lost > 0
        ? [{ kind: 'node-without-text', reason: `${lost} nodes have no \`state\` and are left out.` }]
        : []),
      ...(strangers > 0
        ? [
            {
              kind: 'state-not-continued',
              reason: `${strangers} nodes do not continue their parent's \`state\`; their whole text is their own.`,
            },
          ]
        : []),
    ],
  };
}

export const mctsJson = recordFormat({
  id: 'mcts-json',
  title: 'MCTS of reasoning steps',
  sign: v.looseObject({
    root: v.looseObject({ state: v.string(), visits: v.number(), children: v.array(v.unknown()) }),
  }),
  signs: '`root` with `visits` and `children`',
  keys: 4,
  row: Row,
  read,
});
