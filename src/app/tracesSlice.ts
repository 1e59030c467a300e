import type { FileKey } from '../core/model';
import type { AppActions } from './actions';
import type { Parts } from './parts';
import { selectCurrentFile, selectQuery } from './selectFile';
import { MAX_WINDOWS, WINDOW_ROWS, type TracesSlice } from './state';

type TracesActions = Pick<
  AppActions,
  'sortBy' | 'filterBy' | 'showRows' | 'moveCursor' | 'openRow' | 'openCursorRow' | 'showTraces'
>;
export interface Traces extends TracesActions {
  /** Shows the table of a file; keeps order, filter and cursor when it is the same one. */
  show(file: FileKey): Promise<void>;
  /** Asks for the shown windows again: labels or the index changed. */
  refresh(): void;
}

const emptyTable = (file: FileKey): TracesSlice => ({
  file,
  sort: 'file',
  descending: false,
  filter: {},
  total: 0,
  windows: new Map(),
  cursor: 0,
  generators: [],
  preview: undefined,
  version: 0,
});

export function createTraces(parts: Parts): Traces {
  const { store, data } = parts;
  let shown = { from: 0, to: WINDOW_ROWS };
  /** The version whose rows the windows hold. */
  let heldFor = 0;

  const patch = (change: (traces: TracesSlice) => Partial<TracesSlice>) =>
    store.setState(({ traces }) =>
      traces === undefined ? {} : { traces: { ...traces, ...change(traces) } },
    );

  const windowsOf = ({ from, to }: { from: number; to: number }) => {
    const first = Math.floor(from / WINDOW_ROWS) * WINDOW_ROWS;
    return [first, first + WINDOW_ROWS].filter((start) => start <= from || start < to);
  };

  function inSight(windows: TracesSlice['windows']): TracesSlice['windows'] {
    const wanted = windowsOf(shown);
    return new Map([...windows].filter(([from]) => wanted.includes(from)));
  }

  async function load(from: number, version: number): Promise<void> {
    const { traces } = store.getState();
    if (traces === undefined) return;
    const query = selectQuery(store.getState(), traces.file);
    const window = await data.page({ ...query, from, count: WINDOW_ROWS });
    patch((now) => {
      if (now.file !== traces.file || now.version !== version) return {};
      // Rows of the order before stay in sight until the first of the new one are here: no blank in between.
      const windows = new Map(heldFor === version ? now.windows : []);
      heldFor = version;
      windows.delete(from);
      windows.set(from, window.rows);
      // The farthest from what is shown goes first: the page never holds more than three windows.
      const far = (start: number) => Math.abs(start + WINDOW_ROWS / 2 - (shown.from + shown.to) / 2);
      while (windows.size > MAX_WINDOWS)
        windows.delete([...windows.keys()].reduce((a, b) => (far(b) > far(a) ? b : a)));
      return { windows, total: window.total };
    });
    // The table may have been scrolled while rows of the order before were in sight.
    for (const start of windowsOf(shown)) {
      const now = store.getState().traces;
      if (now?.version === version && !now.windows.has(start) && start < now.total) void load(start, version);
    }
  }

  /** The rows of before stay in sight until new ones are here: no blank, and no drawing of blanks. */
  function askAgain(change: Partial<TracesSlice>, fromTop: boolean): void {
    if (fromTop) shown = { from: 0, to: WINDOW_ROWS };
    patch((traces) => ({
      ...change,
      version: traces.version + 1,
      // Windows out of sight are out of date too: they are asked for when they come into sight.
      windows: inSight(traces.windows),
      ...(fromTop ? { cursor: 0 } : {}),
    }));
    const version = store.getState().traces?.version ?? 0;
    for (const from of windowsOf(shown)) void load(from, version);
  }

  const rowAt = (position: number) => {
    const windows = store.getState().traces?.windows;
    const from = Math.floor(position / WINDOW_ROWS) * WINDOW_ROWS;
    return windows?.get(from)?.[position - from]?.row;
  };

  function openRow(row: number): void {
    const file = store.getState().traces?.file;
    if (file !== undefined) parts.actions.navigate({ screen: 'read', file, row });
  }

  return {
    async show(file) {
      if (store.getState().traces?.file !== file) store.setState({ traces: emptyTable(file) });
      askAgain({ preview: undefined }, false);
      const generators = await data.generators(file);
      patch((traces) => (traces.file === file ? { generators } : {}));
    },
    refresh: () => askAgain({}, false),
    sortBy: (sort) =>
      askAgain(
        { sort, descending: store.getState().traces?.sort === sort && !store.getState().traces!.descending },
        true,
      ),
    filterBy: (filter) => askAgain({ filter }, true),
    showRows(from, to) {
      shown = { from, to };
      const { traces } = store.getState();
      if (traces === undefined) return;
      for (const start of windowsOf(shown)) {
        if (!traces.windows.has(start) && (start < traces.total || start === 0))
          void load(start, traces.version);
      }
    },
    moveCursor: (position) => patch(({ total }) => ({ cursor: Math.max(0, Math.min(total - 1, position)) })),
    openRow,
    openCursorRow() {
      const row = rowAt(store.getState().traces?.cursor ?? 0);
      if (row !== undefined) openRow(row);
    },
    showTraces() {
      const file = selectCurrentFile(store.getState());
      if (file !== undefined) parts.actions.navigate({ screen: 'traces', file });
    },
  };
}
