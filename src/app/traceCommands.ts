import type { Command } from './command';
import type { AppState } from './state';
import { steps, judging, needsReader, needsTrace } from './commandRules';

const needsRollouts = ({ reader }: AppState) => {
  if (reader === undefined) return 'Open a trace first.';
  const { siblings, trace } = reader.open;
  return siblings.some(({ text }) => text !== trace.text) ? true : 'This problem has no other rollout.';
};

export const TRACE_COMMANDS: Command[] = [
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
    title: 'Next trace; in a tree the next path',
    group: 'Trace',
    keys: judging('n'),
    availability: needsTrace,
    run: (actions, { route }) => (route.screen === 'tree' ? actions.goToPath(1) : actions.goToTrace(1)),
  },
  {
    id: 'trace.previous',
    title: 'Previous trace; in a tree the previous path',
    group: 'Trace',
    keys: judging('p'),
    availability: needsTrace,
    run: (actions, { route }) => (route.screen === 'tree' ? actions.goToPath(-1) : actions.goToTrace(-1)),
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
    id: 'trace.steps',
    title: 'The steps of the trace',
    group: 'Trace',
    keys: [],
    availability: needsTrace,
    run: (actions, { reader }) => {
      if (reader === undefined) return;
      const { file, row } = reader.open;
      const step = reader.steps[reader.active];
      actions.navigate({ screen: 'read', file, row, ...(step === undefined ? {} : { passage: step.id }) });
    },
  },
  {
    id: 'trace.compare',
    title: 'Compare with another rollout of the problem',
    group: 'Trace',
    keys: [],
    availability: needsRollouts,
    run: (actions) => actions.compare(),
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
    run: (actions) => actions.startTyping('bad_problem'),
  },
  {
    id: 'trace.giveUp',
    title: 'Give up on this trace',
    group: 'Trace',
    keys: [],
    availability: needsReader,
    run: (actions) => actions.startTyping('give_up'),
  },
  {
    id: 'trace.takeOverLabels',
    title: 'Take over the labels of this text under another prompt',
    group: 'Trace',
    keys: [],
    availability: ({ reader }) =>
      reader?.otherPrompt === undefined ? 'No labels under another prompt wait for this trace.' : true,
    run: (actions) => actions.takeOverLabels(),
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
