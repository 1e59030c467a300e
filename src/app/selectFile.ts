import type { FileKey } from '../core/model';
import type { FileSummary, PageQuery } from '../data/api';
import { scopeOf } from './recorder';
import type { AppState, Route } from './state';

/** The file a screen is about, or else the one opened last. */
export function selectFileAtHand(state: AppState): FileSummary | undefined {
  const named = 'file' in state.route ? selectFile(state, state.route.file) : undefined;
  return named ?? state.files?.[0];
}

export function selectFile(state: AppState, key: FileKey | undefined): FileSummary | undefined {
  if (key === undefined) return undefined;
  const reading = state.opening?.progress?.summary;
  return state.files?.find((file) => file.key === key) ?? (reading?.key === key ? reading : undefined);
}

/** For the address of a link: it carries the file's name beside its hash. */
export function selectFileName(state: AppState, route: Route): string {
  return 'file' in route ? (selectFile(state, route.file)?.name ?? '') : '';
}

export function selectCurrentFile(state: AppState): FileKey | undefined {
  return selectFileAtHand(state)?.key;
}

/** The order and filter of the table of a file, as it stands. */
export function selectQuery(state: AppState, file: FileKey): Omit<PageQuery, 'from' | 'count'> {
  const { traces } = state;
  const scope = scopeOf(state);
  if (traces?.file !== file) return { file, sort: 'file', descending: false, filter: {}, scope };
  return { file, sort: traces.sort, descending: traces.descending, filter: traces.filter, scope };
}
