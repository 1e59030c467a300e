import type { AppActions } from './actions';
import type { AppState } from './state';

/** Where a command's keys act: nowhere while typing or composing, but for those marked `typing`. `cut`, `pick`: the
 *  list of steps in cut or pick mode, where no other key of the list acts. */
export type KeyPlace = 'everywhere' | 'steps' | 'cut' | 'pick' | 'drawing' | 'rows' | 'typing';
export interface Binding {
  /** `3`, `j`, `shift+j`, `arrowdown`, `mod+e` (Ctrl, on macOS ⌘), `numpad+`, `?`. */
  key: string;
  place: KeyPlace;
}
export interface Command {
  /** `judge.erroneous`: the group, then the verb. */
  id: string;
  title: string;
  group: 'Judge' | 'Move' | 'Step' | 'Trace' | 'Tree' | 'Table' | 'File' | 'Page';
  keys: readonly Binding[];
  /** Held keys repeat it: movement only. */
  repeats?: true;
  /** true, or why not, as a sentence. */
  availability(state: AppState): true | string;
  run(actions: AppActions, state: AppState): void;
}
