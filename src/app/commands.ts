// The one table of commands: keys, buttons, the commands sheet and the help read it.

import type { AppActions } from './actions';
import type { Binding, Command, KeyPlace } from './command';
import { selectActivePosition, selectJudging } from './selectJudging';
import { SPLIT_COMMANDS } from './splitCommands';
import type { AppState } from './state';

const at =
  (place: KeyPlace) =>
  (...keys: string[]): Binding[] =>
    keys.map((key) => ({ key, place }));
type TreeDirection = Parameters<AppActions['walkTree']>[0];
const steps = at('steps');
const drawing = at('drawing');
const rows = at('rows');
const everywhere = at('everywhere');
/** Verdict keys count wherever steps are judged: in the list and in the drawing. */
const judging = (...keys: string[]) => [...steps(...keys), ...drawing(...keys)];

const NO_STEP = 'Open a trace and go to a step first.';
const needsStep = (state: AppState) => (selectJudging(state) === undefined ? NO_STEP : true);
const needsReader = (state: AppState) =>
  state.route.screen === 'read' && state.reader !== undefined ? true : 'Open a trace first.';
const needsReaderOrTree = (state: AppState) =>
  state.route.screen === 'tree' ? needsTree(state) : needsReader(state);
const needsTrace = (state: AppState) => (state.reader === undefined ? 'Open a trace first.' : true);
const needsTree = (state: AppState) =>
  state.route.screen === 'tree' && state.tree?.tree !== undefined ? true : 'Open a rollout tree first.';
const needsRows = (state: AppState) =>
  state.route.screen === 'traces' && state.traces !== undefined ? true : 'Open the table of traces first.';
const needsFile = (state: AppState) =>
  (state.files?.length ?? 0) > 0 ? true : 'Open a file first: drop one on the page.';
const always = () => true as const;

function needsLast(state: AppState): true | string {
  return selectJudging(state)?.last === undefined ? 'Mark a step redundant or erroneous first.' : true;
}

const categoryKey = (digit: '4' | '5' | '6' | '7' | '8'): Command => ({
  id: `judge.category${digit}`,
  title: `Toggle category ${digit} of the step last marked redundant or erroneous`,
  group: 'Judge',
  keys: judging(digit),
  availability: needsLast,
  run: (actions) => actions.toggleCategoryKey(digit),
});

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

