// Steps cut otherwise: the splitter, cut mode, joining.

import type { Binding, Command } from './command';
import type { AppState, Drawer } from './state';

const steps = (...keys: string[]): Binding[] => keys.map((key) => ({ key, place: 'steps' }));
const cutting = (...keys: string[]): Binding[] => keys.map((key) => ({ key, place: 'cut' }));

const needsSteps = (state: AppState) =>
  state.route.screen === 'read' && state.reader?.steps[state.reader.active] !== undefined
    ? true
    : 'Open a trace and go to a step first.';
const needsCut = (state: AppState) =>
  state.reader?.mode === 'cut' ? true : 'Press X on a step first: it begins cut mode.';

const moveCut = (id: string, title: string, key: string, by: 1 | -1, over: 'word' | 'sentence'): Command => ({
  id,
  title,
  group: 'Step',
  keys: cutting(key),
  repeats: true,
  availability: needsCut,
  run: (actions) => actions.moveCut(by, over),
});

const drawer = (id: string, title: string, which: Drawer): Command => ({
  id,
  title,
  group: 'Step',
  keys: [],
  availability: needsSteps,
  run: (actions, state) => actions.showDrawer(state.reader?.drawer === which ? undefined : which),
});

export const SPLIT_COMMANDS: readonly Command[] = [
  {
    id: 'split.cutMode',
    title: 'Cut the step in two',
    group: 'Step',
    keys: steps('x'),
    availability: needsSteps,
    run: (actions) => actions.startCut(),
  },
  moveCut('split.nextWord', 'Cut a word further on', 'arrowright', 1, 'word'),
  moveCut('split.previousWord', 'Cut a word before', 'arrowleft', -1, 'word'),
  moveCut('split.nextSentence', 'Cut a sentence or line further on', 'arrowdown', 1, 'sentence'),
  moveCut('split.previousSentence', 'Cut a sentence or line before', 'arrowup', -1, 'sentence'),
  {
    id: 'split.cut',
    title: 'Cut here',
    group: 'Step',
    keys: cutting('enter', 'numpadenter'),
    availability: needsCut,
    run: (actions) => actions.cutHere(),
  },
  {
    id: 'split.leave',
    title: 'Leave cut mode',
    group: 'Step',
    keys: cutting('escape', 'x'),
    availability: needsCut,
    run: (actions) => actions.escape(),
  },
  {
    id: 'split.join',
    title: 'Join the step with the one before',
    group: 'Step',
    keys: steps('m'),
    availability: needsSteps,
    run: (actions) => actions.mergeWithPrevious(),
  },
  drawer('split.panel', 'Split into other steps', 'splitter'),
  drawer('split.tray', 'Judgements that have no step now', 'tray'),
];
