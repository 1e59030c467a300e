// OmegaPRM trees of Monte Carlo estimates (MATH-APS). The root's text is the question; a node's text is its own
// part, and the white space that stood between parts is lost: paths are joined by a blank line. `mc_value` is c/k
// without c or k, so it has no interval. A leaf need not be a finished solution.
// Source: https://huggingface.co/datasets/openreasoner/MATH-APS

import * as v from 'valibot';
import { isObject, numberOf, present, textOf } from './fields';
import type { Foreign } from './fields';
import type { Reading } from './format';
import { recordFormat } from './recordFormat';
import { TreeBuilder } from './treeDraft';

const Node = v.looseObject({ text: v.string(), mc_value: v.unknown(), children: v.array(v.unknown()) });
const Row = v.looseObject({ question: v.string(), reasoning_steps: Node });

/** Depth first in file order, without recursion: the depth is the file's to choose. */
function buildTree(root: Foreign): { tree: TreeBuilder; values: number[]; lost: number } {
  const tree = new TreeBuilder();
  const values = [numberOf(root['mc_value']) ?? NaN];
  const waiting: [parent: number, child: unknown][] = [];
  const queueChildren = (node: number, children: unknown) => {
    if (Array.isArray(children))
      for (const child of children.toReversed() as unknown[]) waiting.push([node, child]);
  };
  let lost = 0;
  queueChildren(0, root['children']);
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const [parent, child] = next;
    const text = isObject(child) ? textOf(child['text']) : undefined;
    if (!isObject(child) || text === undefined) {
      lost++;
      continue;
    }
    const node = tree.add({ parent, text, author: 'model' });
    values.push(numberOf(child['mc_value']) ?? NaN);
    queueChildren(node, child['children']);
  }
  return { tree, values, lost };
}

function read(row: v.InferOutput<typeof Row>): Reading {
  const { tree, values, lost } = buildTree(row.reasoning_steps);
  const attempts = tree.attemptsTo(tree.leaves(), 'steps@1');
  const data = Float64Array.from(values);
  return {
    problem: {
      prompt: row.question,
      ...present({ answer: textOf(row['final_answer']), fileId: textOf(row['question_id']) }),
    },
    attempts,
    tree: tree.finish([{ name: 'mc_value', on: 'node', means: 'mc', range: [0, 1], data }]),
    warnings:
      lost === 0
        ? []
        : [{ kind: 'node-without-text', reason: `${lost} nodes have no \`text\` and are left out.` }],
  };
}

export const omegaprmTree = recordFormat({
  id: 'omegaprm-tree',
  title: 'OmegaPRM tree',
  sign: v.looseObject({
    question: v.string(),
    reasoning_steps: v.looseObject({ mc_value: v.number(), children: v.array(v.unknown()) }),
  }),
  signs: '`reasoning_steps` with `mc_value` and `children`',
  keys: 4,
  row: Row,
  read,
});
