// Tree of Thoughts, depth first (mini crosswords): a record is one search, its entries the nodes in the order they were
// visited. `actions` is the way from the root; the parent is the same without the last. The problem is not in the file.
// Source: https://github.com/princeton-nlp/tree-of-thought-llm (logs)

import * as v from 'valibot';
import { isObject, numberOf } from './fields';
import type { Foreign } from './fields';
import type { Reading, TraceFormat } from './format';
import { guessByShare, readShape } from './recordFormat';
import { TreeBuilder } from './treeDraft';

const Entry = v.looseObject({ actions: v.array(v.string()), env_step: v.unknown() });
const Row = v.array(Entry);
const Sign = v.pipe(Row, v.minLength(1));

const NUMBERS = [
  ['info', 'r_letter', 'reward'],
  ['info', 'r_word', 'reward'],
  ['count', 'sure', 'v'],
  ['count', 'maybe', 'v'],
  ['count', 'impossible', 'v'],
] as const;

const numberAt = (entry: Foreign, group: string, name: string) => {
  const fields = entry[group];
  return isObject(fields) ? numberOf(fields[name]) : undefined;
};

class Search {
  readonly tree = new TreeBuilder();
  readonly entries = new Map<number, Foreign>();
  private readonly nodeOf = new Map<string, number>([['[]', 0]]);

  /** An ancestor that the file leaves out becomes a node without numbers. */
  add(actions: readonly string[], entry: Foreign): void {
    let parent = 0;
    for (let depth = 1; depth < actions.length; depth++) parent = this.at(actions.slice(0, depth), parent);
    const text = actions.at(-1);
    if (text === undefined) {
      this.entries.set(0, entry);
      return;
    }
    const node = this.tree.add({ parent, text, author: 'model' });
    this.entries.set(node, entry);
    this.nodeOf.set(JSON.stringify(actions), node);
  }

  private at(actions: readonly string[], parent: number): number {
    const key = JSON.stringify(actions);
    const known = this.nodeOf.get(key);
    if (known !== undefined) return known;
    const node = this.tree.add({ parent, text: actions.at(-1) ?? '', author: 'model' });
    this.nodeOf.set(key, node);
    return node;
  }
}

function readSearch(entries: v.InferOutput<typeof Row>): Reading {
  const search = new Search();
  for (const entry of entries) search.add(entry.actions, entry);
  const { tree } = search;
  const column = (numberIn: (entry: Foreign) => number | undefined) =>
    tree.columnOf(new Map([...search.entries].map(([node, entry]) => [node, numberIn(entry) ?? NaN])));
  const order = Int32Array.from(
    column((entry) => numberOf(entry['total_step'])),
    (step) => (Number.isNaN(step) ? -1 : step),
  );
  return {
    problem: { prompt: '' },
    attempts: tree.attemptsTo(tree.leaves(), 'steps@1'),
    tree: {
      ...tree.finish(
        NUMBERS.map(([group, name, means]) => ({
          name: `${group}.${name}`,
          on: 'node',
          means,
          data: column((entry) => numberAt(entry, group, name)),
        })),
      ),
      order,
    },
  };
}

export const totDfs: TraceFormat = {
  id: 'tot-dfs',
  title: 'Tree of Thoughts, depth first',
  guess: (sample) =>
    guessByShare(sample, (record) => v.is(Sign, record), {
      signs: 'entries with `actions` and `env_step`',
      keys: 3,
    }),
  read(record) {
    const row = readShape(Row, record);
    return row.ok ? { ok: true, value: [readSearch(row.value)] } : row;
  },
};
