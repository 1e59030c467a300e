import type { Command } from './command';
import { rows, needsRows } from './commandRules';

export const TABLE_COMMANDS: Command[] = [
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
