import { protocolById } from '../core/labels';
import type { RowView } from '../data/api';
import { WINDOW_ROWS } from './state';
import type { AppState, TracesSlice } from './state';

/** The row at a position of the sorted and filtered order, if its window is on the page. */
export function rowAt({ windows }: Pick<TracesSlice, 'windows'>, position: number): RowView | undefined {
  const from = Math.floor(position / WINDOW_ROWS) * WINDOW_ROWS;
  return windows.get(from)?.[position - from];
}

/** Outcome and scores of a row are withheld until the person is done with it; under a protocol without
 *  hints for good. */
export function selectHidesHints({ settings }: AppState): (row: RowView) => boolean {
  return protocolById(settings.protocol).hints === 'never' ? hidesAlways : hidesUntilDone;
}
const hidesAlways = () => true;
const hidesUntilDone = (row: RowView) => row.finish === undefined;
