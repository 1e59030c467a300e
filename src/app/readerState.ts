// What the page knows of the open trace.

import type { PassageId } from '../core/identity';
import type { Annotations } from '../core/labels';
import type { Edit, Passage, Range, Segmentation, Strategy, Zone } from '../core/model';
import type { Neighbours, OpenTrace } from '../data/api';
import type { Hit, TextQuery } from './findText';

export interface StepView {
  /** From 0; shown from 1. */
  index: number;
  start: number;
  end: number;
  passage: Passage;
  id: PassageId;
  zone: Zone | undefined;
}
type ReaderMode = 'read' | 'cut' | 'pick' | 'type';
/** What stands in place of margin and map. */
export type Drawer = 'splitter' | 'tray' | 'history' | 'guideline';
/** For whom a strategy is chosen; 'default': every file and problem without a choice of its own. */
export type SplitScope = 'problem' | 'file' | 'default';
/** What typing mode edits: of the active step its comment or rewrite; of the trace why it is set aside. */
export type Typing = 'comment' | 'rewrite' | 'bad_problem' | 'give_up';
/** What is looked for in the open trace. */
export interface FindSlice extends TextQuery {
  /** In the order of the text. */
  hits: readonly Hit[];
  /** Index into `hits` of the one gone to, -1 when there is none. */
  at: number;
  /** `more`: there are more than are kept. */
  state: 'searching' | 'done' | 'more';
}
export interface ReaderSlice {
  open: OpenTrace;
  strategy: Strategy;
  segmentation: Segmentation;
  steps: StepView[];
  zones: Zone[];
  /** The annotations whose strategies and cuts made these steps. */
  splitBy: Pick<Annotations, 'splits' | 'cuts'>;
  /** The rest of a very long text is still being split: the steps reach up to here. */
  splitTo: number | undefined;
  neighbours: Neighbours | undefined;
  /** Texts of the steps that the next trace begins with, once it is split: they can be typeset ahead. */
  ahead: readonly string[] | undefined;
  /** Index into `steps`, -1 when there is none. */
  active: number;
  /** The step last judged redundant or erroneous: 4–9 toggle its categories. */
  last: PassageId | undefined;
  mode: ReaderMode;
  typing: Typing | undefined;
  /** Text that was selected in a step: while that is active, the next `3` keeps it as error span. */
  selection: { id: PassageId; range: Range } | undefined;
  /** In mode `pick`: what the step is picked for, and the step it began at (of `correctedAt`: the wrong one). */
  picking: { what: 'correctedAt' | 'stopAt'; from: number; wrong: number } | undefined;
  /** Where the active step would be cut, in mode `cut`. */
  cutAt: number | undefined;
  drawer: Drawer | undefined;
  /** Find has the place of the tool bar. */
  find: FindSlice | undefined;
  /** The strategy that the splitter tries out in the text. */
  draft: Strategy | undefined;
  rawAll: boolean;
  rawSteps: ReadonlySet<PassageId>;
  openSteps: ReadonlySet<PassageId>;
  /** Reference, scores and given labels were revealed for this text. */
  revealed: boolean;
  /** Enter was pressed with steps unjudged: the next Enter finishes as partial. */
  finishArmed: boolean;
  /** Labels of this text under another prompt, ready to be taken over. */
  otherPrompt: Edit[] | undefined;
  /** The whole list of categories of `last` is open (9). */
  allCategories: boolean;
}
