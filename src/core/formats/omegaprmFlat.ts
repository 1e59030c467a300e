// OmegaPRM search as a list of prefixes with their Monte Carlo estimates (MATH-APS, without its tree). Each prefix
// begins with the question; its parent is the longest other prefix that ends before white space in it. Equal prefixes
// are nodes of equal text. `mc_value` is c/k without c or k, so it has no interval.
// Source: https://huggingface.co/datasets/openreasoner/MATH-APS

import * as v from 'valibot';
import { isObject, numberOf, present, textOf } from './fields';
import type { Reading } from './format';
import { PrefixNodes } from './prefixNodes';
import { recordFormat } from './recordFormat';
import { TreeBuilder } from './treeDraft';

const Row = v.looseObject({ question: v.string(), reasoning_steps: v.array(v.unknown()) });

interface Prefix {
  text: string;
  value: number | undefined;
  /** Its place in the file. */
  at: number;
}

function prefixesOf(entries: readonly unknown[]): Prefix[] {
  return entries.flatMap((entry, at) => {
    const text = isObject(entry) ? textOf(entry['solution_prefix']) : undefined;
    return isObject(entry) && text !== undefined ? [{ text, value: numberOf(entry['mc_value']), at }] : [];
  });
}

function read(row: v.InferOutput<typeof Row>): Reading {
  const { question } = row;
  const prefixes = prefixesOf(row.reasoning_steps);
  const tree = new TreeBuilder('');
  const values = new Map<number, number>();
  const known = new PrefixNodes();
  const placeOf = new Map<number, number>();
  let strangers = 0;
  known.add(question, 0);
  for (const { text, value, at } of prefixes.toSorted((a, b) => a.text.length - b.text.length)) {
    let node = 0;
    if (text !== question || values.has(0)) {
      const parent = known.parentOf(text) ?? { node: 0, length: 0 };
      if (parent.length === 0) strangers++;
      node = tree.add({ parent: parent.node, text: text.slice(parent.length), author: 'model' });
      placeOf.set(node, at);
      known.add(text, node);
    }
    if (value !== undefined) values.set(node, value);
  }
  const leaves = tree.leaves().toSorted((a, b) => (placeOf.get(a) ?? 0) - (placeOf.get(b) ?? 0));
  const lost = row.reasoning_steps.length - prefixes.length;
  return {
    problem: {
      prompt: question,
      ...present({ answer: textOf(row['final_answer']), fileId: textOf(row['question_id']) }),
    },
    attempts: tree.attemptsTo(leaves, 'plain@1'),
    tree: tree.finish([
      { name: 'mc_value', on: 'node', means: 'mc', range: [0, 1], data: tree.columnOf(values) },
    ]),
    warnings: [
      ...(lost > 0
        ? [
            {
              kind: 'node-without-text',
              reason: `${lost} entries have no \`solution_prefix\` and are left out.`,
            },
          ]
        : []),
      ...(strangers > 0
        ? [
            {
              kind: 'prefix-of-nothing',
              reason: `${strangers} prefixes do not begin with the question; they stand below the root with their whole text.`,
            },
          ]
        : []),
    ],
  };
}

export const omegaprmFlat = recordFormat({
  id: 'omegaprm-flat',
  title: 'OmegaPRM prefixes',
  sign: v.looseObject({
    question: v.string(),
    reasoning_steps: v.looseTuple([v.looseObject({ solution_prefix: v.string(), mc_value: v.unknown() })]),
  }),
  signs: '`reasoning_steps` of `solution_prefix` and `mc_value`',
  keys: 4,
  row: Row,
  read,
});
