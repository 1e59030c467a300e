import type { Command } from './command';
import { at, rows, everywhere, judging, needsFile, always } from './commandRules';

export const PAGE_COMMANDS: Command[] = [
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
  {
    id: 'file.liveLabels',
    title: 'Keep a labels file on disk up to date, or stop',
    group: 'File',
    keys: [],
    availability: ({ canKeepLiveFile }) =>
      canKeepLiveFile || 'This browser cannot keep a file on your disk up to date; Chrome and Edge can.',
    run: (actions, { liveFile }) =>
      liveFile === undefined ? actions.keepLiveFile() : actions.stopLiveFile(),
  },
];
