// VersaPRM: chains of thought with a label per step, and alternatives at a step (`augs`). Its loader reads every
// label but 1 as wrong; 0 as redundant would be arguable. `aug_type` is PRM800K's rating of an alternative at step
// `aug_idx` (from 0; the number of steps: after the end). Rows from PRM800K were labelled by people.
// Spec: https://github.com/UW-Madison-Lee-Lab/VersaPRM

import * as v from 'valibot';
import type { Range, Verdict, Warning } from '../model';
import { metaOf, present, textOf } from './fields';
import type { AttemptDraft, LabelDraft, Reading } from './format';
import { givenLabel, unknownValue } from './givenLabels';
import type { LabelSource } from './givenLabels';
import { labelCountFault, recordFormat } from './recordFormat';
import { TreeBuilder } from './treeDraft';

const Aug = v.looseObject({ aug_step: v.string(), aug_idx: v.number(), aug_type: v.unknown() });
const Chain = v.looseObject({
  steps: v.array(v.string()),
  labels: v.array(v.unknown()),
  augs: v.nullish(v.array(Aug)),
});
type Chain = v.InferOutput<typeof Chain>;
const Row = v.looseObject({ question: v.string(), chain_of_thoughts: v.array(Chain) });

const AUG_VERDICTS = new Map<unknown, Verdict>([
  [1, 'correct'],
  [0, 'redundant'],
  [-1, 'erroneous'],
]);
const UNPLACED: Range = { start: 0, end: 0 };

function addChain(
  tree: TreeBuilder,
  chain: Chain,
  attempt: number,
  from: LabelSource,
  warnings: Warning[],
): AttemptDraft {
  const main: number[] = [];
  const labels: LabelDraft[] = [];
  chain.steps.forEach((text, i) => {
    const value = chain.labels[i];
    const label = givenLabel(
      { ...from, source: 'labels' },
      UNPLACED,
      value === 1 ? 'correct' : 'erroneous',
      value,
    );
    const node = tree.add({ parent: main.at(-1) ?? 0, text, author: 'model', label });
    tree.choose(node);
    main.push(node);
    labels.push(label);
  });
  for (const { aug_step: text, aug_idx: index, aug_type: type } of chain.augs ?? []) {
    const parent = index === 0 ? 0 : main[index - 1];
    const verdict = AUG_VERDICTS.get(type);
    if (verdict === undefined) warnings.push(unknownValue('aug_type', type));
    if (parent === undefined) {
      const reason = `\`aug_idx\` is ${index}, but there are ${main.length} steps; the alternative is left out.`;
      warnings.push({ kind: 'index-out-of-range', reason });
    } else {
      const label = verdict && givenLabel({ ...from, source: 'aug_type' }, UNPLACED, verdict, type);
      tree.add({ parent, text, author: 'model', label });
    }
  }
  const last = main.at(-1) ?? 0;
  tree.endAt(last, attempt);
  const { raw, given } = tree.pathTo(last);
  return {
    raw,
    projection: 'steps@1',
    given,
    labels: labels.map((label, i) => ({ ...label, on: given[i] ?? UNPLACED })),
  };
}

function read(row: v.InferOutput<typeof Row>): Reading {
  const origin = /prm800k/i.test(textOf(row['source']) ?? '') ? 'human' : 'model';
  const tree = new TreeBuilder();
  const warnings: Warning[] = [];
  const meta = metaOf(row, ['question', 'answer']);
  const attempts = row.chain_of_thoughts.map((chain, i) => ({
    ...addChain(tree, chain, i, { source: 'labels', origin }, warnings),
    meta,
  }));
  return {
    problem: { prompt: row.question, ...present({ answer: textOf(row['answer']) }) },
    attempts,
    tree: tree.finish(),
    warnings,
  };
}

export const versaprm = recordFormat({
  id: 'versaprm',
  title: 'VersaPRM',
  sign: v.looseObject({
    chain_of_thoughts: v.pipe(
      v.array(v.looseObject({ steps: v.array(v.string()), labels: v.array(v.unknown()) })),
      v.minLength(1),
    ),
  }),
  signs: '`chain_of_thoughts[].labels`',
  keys: 3,
  row: Row,
  faultOf({ chain_of_thoughts: chains }) {
    const odd = chains.find(({ steps, labels }) => steps.length !== labels.length);
    return odd && labelCountFault(odd.labels.length, odd.steps.length);
  },
  read,
});
