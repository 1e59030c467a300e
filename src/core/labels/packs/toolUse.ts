import type { LabelPack } from '../../model';
import { category } from './category';

const GUIDELINE = `# Tool use

A step is a thought, a call, or what the model says about a result. Results themselves are not judged: they are
what the tool said.

- **Correct**: the call was worth making, its arguments say what is meant, and the result is read for what it
  says.
- **Redundant**: the call asks for what is known already, or its result is never used.
- **Erroneous**: the wrong tool, wrong or invented arguments, a result that is misread or passed over, an action
  nobody asked for.

If a tool returns something wrong, the call is erroneous only if it asked the wrong thing. The step that trusts
a wrong result is erroneous if the trace held the means to see it. A failed call that is tried again rightly is
erroneous all the same; mark the step that corrects it.
`;

export const TOOL_USE: LabelPack = {
  id: 'tool-use',
  guideline: GUIDELINE,
  tags: ['recovers from a failure', 'asks the user', 'irreversible'],
  ratings: [{ id: 'task done', on: 'trace', min: 0, max: 4 }],
  categories: [
    category('erroneous', 'wrong-tool', 'wrong tool', '4'),
    category('erroneous', 'arguments', 'arguments', '5'),
    category('erroneous', 'misread-result', 'misread result', '6'),
    category('erroneous', 'ignored-result', 'ignored result', '7'),
    category('erroneous', 'invented', 'invented', '8'),
    category('erroneous', 'unasked', 'nobody asked for it'),
    category('erroneous', 'policy', 'against the rules given'),
    category('erroneous', 'logic', 'logic'),
    category('erroneous', 'propagated', 'follows from an earlier error'),
    category('erroneous', 'other', 'other'),
    category('redundant', 'repeats', 'repeats a call', '4'),
    category('redundant', 'known', 'known already', '5'),
    category('redundant', 'unused', 'result not used', '6'),
    category('redundant', 'stalling', 'stalling', '7'),
  ],
};