const JUDGE: Command[] = [
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

/** Beside the tree the list is the path to its cursor: there the same keys walk the tree. */
const walkOr = (direction: TreeDirection, inReader: Command): Command => ({
  ...inReader,
  availability: needsReaderOrTree,
  run: (actions, state) =>
    state.route.screen === 'tree' ? actions.walkTree(direction) : inReader.run(actions, state),
});

const MOVE: Command[] = [
  walkOr(
    'deeper',
    move('move.next', 'Next step', steps('j', 'arrowdown', 'numpadadd'), (_, { active, count }) =>
      Math.min(count - 1, active + 1),
    ),
  ),
  walkOr(
    'back',
    move('move.previous', 'Previous step', steps('k', 'arrowup', 'numpadsubtract'), (_, { active }) =>
      Math.max(0, active - 1),
    ),
  ),
  move('move.first', 'First step', steps('home'), () => 0),
  move('move.last', 'Last step', steps('end'), (_, { count }) => count - 1),
  move(
    'move.nextUnjudged',
    'Next unjudged step',
    steps('shift+j', 'space'),
    (_, { nextUnjudged }) => nextUnjudged,
  ),
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

const TRACE: Command[] = [
  {
    id: 'trace.finish',
    title: 'Finish the trace and go to the next',
    group: 'Trace',
    keys: steps('enter', 'numpadenter'),
    availability: needsReader,
    run: (actions) => actions.finish(),
  },
  {
    id: 'trace.next',
    title: 'Next trace',
    group: 'Trace',
    keys: judging('n'),
    availability: needsTrace,
    run: (actions) => actions.goToTrace(1),
  },
  {
    id: 'trace.previous',
    title: 'Previous trace',
    group: 'Trace',
    keys: judging('p'),
    availability: needsTrace,
    run: (actions) => actions.goToTrace(-1),
  },
  {
    id: 'trace.tree',
    title: 'Rollout tree, and back to the steps',
    group: 'Trace',
    keys: judging('t'),
    availability: needsTrace,
    run: (actions) => actions.toggleTree(),
  },
  {
    id: 'trace.reveal',
    title: 'Reveal reference, scores and labels of the file (logged)',
    group: 'Trace',
    keys: judging('g'),
    availability: needsTrace,
    run: (actions) => actions.reveal(),
  },
  {
    id: 'trace.badProblem',
    title: 'Bad problem: the task itself is wrong',
    group: 'Trace',
    keys: [],
    availability: needsReader,
    run: (actions) => actions.giveUp('bad_problem'),
  },
  {
    id: 'trace.giveUp',
    title: 'Give up on this trace',
    group: 'Trace',
    keys: [],
    availability: needsReader,
    run: (actions) => actions.giveUp('give_up'),
  },
  {
    id: 'step.raw',
    title: 'Step as raw text',
    group: 'Step',
    keys: steps('v'),
    availability: needsReader,
    run: (actions, state) => actions.toggleRaw(state.reader?.active ?? 0),
  },
  {
    id: 'trace.raw',
    title: 'All steps as raw text',
    group: 'Step',
    keys: steps('shift+v'),
    availability: needsReader,
    run: (actions) => actions.toggleRaw('all'),
  },
  {
    id: 'step.open',
    title: 'Open what is cut or folded',
    group: 'Step',
    keys: steps('o'),
    availability: needsReader,
    run: (actions, state) => actions.toggleOpen(state.reader?.active ?? 0),
  },
];

const TREE: Command[] = (
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

const TABLE: Command[] = [
  ...(
    [
      ['rows.next', 'Next row', ['arrowdown', 'j'], 1],
      ['rows.previous', 'Previous row', ['arrowup', 'k'], -1],
      ['rows.pageDown', 'A page down', ['pagedown'], 20],
      ['rows.pageUp', 'A page up', ['pageup'], -20],
      ['rows.first', 'First row', ['home'], -Infinity],
      ['rows.last', 'Last row', ['end'], Infinity],
    ] as const
  ).map(([id, title, keys, by]): Command => ({
    id,
    title,
    group: 'Table',
    keys: rows(...keys),
    repeats: true,
    availability: needsRows,
    run: (actions, state) => actions.moveCursor((state.traces?.cursor ?? 0) + by),
  })),
  {
    id: 'rows.open',
    title: 'Open the trace',
    group: 'Table',
    keys: rows('enter', 'numpadenter'),
    availability: needsRows,
    run: (actions) => actions.openCursorRow(),
  },
];

const PAGE: Command[] = [
  {
    id: 'history.undo',
    title: 'Undo, going there',
    group: 'Page',
    keys: [...judging('z', 'numpaddecimal'), ...rows('z')],
    availability: (state) => (state.history.undo === undefined ? 'Nothing to undo.' : true),
    run: (actions) => actions.undo(),
  },
  {
    id: 'history.redo',
    title: 'Redo, going there',
    group: 'Page',
    keys: [...judging('shift+z'), ...rows('shift+z')],
    availability: (state) => (state.history.redo === undefined ? 'Nothing to redo.' : true),
    run: (actions) => actions.redo(),
  },
  {
    id: 'page.back',
    title: 'One layer back',
    group: 'Page',
    keys: [...judging('escape'), ...at('typing')('escape')],
    availability: always,
    run: (actions) => actions.escape(),
  },
  {
    id: 'page.commands',
    title: 'All commands',
    group: 'Page',
    keys: [...everywhere('?', 'mod+k'), ...at('typing')('mod+k')],
    availability: always,
    run: (actions, state) => actions.showCommands(!state.commandsOpen),
  },
  {
    id: 'page.library',
    title: 'Go to the library',
    group: 'Page',
    keys: [],
    availability: always,
    run: (actions) => actions.navigate({ screen: 'library' }),
  },
  {
    id: 'page.traces',
    title: 'Go to the traces',
    group: 'Page',
    keys: [],
    availability: needsFile,
    run: (actions) => actions.showTraces(),
  },
  {
    id: 'page.theme',
    title: 'Light, dark or as the system',
    group: 'Page',
    keys: [],
    availability: always,
    run: (actions, { settings }) =>
      actions.changeSettings({
        theme: settings.theme === 'system' ? 'light' : settings.theme === 'light' ? 'dark' : 'system',
      }),
  },
  {
    id: 'page.protocolOwnMerit',
    title: 'Protocol: each step on its own merit, judge on after an error',
    group: 'Page',
    keys: [],
    availability: ({ settings }) => (settings.protocol === 'own-merit' ? 'This protocol is in use.' : true),
    run: (actions) => actions.changeSettings({ protocol: 'own-merit' }),
  },
  {
    id: 'page.protocolFirstError',
    title: 'Protocol: stop at the first error',
    group: 'Page',
    keys: [],
    availability: ({ settings }) => (settings.protocol === 'first-error' ? 'This protocol is in use.' : true),
    run: (actions) => actions.changeSettings({ protocol: 'first-error' }),
  },
  {
    id: 'file.choose',
    title: 'Choose files',
    group: 'File',
    keys: everywhere('mod+o'),
    availability: always,
    run: (actions) => actions.chooseFiles(),
  },
  {
    id: 'file.export',
    title: 'Export',
    group: 'File',
    keys: everywhere('mod+e'),
    availability: needsFile,
    run: (actions) => actions.showExport(),
  },
  {
    id: 'file.saveLabels',
    title: 'Save all labels as a file',
    group: 'File',
    keys: everywhere('mod+s'),
    availability: always,
    run: (actions) => actions.saveLabelsFile(),
  },
];

export const COMMANDS: readonly Command[] = [
  ...JUDGE,
  ...MOVE,
  ...TRACE,
  ...SPLIT_COMMANDS,
  ...TREE,
  ...TABLE,
  ...PAGE,
];
