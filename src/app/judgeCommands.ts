import type { Command } from './command';
import { steps, judging, needsReader } from './commandRules';
import { selectProtocol } from './selectPack';
import { selectJudging } from './selectJudging';
import type { AppState } from './state';

const NO_STEP = 'Open a trace and go to a step first.';
const needsStep = (state: AppState) => (selectJudging(state) === undefined ? NO_STEP : true);
const needsLast = (state: AppState) =>
  selectJudging(state)?.last === undefined ? 'Mark a step redundant or erroneous first.' : true;

const categoryKey = (digit: '4' | '5' | '6' | '7' | '8'): Command => ({
  id: `judge.category${digit}`,
  title: `Toggle category ${digit} of the step last marked redundant or erroneous`,
  group: 'Judge',
  keys: judging(digit),
  availability: needsLast,
  run: (actions) => actions.toggleCategoryKey(digit),
});
export const JUDGE_COMMANDS: Command[] = [
  {
    id: 'judge.correct',
    title: 'Mark the step correct',
    group: 'Judge',
    keys: judging('1'),
    availability: needsStep,
    run: (actions) => actions.judge('correct'),
  },
  {
    id: 'judge.redundant',
    title: 'Mark the step redundant',
    group: 'Judge',
    keys: judging('2'),
    availability: needsStep,
    run: (actions) => actions.judge('redundant'),
  },
  {
    id: 'judge.erroneous',
    title: 'Mark the step erroneous',
    group: 'Judge',
    keys: judging('3'),
    availability: needsStep,
    run: (actions) => actions.judge('erroneous'),
  },
  {
    id: 'judge.propagated',
    title: 'Erroneous only through an earlier error: flag it, or no more',
    group: 'Judge',
    keys: judging('i'),
    availability: (state) =>
      selectProtocol(state).flagPropagated
        ? needsStep(state)
        : 'The protocol in use has no flag of its own for that; the packs screen has the switch.',
    run: (actions) => actions.judgePropagated(),
  },
  categoryKey('4'),
  categoryKey('5'),
  categoryKey('6'),
  categoryKey('7'),
  categoryKey('8'),
  {
    id: 'judge.allCategories',
    title: 'Show all categories of the step last marked',
    group: 'Judge',
    keys: judging('9'),
    availability: needsLast,
    run: (actions) => actions.showAllCategories(),
  },
  {
    id: 'judge.clear',
    title: 'Clear the verdict of the step',
    group: 'Judge',
    keys: judging('0'),
    availability: needsStep,
    run: (actions) => actions.clear(),
  },
  {
    id: 'judge.firstError',
    title: 'First error here: unjudged steps before become correct',
    group: 'Judge',
    keys: steps('f'),
    availability: needsReader,
    run: (actions) => actions.firstErrorHere(),
  },
  {
    id: 'judge.restCorrect',
    title: 'Mark all unjudged steps correct',
    group: 'Judge',
    keys: steps('a'),
    availability: needsReader,
    run: (actions) => actions.restCorrect(),
  },
  {
    id: 'judge.unsure',
    title: 'Flag the step as unsure',
    group: 'Judge',
    keys: judging('u'),
    availability: needsStep,
    run: (actions) => actions.toggleUnsure(),
  },
  {
    id: 'judge.badSplit',
    title: 'Flag the step as badly split',
    group: 'Judge',
    keys: judging('b'),
    availability: needsStep,
    run: (actions) => actions.toggleBadSplit(),
  },
  {
    id: 'judge.comment',
    title: 'Comment on the step',
    group: 'Judge',
    keys: steps('c'),
    availability: needsReader,
    run: (actions) => actions.startTyping('comment'),
  },
];
