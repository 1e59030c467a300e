// Beam search guided by an outcome-supervised value model (OVM): per step the candidate texts with their values, and
// which of them (0-based, best first) the next step goes on from. A sequence that equals its parent is a finished beam
// that was scored again, no node. `vscore` may exceed 1; `response` is the winning text, trimmed.
// Source: https://github.com/FreedomIntelligence/OVM

import * as v from 'valibot';
import { booleanOf, isObject, numberOf, present, textOf } from './fields';
import type { Reading } from './format';
import { recordFormat } from './recordFormat';
import { TreeBuilder } from './treeDraft';

const Row = v.looseObject({
  question: v.string(),
  intermediate_steps: v.array(v.looseObject({ sequences: v.array(v.unknown()), choices: v.unknown() })),
});

interface Beam {
  node: number;
  text: string;
}

function buildBeams(row: v.InferOutput<typeof Row>): {
  tree: TreeBuilder;
  values: Map<number, number>;
  texts: Map<number, string>;
} {
  const tree = new TreeBuilder('');
  const values = new Map<number, number>();
  const texts = new Map<number, string>();
  let beams: Beam[] = [{ node: 0, text: '' }];
  for (const { sequences, choices } of row.intermediate_steps) {
    const reached = sequences.map((sequence): Beam | undefined => {
      const text = isObject(sequence) ? textOf(sequence['str']) : undefined;
      if (!isObject(sequence) || text === undefined) return undefined;
      const longest = beams
        .filter((beam) => text.startsWith(beam.text))
        .toSorted((a, b) => b.text.length - a.text.length)[0];
      const parent = longest ?? { node: 0, text: '' };
      if (text === parent.text) return parent;
      const node = tree.add({ parent: parent.node, text: text.slice(parent.text.length), author: 'model' });
      const value = numberOf(sequence['vscore']);
      if (value !== undefined) values.set(node, value);
      texts.set(node, text);
      return { node, text };
    });
    const chosen: unknown[] = Array.isArray(choices) ? choices : [];
    beams = chosen.flatMap((choice) => reached[typeof choice === 'number' ? choice : -1] ?? []);
  }
  return { tree, values, texts };
}

function read(row: v.InferOutput<typeof Row>): Reading {
  const { tree, values, texts } = buildBeams(row);
  const leaves = tree.leaves();
  const response = textOf(row['response'])?.trim();
  const winner = leaves.findIndex((leaf) => response !== undefined && texts.get(leaf)?.trim() === response);
  tree.choosePath(leaves[winner] ?? 0);
  return {
    problem: {
      prompt: row.question,
      ...present({ solution: textOf(row['answer']), answer: textOf(row['ground_truth']) }),
    },
    attempts: tree
      .attemptsTo(leaves, 'plain@1')
      .map((attempt, i) =>
        i === winner ? { ...attempt, ...present({ outcome: booleanOf(row['label']) }) } : attempt,
      ),
    tree: tree.finish([{ name: 'vscore', on: 'node', means: 'v', data: tree.columnOf(values) }]),
  };
}

export const ovmBeam = recordFormat({
  id: 'ovm-beam',
  title: 'OVM beam search',
  sign: v.looseObject({
    question: v.string(),
    intermediate_steps: v.pipe(
      v.array(
        v.looseObject({
          sequences: v.array(v.looseObject({ str: v.string(), vscore: v.unknown() })),
          choices: v.array(v.unknown()),
        }),
      ),
      v.minLength(1),
    ),
  }),
  signs: '`intermediate_steps` with `sequences` of `vscore` and `choices`',
  keys: 5,
  row: Row,
  read,
});
