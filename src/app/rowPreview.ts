// The panel beside the table: what the row under the cursor says, once the cursor rests.

import { wordsOf, type Parts } from './parts';
import { scopeOf } from './recorder';
import { rowAt } from './selectRow';
import type { AppState } from './state';

const REST_MS = 120;

const rowUnderCursor = ({ route, traces }: AppState) =>
  route.screen !== 'traces' || traces === undefined ? undefined : rowAt(traces, traces.cursor);

export function followCursor({ store, data, platform }: Parts): void {
  async function read(): Promise<void> {
    const state = store.getState();
    const wanted = rowUnderCursor(state);
    const file = state.traces?.file;
    if (wanted === undefined || file === undefined || state.traces?.preview?.row === wanted.row) return;
    const preview = await data.previewRow(file, wanted.row, scopeOf(state));
    store.setState(({ traces }) => (traces?.file === file ? { traces: { ...traces, preview } } : {}));
  }

  store.subscribe((state, before) => {
    if (state.traces === before.traces && state.route === before.route) return;
    const row = rowUnderCursor(state)?.row;
    if (row === undefined || row === state.traces?.preview?.row) return;
    platform.later('rowPreview', REST_MS, () => {
      read().catch((error: unknown) => store.setState({ message: wordsOf(error) }));
    });
  });
}
