// Beside the verdict: where the error stands, what it should say, what later steps make of it.

import type { Command } from './command';
import { at, needsReader, steps } from './commandRules';
import { selectWrongStep } from './hindsight';
import type { AppState, Drawer } from './state';
import { selectDraft } from './writing';

const picking = at('pick');
const needsPick = (state: AppState) =>
  state.reader?.picking === undefined ? 'Press R or S first: they begin to pick a step.' : true;
const needsActive = (state: AppState) =>
  state.route.screen === 'read' && state.reader?.steps[state.reader.active] !== undefined
    ? true
    : 'Open a trace and go to a step first.';

const needsDraft = (state: AppState) =>
  state.route.screen === 'read' && selectDraft(state) !== undefined ? true : 'Nothing was left unkept.';

const select = (id: string, title: string, key: string, edge: 'start' | 'end', by: 1 | -1): Command => ({
  id,
  title,
  group: 'Step',
  keys: steps(key),
  repeats: true,
  availability: needsActive,
  run: (actions) => actions.extendSelection(edge, by),
});

const drawer = (id: string, title: string, keys: string[], which: Drawer): Command => ({
  id,
  title,
  group: 'Trace',
  keys: steps(...keys),
  availability: needsReader,
  run: (actions, state) => actions.showDrawer(state.reader?.drawer === which ? undefined : which),
});

const judgeTrace = (verdict: 'correct' | 'erroneous'): Command => ({
  id: `trace.${verdict}`,
  title: `The trace as a whole is ${verdict}`,
  group: 'Trace',
  keys: [],
  availability: needsReader,
  run: (actions) => actions.judgeTrace(verdict),
});

export const FLOW_COMMANDS: readonly Command[] = [
  {
    id: 'judge.rewrite',
    title: 'Rewrite the step beside the original',
    group: 'Judge',
    keys: steps('e'),
    availability: needsActive,
    run: (actions) => actions.startTyping('rewrite'),
  },
  {
    id: 'write.keep',
    title: 'Keep what is typed',
    group: 'Judge',
    keys: at('typing')('mod+enter'),
    availability: (state) =>
      state.reader?.typing === undefined ? 'Press C or E first: they begin to type.' : true,
    run: (actions) => actions.keepTyping(),
  },
  {
    id: 'write.takeUpDraft',
    title: 'Go on with what was typed and not kept',
    group: 'Judge',
    keys: [],
    availability: needsDraft,
    run: (actions) => actions.takeUpDraft(),
  },
  {
    id: 'write.dropDraft',
    title: 'Discard what was typed and not kept',
    group: 'Judge',
    keys: [],
    availability: needsDraft,
    run: (actions) => actions.dropDraft(),
  },
  select('select.more', 'Select a word further on', 'shift+arrowright', 'end', 1),
  select('select.less', 'Select a word less', 'shift+arrowleft', 'end', -1),
  select('select.startLater', 'Selection begins a word later', 'mod+shift+arrowright', 'start', 1),
  select('select.startEarlier', 'Selection begins a word earlier', 'mod+shift+arrowleft', 'start', -1),
  {
    id: 'hindsight.correctedAt',
    title: 'The error is corrected later at …',
    group: 'Judge',
    keys: steps('r'),
    availability: (state) =>
      needsActive(state) !== true
        ? needsActive(state)
        : selectWrongStep(state) === undefined
          ? 'Mark a step erroneous first.'
          : true,
    run: (actions) => actions.startPicking('correctedAt'),
  },
  {
    id: 'hindsight.stopAt',
    title: 'The trace could have stopped at …',
    group: 'Judge',
    keys: steps('s'),
    availability: needsActive,
    run: (actions) => actions.startPicking('stopAt'),
  },
  {
    id: 'hindsight.ledNowhere',
    title: 'The step led nowhere',
    group: 'Judge',
    keys: [],
    availability: needsActive,
    run: (actions) => actions.toggleLedNowhere(),
  },
  {
    id: 'pick.here',
    title: 'Pick this step',
    group: 'Step',
    keys: picking('enter', 'numpadenter'),
    availability: needsPick,
    run: (actions) => actions.pickHere(),
  },
  {
    id: 'pick.leave',
    title: 'Pick no step',
    group: 'Step',
    keys: picking('escape'),
    availability: needsPick,
    run: (actions) => actions.escape(),
  },
  judgeTrace('correct'),
  judgeTrace('erroneous'),
  drawer('trace.guideline', 'Guideline beside the steps', ['h'], 'guideline'),
  drawer('trace.history', 'History: what was done, and back to any point', [], 'history'),
];
