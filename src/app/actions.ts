// What ui may ask for. Things a key does are commands (commands.ts) and call these; what needs an argument
// (a click on step 5, a chosen format) is called directly.

import type { Policies, PolicyId } from '../core/labels/export';
import type { FileKey, LabelPack, Mapping, Passage, Protocol, Range, Strategy, Verdict } from '../core/model';
import type { OpenInput, RowFilter, SortKey } from '../data/api';
import type { TextQuery } from './findText';
import type { KeyLayout } from './keymap';
import type { Drawer, Route, SettingsSlice, SplitScope, TreeColour, Typing } from './state';

/** What the mapping form does; it comes when the form is opened. */
export interface MappingActions {
  /** Tried on the first records at once. */
  changeMapping: (mapping: Mapping) => void;
  saveMapping: () => void;
  /** Saves it, and reads the file by it. */
  openWithMapping: () => void;
  exportMapping: () => void;
  forgetMapping: (name: string) => void;
  leaveMapping: () => void;
}

export interface AppActions extends MappingActions {
  navigate: (route: Route) => void;

  openFiles: (inputs: OpenInput[]) => void;
  /** Opens the browser's file picker. */
  chooseFiles: () => void;
  /** The same for a whole folder. */
  chooseFolder: () => void;
  /** Downloads every change of this device as a labels file. */
  saveLabelsFile: () => void;
  /** Asks for a file and writes every change to it from now on. */
  keepLiveFile: () => void;
  /** After a reload the browser wants to be asked once more. */
  resumeLiveFile: () => void;
  stopLiveFile: () => void;
  /** A bundled sample: 'rollouts' | 'think' | 'tools'. */
  openSample: (id: string) => void;
  stopOpening: () => void;
  /** Reads the file that is being opened again under another format. */
  chooseFormat: (id: string) => void;
  /** The form that says which field of the file is what. */
  mapFields: () => void;
  /** The guess decides again for files with these fields. */
  forgetChoice: (keySet: string) => void;
  moreFaults: () => void;
  /** Downloads all of them, a line of JSON each. */
  saveFaults: () => void;
  forgetFile: (file: FileKey) => void;
  /** To the traces, or to where the person left off. */
  goOn: (file: FileKey) => void;

  sortBy: (sort: SortKey) => void;
  filterBy: (filter: RowFilter) => void;
  /** Asks for the windows that cover these positions. */
  showRows: (from: number, to: number) => void;
  moveCursor: (position: number) => void;
  openRow: (row: number) => void;
  openCursorRow: () => void;
  showTraces: () => void;

  activate: (step: number) => void;
  judge: (verdict: Verdict) => void;
  /** Erroneous only through an earlier error: the flag of its own that the protocol gives; again: no more. */
  judgePropagated: () => void;
  clear: () => void;
  toggleCategory: (id: string) => void;
  /** The category bound to this digit under the verdict of the step last marked 2 or 3. */
  toggleCategoryKey: (digit: '4' | '5' | '6' | '7' | '8') => void;
  showAllCategories: () => void;
  toggleUnsure: () => void;
  toggleBadSplit: () => void;
  /** A sibling of the active step: another rollout that parts here, or an alternative in the file. */
  goToAlternative: (by: 1 | -1) => void;
  goToTrace: (by: 1 | -1) => void;
  /** One layer back: ends typing, the list of categories, `last`, the tree. Never leaves the trace. */
  escape: () => void;
  startTyping: (what: Typing) => void;
  /** One change when the field is left; an unchanged text is none, and so is `undefined`: not kept. */
  finishTyping: (text: string | undefined) => void;
  /** Goes on with what was typed in an earlier visit and not kept: the first draft of the open trace, else of
   *  another one, which is opened. */
  takeUpDraft: () => void;
  dropDraft: () => void;
  /** Of the step being typed at, each second: offered after a crash. */
  saveDraft: (text: string) => void;
  /** Keeps what was typed last (Ctrl+Enter). */
  keepTyping: () => void;
  /** Moves an end of the text selected in the active step by a word; nothing selected: its first or last word. */
  extendSelection: (edge: 'start' | 'end', by: 1 | -1) => void;
  /** Text selected by hand; undefined: nothing any more. */
  selectText: (step: number, range: Range | undefined) => void;
  /** Pick mode: the step that corrects an erroneous one, or behind which the trace could have stopped. */
  startPicking: (what: 'correctedAt' | 'stopAt') => void;
  pickHere: () => void;
  toggleLedNowhere: () => void;
  judgeTrace: (verdict: 'correct' | 'erroneous') => void;
  /** The value the rating has already takes it back. */
  rateTrace: (rating: string, value: number) => void;
  rateStep: (rating: string, value: number) => void;
  toggleTag: (tag: string) => void;
  firstErrorHere: () => void;
  restCorrect: () => void;
  finish: () => void;
  giveUp: (how: 'bad_problem' | 'give_up', reason?: string) => void;
  /** Judgements of this very text under another prompt become judgements here, as one change. */
  takeOverLabels: () => void;
  declineLabels: () => void;
  reveal: () => void;
  toggleRaw: (step: number | 'all') => void;
  toggleOpen: (step: number) => void;
  /** The active step, as it stands in the file. */
  copyStep: () => void;
  /** Find in the open trace takes the place of the tool bar. */
  startFind: () => void;
  findText: (query: TextQuery) => void;
  goToHit: (by: 1 | -1) => void;
  endFind: () => void;
  undo: () => void;
  redo: () => void;
  /** Undoes or redoes one by one until this entry is the newest that stands. */
  walkHistory: (id: string) => void;
  /** Goes where a change was made and takes nothing back. */
  visitHistory: (id: string) => void;
  showMoreHistory: () => void;

