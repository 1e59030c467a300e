import type { AppActions } from './actions';
import type { Binding, Command } from './command';
import { isInTree, selectActivePosition } from './selectJudging';
import type { AppState } from './state';
import { at, judging, steps, needsReader, needsReaderOrTree } from './commandRules';

/** Moving counts while a step is picked, too. */
const stepping = (...keys: string[]): Binding[] => [...steps(...keys), ...at('pick')(...keys)];

const move = (
  id: string,
  title: string,
  keys: Binding[],
  by: (state: AppState, position: ReturnType<typeof selectActivePosition>) => number | undefined,
): Command => ({
  id,
  title,
  group: 'Move',
  keys,
  repeats: true,
  availability: needsReader,
  run: (actions, state) => {
    const to = by(state, selectActivePosition(state));
    if (to !== undefined) actions.activate(to);
  },
});
type TreeDirection = Parameters<AppActions['walkTree']>[0];

/** Beside the tree the list is the path to its cursor: there the same keys walk the tree. */
const walkOr = (direction: TreeDirection, inReader: Command): Command => ({
  ...inReader,
  availability: needsReaderOrTree,
  run: (actions, state) => (isInTree(state) ? actions.walkTree(direction) : inReader.run(actions, state)),
});

const inTrace = move(
  'move.nextUnjudged',
  'Next unjudged step',
  judging('shift+j', 'space'),
  (_, { nextUnjudged }) => nextUnjudged,
);
const nextUnjudged: Command = {
  ...inTrace,
  availability: needsReaderOrTree,
  run: (actions, state) => (isInTree(state) ? actions.goToNext('unjudged') : inTrace.run(actions, state)),
};

export const MOVE_COMMANDS: Command[] = [
  walkOr(
    'deeper',
    move('move.next', 'Next step', stepping('j', 'arrowdown', 'numpadadd'), (_, { active, count }) =>
      Math.min(count - 1, active + 1),
    ),
  ),
  walkOr(
    'back',
    move('move.previous', 'Previous step', stepping('k', 'arrowup', 'numpadsubtract'), (_, { active }) =>
      Math.max(0, active - 1),
    ),
  ),
  move('move.first', 'First step', stepping('home'), () => 0),
  move('move.last', 'Last step', stepping('end'), (_, { count }) => count - 1),
  nextUnjudged,
  move(
    'move.previousUnjudged',
    'Previous unjudged step',
    steps('shift+k'),
    (_, { previousUnjudged }) => previousUnjudged,
  ),
  walkOr('next', {
    id: 'move.sibling',
    title: 'Next alternative of the step',
    group: 'Move',
    keys: steps('arrowright'),
    availability: needsReader,
    run: (actions) => actions.goToAlternative(1),
  }),
  walkOr('previous', {
    id: 'move.previousSibling',
    title: 'Previous alternative of the step',
    group: 'Move',
    keys: steps('arrowleft'),
    availability: needsReader,
    run: (actions) => actions.goToAlternative(-1),
  }),
];
