// Where keys of the command table act, and when a command is available; else why not, as a sentence.

import type { Binding, KeyPlace } from './command';
import { isInTree } from './selectJudging';
import type { AppState } from './state';

export const at =
  (place: KeyPlace) =>
  (...keys: string[]): Binding[] =>
    keys.map((key) => ({ key, place }));
export const steps = at('steps');
export const drawing = at('drawing');
export const rows = at('rows');
export const everywhere = at('everywhere');
/** Verdict keys count wherever steps are judged: in the list and in the drawing. */
export const judging = (...keys: string[]) => [...steps(...keys), ...drawing(...keys)];

export const needsReader = (state: AppState) =>
  state.route.screen === 'read' && state.reader !== undefined ? true : 'Open a trace first.';
export const needsReaderOrTree = (state: AppState) =>
  isInTree(state) ? needsTree(state) : needsReader(state);
export const needsTrace = (state: AppState) => (state.reader === undefined ? 'Open a trace first.' : true);
export const needsTree = (state: AppState) =>
  isInTree(state) && state.tree?.tree !== undefined ? true : 'Open a rollout tree first.';
export const needsRows = (state: AppState) =>
  state.route.screen === 'traces' && state.traces !== undefined ? true : 'Open the table of traces first.';
export const needsFile = (state: AppState) =>
  (state.files?.length ?? 0) > 0 ? true : 'Open a file first: drop one on the page.';
export const always = () => true as const;