  showDrawer: (drawer: Drawer | undefined) => void;
  /** One strategy for all traces of the problem or the file; rewrites no judgement. */
  chooseSplit: (strategy: Strategy, scope: SplitScope) => void;
  /** Shows in the text where another strategy would cut; undefined: no more. */
  tryOutSplit: (strategy: Strategy | undefined) => void;
  startCut: () => void;
  moveCut: (by: 1 | -1, over: 'word' | 'sentence') => void;
  cutHere: () => void;
  mergeWithPrevious: () => void;
  /** A judgement of the tray goes to the step it touches most, marked *review*. */
  placeJudgement: (at: Passage) => void;
  /** Cuts and joins by hand, so that the passage is a step again and shows its judgement. */
  cutForJudgements: (at: readonly Passage[]) => void;
  /** Takes a judgement of the tray back; undo brings it again. */
  dropJudgement: (at: Passage) => void;
  /** Cut mode by mouse: the place nearest to this offset. */
  pointCut: (at: number) => void;

  toggleTree: () => void;
  selectNode: (node: number) => void;
  walkTree: (direction: 'deeper' | 'back' | 'next' | 'previous') => void;
  /** Opens the folded chain at a node, or folds it again. */
  toggleChain: (node: number) => void;
  /** The next or previous path to its end; behind the last one the next trace. */
  goToPath: (by: 1 | -1) => void;
  /** To the next node of a kind, round the end: an unjudged one in drawing order, the largest fall of the value
   *  and then the next smaller one, a verdict that does not go with the values or with another's. */
  goToNext: (what: 'unjudged' | 'leverage' | 'drop' | 'disagreement') => void;

  /** The trace at hand beside another rollout of its problem. */
  compare: () => void;
  compareWith: (row: number) => void;
  leaveOut: (row: number) => void;
  goToNextDifference: () => void;
  /** Of two siblings; without a choice the preference is taken back. */
  prefer: (better: Passage, worse: Passage, choice: { principle?: string } | undefined) => void;
  colourTree: (colour: TreeColour, valueSet?: number) => void;
  focusTree: (where: 'drawing' | 'path') => void;

  /** The export screen of the file at hand. */
  showExport: () => void;
  chooseTarget: (id: string) => void;
  answerPolicy: <P extends PolicyId>(policy: P, answer: Policies[P]) => void;
  chooseAnnotator: (name: string) => void;
  chooseExportRows: (rows: 'all' | 'finished') => void;
  runExport: () => void;
  stopExport: () => void;

  takePack: (pack: LabelPack) => void;
  takeProtocol: (protocol: Protocol) => void;
  /** Saves a version beside those there are; `isInUse`: and goes on with it. */
  savePack: (pack: LabelPack, isInUse: boolean) => void;
  saveProtocol: (protocol: Protocol, isInUse: boolean) => void;
  importPack: () => void;
  exportPack: (pack: LabelPack, protocol: Protocol) => void;

  /** An own key for a command, spelled as in the table; undefined: its own again. Refused where it is taken. */
  bindKey: (command: string, key: string | undefined) => void;
  chooseKeyLayout: (layout: KeyLayout) => void;
  changeSettings: (settings: Partial<SettingsSlice>) => void;
  showCommands: (open: boolean) => void;
  dismissMessage: () => void;
  /** One line for the whole page, read aloud. */
  say: (message: string) => void;
}
