// PRM800K, phases 1 and 2. A line is one labelled solution; `label.steps[].completions[]` holds the candidates
// for a position and `chosen_completion` says which one the solution went on with: all of them are siblings
// under the chosen one of the position before. Ratings are -1, 0, 1 or null; 0 is "okay" in the annotator
// guide, which we read as redundant. Spec: https://github.com/openai/prm800k#data

import * as v from 'valibot';
import type { Verdict, Warning } from '../model';
import { metaOf, numberOf, present, textOf } from './fields';
import type { LabelDraft, Reading } from './format';
import { givenLabel, unknownValue } from './givenLabels';
import { recordFormat } from './recordFormat';
import { TreeBuilder } from './treeDraft';

const Completion = v.looseObject({ text: v.string() });
const Position = v.looseObject({
  completions: v.nullish(v.array(Completion)),
  human_completion: v.nullish(v.unknown()),
  chosen_completion: v.nullish(v.unknown()),
});
const Row = v.looseObject({
  question: v.looseObject({ problem: v.string() }),
  label: v.looseObject({ steps: v.array(Position) }),
});
type Row = v.InferOutput<typeof Row>;

const VERDICTS = new Map<unknown, Verdict>([
  [1, 'correct'],
  [0, 'redundant'],
  [-1, 'erroneous'],
]);

function rated(
  completion: v.InferOutput<typeof Completion>,
  annotator: string | undefined,
  warnings: Warning[],
): LabelDraft | undefined {
  const { rating, flagged } = completion as { rating?: unknown; flagged?: unknown };
  const verdict = VERDICTS.get(rating);
  if (verdict === undefined && rating !== null && rating !== undefined)
    warnings.push(unknownValue('rating', rating));
  if (verdict === undefined && flagged !== true) return undefined;
  const unsure = flagged === true ? true : undefined;
  return givenLabel({ source: 'rating', origin: 'human', annotator }, 'text', verdict, rating, { unsure });
}

/** Human-written steps come as `{text}`, in some files as a bare string. */
const humanText = (human: unknown): string | undefined =>
  typeof human === 'string' ? human : v.is(Completion, human) ? human.text : undefined;

/** One node per candidate; gives back the main path: chosen, else human, else first completion. */
function addPositions(row: Row, tree: TreeBuilder, warnings: Warning[]) {
  const annotator = textOf(row['labeler']);
  const path: { node: number; text: string; label: LabelDraft | undefined }[] = [];
  for (const position of row.label.steps) {
    const parent = path.at(-1)?.node ?? 0;
    const candidates = (position.completions ?? []).map((completion) => {
      const label = rated(completion, annotator, warnings);
      const { text } = completion;
      return { text, label, node: tree.add({ parent, text, author: 'model', label }) };
    });
    const text = humanText(position.human_completion);
    const human = text === undefined ? undefined : { text, label: undefined };
    const humanNode = human && { ...human, node: tree.add({ parent, text: human.text, author: 'human' }) };
    const chosen = numberOf(position.chosen_completion);
    const main = (chosen === undefined ? undefined : candidates[chosen]) ?? humanNode ?? candidates[0];
    if (chosen !== undefined && candidates[chosen] === undefined) {
      const reason = `\`chosen_completion\` is ${chosen}, but the position has ${candidates.length} completions.`;
      warnings.push({ kind: 'index-out-of-range', reason });
    }
    if (main === undefined) continue;
    tree.choose(main.node);
    path.push(main);
  }
  return path;
}

/** Phase 2 stops at the first error; the solution goes on as it had been generated, unjudged. */
function continuation(row: Row, labelled: readonly { text: string }[]): string[] {
  const generated = row.question['pre_generated_steps'];
  if (!Array.isArray(generated) || !generated.every((step) => typeof step === 'string')) return [];
  return labelled.every(({ text }, i) => text === generated[i]) ? generated.slice(labelled.length) : [];
}

function read(row: Row): Reading {
  const warnings: Warning[] = [];
  const tree = new TreeBuilder();
  const main = addPositions(row, tree, warnings);
  let last = main.at(-1)?.node ?? 0;
  for (const text of continuation(row, main)) {
    last = tree.add({ parent: last, text, author: 'model' });
    tree.choose(last);
  }
  tree.endAt(last, 0);
  const { raw, given } = tree.pathTo(last);
  const labels = main.flatMap(({ label }, i) => (label && given[i] ? [{ ...label, on: given[i] }] : []));
  const { question } = row;
  const verifier = numberOf(question['pre_generated_verifier_score']);
  const scores =
    verifier === undefined
      ? []
      : [{ source: 'pre_generated_verifier_score', on: 'trace' as const, value: verifier }];
  return {
    problem: {
      prompt: question.problem,
      ...present({
        answer: textOf(question['ground_truth_answer']),
        solution: textOf(question['ground_truth_solution']),
      }),
    },
    attempts: [
      {
        raw,
        projection: 'steps@1',
        given,
        labels,
        scores,
        meta: { ...metaOf(row, []), ...metaOf(row.label, []) },
        ...present({ ownAnswer: textOf(question['pre_generated_answer']) }),
      },
    ],
    tree: tree.finish(),
    warnings,
  };
}

export const prm800k = recordFormat({
  id: 'prm800k',
  title: 'PRM800K',
  sign: v.looseObject({
    question: v.looseObject({ problem: v.string() }),
    label: v.looseObject({
      steps: v.array(v.looseObject({ completions: v.nullable(v.array(v.unknown())) })),
    }),
  }),
  signs: '`label.steps[].completions` and `question.problem`',
  keys: 4,
  row: Row,
  read,
});
