import type { LabelPack } from '../model';
import { category } from './packs/category';

const GUIDELINE = `# Reasoning steps

Judge each step by what stands in it and before it, not by how the trace ends.

- **Correct**: what it says is true, follows from what came before or from the problem, and helps.
- **Redundant**: nothing in it is wrong, but without it nothing would be missing.
- **Erroneous**: something in it is false, does not follow, or answers another question.

A wrong idea that is named as a mere try ("suppose x = 2") is no error; a claim is. A step that calculates
rightly with a wrong earlier result is judged by its own work: if it is wrong only through that result, mark
it erroneous and choose *follows from an earlier error*. A later correction does not make the wrong step
right. If a step is both wrong and superfluous, it is erroneous. If you cannot decide, give the likelier
verdict and flag it unsure.
`;

/** The default pack. */
export const REASONING_STEPS: LabelPack = {
  id: 'reasoning-steps',
  guideline: GUIDELINE,
  tags: [],
  ratings: [],
  categories: [
    category('erroneous', 'calculation', 'calculation', '4'),
    category('erroneous', 'logic', 'logic', '5'),
    category('erroneous', 'misread', 'misread', '6'),
    category('erroneous', 'fact', 'fact', '7'),
    category('erroneous', 'contradiction', 'contradiction', '8'),
    category('erroneous', 'format', 'unit or format'),
    category('erroneous', 'tool', 'tool'),
    category('erroneous', 'perception', 'perception'),
    category('erroneous', 'unverifiable', 'unverifiable'),
    category('erroneous', 'propagated', 'follows from an earlier error'),
    category('erroneous', 'other', 'other'),
    category('redundant', 'repeats', 'repeats', '4'),
    category('redundant', 'irrelevant', 'irrelevant', '5'),
    category('redundant', 'circular', 'circular', '6'),
    category('redundant', 'stalling', 'stalling', '7'),
    category('redundant', 'over-verification', 'over-verification', '8'),
    category('redundant', 'after-answer', 'after the answer'),
  ],
};
