import type { Fault } from '../core/model';
import type { FileSummary } from '../data/api';
import { selectFile } from './selectFile';
import type { AppState } from './state';

/** The file the open screen is about: the one being read, or one of the library. */
export function selectOpenedFile(state: AppState): FileSummary | undefined {
  const { route, opening } = state;
  if (route.screen !== 'open') return undefined;
  const reading = opening?.progress?.summary;
  if (route.file === undefined || reading?.key === route.file) return reading;
  return selectFile(state, route.file);
}

/** How far reading is: only where the screen is about the file that was read in this visit. */
export function selectReading(state: AppState): AppState['opening'] {
  const { route, opening } = state;
  if (route.screen !== 'open' || opening === undefined) return undefined;
  return route.file === undefined || opening.progress?.summary.key === route.file ? opening : undefined;
}

/** The form of fields, where it belongs to the file on the open screen. */
export function selectMapping(state: AppState): AppState['mapping'] {
  const { route, mapping } = state;
  return route.screen === 'open' && mapping?.file === route.file ? mapping : undefined;
}

const NO_FAULTS: readonly Fault[] = [];

export function selectFaults(state: AppState): readonly Fault[] {
  const file = selectOpenedFile(state);
  return file !== undefined && state.faults?.file === file.key ? state.faults.list : NO_FAULTS;
}
