// What ui may ask for. Things a key does are commands (commands.ts) and call these; what needs an argument
// (a click on step 5, a chosen format) is called directly.

import type { Policies, PolicyId } from '../core/labels/export';
import type { FileKey, Verdict } from '../core/model';
import type { OpenInput, RowFilter, SortKey } from '../data/api';
import type { Route, SettingsSlice, TreeColour } from './state';

export interface AppActions {
  navigate(route: Route): void;

  openFiles(inputs: OpenInput[]): void;
  /** A bundled sample: 'rollouts' | 'think' | 'tools'. */
  openSample(id: string): void;
  stopOpening(): void;
  /** Reads the file that is being opened again under another format. */
  chooseFormat(id: string): void;
  moreFaults(): void;
  forgetFile(file: FileKey): void;
  /** To the traces, or to where the person left off. */
  goOn(file: FileKey): void;

  sortBy(sort: SortKey): void;
  filterBy(filter: RowFilter): void;
  /** Asks for the windows that cover these positions. */
  showRows(from: number, to: number): void;
  moveCursor(position: number): void;
  openRow(row: number): void;

  activate(step: number): void;
  judge(verdict: Verdict): void;
  clear(): void;
  toggleCategory(id: string): void;
  toggleUnsure(): void;
  startTyping(what: 'comment'): void;
  /** One change when the field is left; an unchanged text is none. */
  finishTyping(text: string | undefined): void;
  /** Of the step being typed at, each second: offered after a crash. */
  saveDraft(text: string): void;
  firstErrorHere(): void;
  restCorrect(): void;
  finish(): void;
  giveUp(how: 'bad_problem' | 'give_up'): void;
  reveal(): void;
  toggleRaw(step: number | 'all'): void;
  toggleOpen(step: number): void;
  undo(): void;
  redo(): void;

  selectNode(node: number): void;
  colourTree(colour: TreeColour, valueSet?: number): void;
  focusTree(where: 'drawing' | 'path'): void;

  chooseTarget(id: string): void;
  answerPolicy<P extends PolicyId>(policy: P, answer: Policies[P]): void;
  chooseAnnotator(name: string): void;
  chooseExportRows(rows: 'all' | 'finished'): void;
  runExport(): void;
  stopExport(): void;

  changeSettings(settings: Partial<SettingsSlice>): void;
  showCommands(open: boolean): void;
  dismissMessage(): void;
}
