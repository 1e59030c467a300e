import type { Command } from './command';
import { drawing, judging, needsTree } from './commandRules';
import type { AppState } from './state';
import { maySee, selectValueSets } from './treeInsight';

const WALK: Command[] = (
  [
    ['tree.deeper', 'Deeper', 'arrowright', 'deeper'],
    ['tree.back', 'Back towards the problem', 'arrowleft', 'back'],
    ['tree.next', 'Next sibling', 'arrowdown', 'next'],
    ['tree.previous', 'Previous sibling', 'arrowup', 'previous'],
  ] as const
).map(([id, title, key, direction]) => ({
  id,
  title,
  group: 'Tree',
  keys: drawing(key),
  repeats: true,
  availability: needsTree,
  run: (actions) => actions.walkTree(direction),
}));

/** Where the value falls is a hint: going there shows it. */
function needsValues(state: AppState): true | string {
  const tree = needsTree(state);
  if (tree !== true) return tree;
  if (selectValueSets(state.tree!.tree!.tree).length === 0) return 'This tree has no values.';
  return maySee(state, false) ? true : 'The values are withheld. G reveals them, and the log says so.';
}

export const TREE_COMMANDS: Command[] = [
  ...WALK,
  {
    id: 'tree.openChain',
    title: 'Open the folded chain at the cursor, or fold it again',
    group: 'Tree',
    keys: drawing('o'),
    availability: needsTree,
    run: (actions, { tree }) => actions.toggleChain(tree?.node ?? 0),
  },
  {
    id: 'tree.largestDrop',
    title: 'To the largest fall of the value, then the next smaller one',
    group: 'Tree',
    keys: judging('l'),
    availability: needsValues,
    run: (actions) => actions.goToNext('drop'),
  },
  {
    id: 'tree.highestLeverage',
    title: 'To the unjudged step that most rollouts hang on (rollouts × width of the interval)',
    group: 'Tree',
    keys: judging('q'),
    availability: needsTree,
    run: (actions) => actions.goToNext('leverage'),
  },
  {
    id: 'tree.nextDisagreement',
    title: 'Next disagreement with the values or another annotator; in a comparison the next difference',
    group: 'Tree',
    keys: judging('d'),
    availability: needsTree,
    run: (actions, { route }) =>
      route.screen === 'compare' ? actions.goToNextDifference() : actions.goToNext('disagreement'),
  },
];
