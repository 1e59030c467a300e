// Ratings as OpenAI's PRM800K has them: −1 wrong, 0 okay, 1 good; labelling stops at the first −1.
// Guide: https://github.com/openai/prm800k#instructions

import type { LabelPack } from '../../model';
import { category } from './category';

const GUIDELINE = `# PRM800K ratings

One rating a step, given as a verdict:

- **Correct** is rated 1, good: a reasonable thing to say next that is true and moves the solution on. An
  insight, a calculation, a restatement of what matters.
- **Redundant** is rated 0, okay: nothing in it is false, but it does not help: a guess, a dead end that is
  named as one, something said before, something too hard to check.
- **Erroneous** is rated −1: it says something false, does not follow, or is nonsense.

Judge the step, not the plan: a step on a path that leads nowhere may be good. A step that only carries an
earlier mistake on comes after the first error and is not rated. A problem that is itself broken is set aside as
a *bad problem*; a solution you cannot follow is *given up*.
`;

/** For the protocol `first-error`. */
export const PRM800K_RATINGS: LabelPack = {
  id: 'prm800k-ratings',
  guideline: GUIDELINE,
  tags: [],
  ratings: [],
  categories: [
    category('erroneous', 'calculation', 'calculation', '4'),
    category('erroneous', 'logic', 'does not follow', '5'),
    category('erroneous', 'misread', 'misreads the problem', '6'),
    category('erroneous', 'nonsense', 'nonsense', '7'),
    category('redundant', 'repeats', 'said before', '4'),
    category('redundant', 'guess', 'guess', '5'),
    category('redundant', 'dead-end', 'dead end', '6'),
    category('redundant', 'unverifiable', 'too hard to check', '7'),
  ],
};
