// RLHFlow's process reward data as a conversation: each user turn is a step (the first holds the problem and step 1),
// each assistant turn its sign, estimated by rollouts. Source: https://huggingface.co/datasets/RLHFlow/Mistral-PRM-Data

import * as v from 'valibot';
import type { Verdict } from '../model';
import { metaOf } from './fields';
import { tableLabels } from './givenLabels';
import { joinSteps } from './givenSteps';
import { markedProblem } from './markedSteps';
import { recordFormat } from './recordFormat';

const SIGNS = new Map<unknown, Verdict>([
  ['+', 'correct'],
  ['-', 'erroneous'],
]);
const User = v.looseObject({ role: v.literal('user'), content: v.string() });
const Sign = v.looseObject({ role: v.literal('assistant'), content: v.picklist(['+', '-']) });
const Row = v.looseObject({ conversations: v.pipe(v.array(v.union([User, Sign])), v.minLength(2)) });
type Row = v.InferOutput<typeof Row>;

const contentsOf = ({ conversations }: Row, role: string) =>
  conversations.filter((turn) => turn.role === role).map(({ content }) => content);

export const rlhflow = recordFormat({
  id: 'rlhflow',
  title: 'RLHFlow process rewards',
  sign: Row,
  signs: '`conversations` whose assistant turns are all one sign',
  keys: 2,
  row: Row,
  read(row) {
    const [first = '', ...others] = contentsOf(row, 'user');
    const { prompt, rawStart, warnings } = markedProblem(first);
    const { raw, given } = joinSteps([first.slice(rawStart), ...others]);
    const signs = contentsOf(row, 'assistant');
    const from = { source: 'conversations', origin: 'model' as const };
    const { labels } = tableLabels(from, given.slice(0, signs.length), signs, SIGNS);
    const meta = metaOf(row, []);
    return { problem: { prompt }, attempts: [{ raw, projection: 'steps@1', given, labels, meta }], warnings };
  },
});
