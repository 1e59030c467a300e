// Tree of Thoughts, breadth first: per step the candidates `new_ys` (whole texts so far), their `values` and the ones
// it went on with. A value is a sum of rating weights or a count of votes, no probability, and 0 can mean "a duplicate,
// not evaluated". The final `ys` are the traces.
// Source: https://github.com/princeton-nlp/tree-of-thought-llm (logs)

import * as v from 'valibot';
import { booleanOf, isObject, numberOf, present, textOf } from './fields';
import type { AttemptDraft, Reading } from './format';
import { recordFormat } from './recordFormat';
import { TreeBuilder } from './treeDraft';

const Step = v.looseObject({ new_ys: v.array(v.string()), values: v.unknown(), select_new_ys: v.unknown() });
const Row = v.looseObject({ ys: v.array(v.string()), steps: v.array(Step) });

const textsOf = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((entry): entry is string => typeof entry === 'string') : [];

/** Nodes by their whole text; of equal ones the first. */
type Level = ReadonlyMap<string, number>;

function parentOf(text: string, level: Level): { node: number; length: number } | undefined {
  let best: { node: number; length: number } | undefined;
  for (const [before, node] of level)
    if (text.startsWith(before) && before.length >= (best?.length ?? 0))
      best = { node, length: before.length };
  return best;
}

class Search {
  readonly tree = new TreeBuilder('');
  readonly values = new Map<number, number>();
  /** Every node by its text; of equal ones the last, as the search goes on from it. */
  readonly ends = new Map<string, number>();
  strangers = 0;
  placeholders = 0;
  private level: Level = new Map([['', 0]]);

  addStep(step: v.InferOutput<typeof Step>): void {
    const level = new Map<string, number>();
    const values: unknown[] = Array.isArray(step.values) ? step.values : [];
    step.new_ys.forEach((text, i) => {
      const found = parentOf(text, this.level);
      if (!found) this.strangers++;
      const { node: parent, length } = found ?? { node: 0, length: 0 };
      const node = this.tree.add({ parent, text: text.slice(length), author: 'model' });
      const value = numberOf(values[i]);
      // A candidate that another one repeats was not asked about: its 0 is no value.
      const isRepeat = level.has(text);
      if (isRepeat && value === 0) this.placeholders++;
      else if (value !== undefined) this.values.set(node, value);
      if (!isRepeat) level.set(text, node);
    });
    const selected = textsOf(step.select_new_ys);
    // Best first, so the best of a parent's children is chosen last.
    for (const text of selected.toReversed()) this.tree.choose(level.get(text) ?? 0);
    for (const [text, node] of level) this.ends.set(text, node);
    const beam = selected.flatMap((text) => [[text, level.get(text) ?? 0] as const]);
    this.level = beam.length > 0 ? new Map(beam) : level;
  }
}

function attemptOf(search: Search, text: string, i: number): AttemptDraft {
  const node = search.ends.get(text);
  if (node === undefined) return { raw: text, projection: 'plain@1' };
  search.tree.endAt(node, i);
  return { ...search.tree.pathTo(node), projection: 'plain@1' };
}

function read(row: v.InferOutput<typeof Row>): Reading {
  const search = new Search();
  for (const step of row.steps) search.addStep(step);
  const infos: unknown[] = Array.isArray(row['infos']) ? row['infos'] : [];
  const accs: unknown[] = Array.isArray(row['accs']) ? row['accs'] : [];
  const attempts = row.ys.map((text, i): AttemptDraft => {
    const info = infos[i];
    const acc = numberOf(accs[i]);
    return {
      ...attemptOf(search, text, i),
      scores: acc === undefined ? [] : [{ source: 'accs', on: 'trace', value: acc }],
      ...present({ outcome: isObject(info) ? booleanOf(info['r']) : undefined }),
    };
  });
  const data = search.tree.columnOf(search.values);
  const { strangers, placeholders } = search;
  const reason = `${strangers} candidates continue no text of the step before; they stand below the root.`;
  return {
    problem: {
      prompt: textOf(row.steps[0]?.['x']) ?? '',
      ...present({ fileId: textOf(row['idx']) }),
    },
    attempts,
    tree: search.tree.finish([
      { name: 'values', on: 'node', means: 'v', data, ...(placeholders > 0 && { placeholders }) },
    ]),
    warnings: strangers > 0 ? [{ kind: 'prefix-of-nothing', reason }] : [],
  };
}

export const totBfs = recordFormat({
  id: 'tot-bfs',
  title: 'Tree of Thoughts, breadth first',
  sign: v.looseObject({
    ys: v.array(v.string()),
    steps: v.pipe(
      v.array(
        v.looseObject({
          new_ys: v.array(v.string()),
          values: v.array(v.unknown()),
          select_new_ys: v.array(v.string()),
        }),
      ),
      v.minLength(1),
    ),
  }),
  signs: '`steps` with `new_ys`, `values` and `select_new_ys`',
  keys: 5,
  row: Row,
  read,
});
