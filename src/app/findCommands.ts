import type { Command } from './command';
import { needsReader, steps } from './commandRules';
import type { AppState } from './state';

const needsHits = (state: AppState) =>
  (state.reader?.find?.hits.length ?? 0) > 0 ? true : 'Press / and type what to look for first.';

export const FIND_COMMANDS: readonly Command[] = [
  {
    id: 'find.start',
    title: 'Find in the trace',
    group: 'Trace',
    keys: steps('/'),
    availability: needsReader,
    run: (actions) => actions.startFind(),
  },
  {
    id: 'find.next',
    title: 'Next place found (Enter in the field)',
    group: 'Trace',
    keys: [],
    availability: needsHits,
    run: (actions) => actions.goToHit(1),
  },
  {
    id: 'find.previous',
    title: 'Place found before (Shift+Enter in the field)',
    group: 'Trace',
    keys: [],
    availability: needsHits,
    run: (actions) => actions.goToHit(-1),
  },
];
