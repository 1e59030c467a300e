import type { FileKey } from '../core/model';
import type { CannotOpen, FileSummary, MergeReport, OpenInput, OpenProgress } from '../data/api';
import type { AppActions } from './actions';
import { wordsOf, type Parts } from './parts';
import { scopeOf } from './recorder';
import { writeRoute } from './routing';
import { selectFile } from './selectFile';
import type { OpeningSlice } from './state';

type OpeningActions = Pick<
  AppActions,
  | 'openFiles'
  | 'openSample'
  | 'stopOpening'
  | 'chooseFormat'
  | 'moreFaults'
  | 'forgetFile'
  | 'goOn'
  | 'chooseFiles'
>;
/** Faults asked for at a time. */
const FAULT_PAGE = 50;

export interface Opening extends OpeningActions {
  /** Reads the list of files and the storage figures again. */
  refreshFiles(): Promise<void>;
}

export function createOpening(parts: Parts): Opening {
  const { store, data, platform } = parts;
  let stop: AbortController | undefined;
  let inputs: OpenInput[] = [];

  const patch = (change: Partial<OpeningSlice>) =>
    store.setState(({ opening }) => (opening === undefined ? {} : { opening: { ...opening, ...change } }));

  async function refreshFiles(): Promise<void> {
    const [files, storage] = await Promise.all([data.files(scopeOf(store.getState())), data.storage()]);
    store.setState({ files, storage });
  }

  async function loadFaults(file: FileKey): Promise<void> {
    const known = store.getState().opening?.faults ?? [];
    const { faults } = await data.faults(file, known.length, FAULT_PAGE);
    patch({ faults: [...known, ...faults] });
  }

  function onProgress(progress: OpenProgress): void {
    patch({ progress });
    const { route } = store.getState();
    if (route.screen === 'open' && route.file !== progress.summary.key) {
      store.setState({ route: { screen: 'open', file: progress.summary.key } });
    }
  }

  /** All is read. Whoever reads a trace already stays there; a labels file has nothing to show. */
  function settle(summary: FileSummary): void {
    const { opening, route } = store.getState();
    const readAs = opening?.progress?.summary.key;
    patch({ state: summary.complete ? 'done' : 'stopped' });
    if (opening?.progress !== undefined) patch({ progress: { ...opening.progress, summary } });
    if (readAs !== undefined && readAs !== summary.key) rename(readAs, summary.key);
    if (summary.merged !== undefined) void takeUp(summary.merged);
    if (route.screen !== 'open') return;
    if (summary.rows === 0 && summary.merged !== undefined) parts.actions.navigate({ screen: 'library' });
    else {
      const to = { screen: 'open', file: summary.key } as const;
      store.setState({ route: to });
      platform.writeHash(writeRoute(to, summary.name), 'replace');
    }
  }

  /** Labels came with the file. Who has judged nothing here and said no name goes on as their annotator. */
  async function takeUp(merged: MergeReport): Promise<void> {
    const [scope] = merged.scopes;
    const own = await data.history(1);
    const { annotator } = store.getState().settings;
    let words = wordsOfMerge(merged);
    if (annotator === 'me' && own.length === 0 && scope !== undefined && merged.scopes.length === 1) {
      const protocol = (['own-merit', 'first-error'] as const).find((id) =>
        scope.protocol.startsWith(`${id}@`),
      );
      parts.actions.changeSettings({
        annotator: scope.annotator,
        ...(protocol === undefined ? {} : { protocol }),
      });
      words += ` They are ${scope.annotator}’s, and you go on under that name.`;
    }
    store.setState({ message: words });
  }

  /** A long file has a key of its own only when its last byte is read. */
  function rename(from: FileKey, to: FileKey): void {
    store.setState(({ route, reader, traces, tree }) => ({
      ...('file' in route && route.file === from ? { route: { ...route, file: to } } : {}),
      ...(reader?.open.file === from ? { reader: { ...reader, open: { ...reader.open, file: to } } } : {}),
      ...(traces?.file === from ? { traces: { ...traces, file: to } } : {}),
      ...(tree?.file === from ? { tree: { ...tree, file: to } } : {}),
    }));
    const { route } = store.getState();
    if ('file' in route && route.file === to) {
      platform.writeHash(writeRoute(route, store.getState().opening?.name ?? ''), 'replace');
    }
  }

  async function read(input: OpenInput[], format: string | undefined): Promise<void> {
    stop?.abort();
    const mine = (stop = new AbortController());
    const name = input.map((one) => one.name).join(', ');
    store.setState({
      opening: { name, state: 'reading', faults: [], startedAt: platform.now() },
      message: undefined,
    });
    parts.actions.navigate({ screen: 'open' });
    try {
      const options = { signal: mine.signal, ...(format === undefined ? {} : { format }) };
      const summary = await data.open(input, (progress) => stop === mine && onProgress(progress), options);
      if (stop !== mine) return;
      settle(summary);
      await refreshFiles();
      if (summary.faultCount > 0) await loadFaults(summary.key);
    } catch (error) {
      if (stop !== mine) return;
      const fault = isCannotOpen(error)
        ? error.fault
        : { position: '$', kind: 'unexpected', reason: wordsOf(error), remedy: 'Drop the file again.' };
      patch({ state: 'failed', fault });
    }
  }

  async function openAll(all: OpenInput[]): Promise<void> {
    inputs = all;
    // Files dropped together are opened one after the other; the last one stays on the screen. A later drop
    // ends the row of an earlier one.
    for (const input of all) {
      if (inputs !== all) return;
      await read([input], undefined);
    }
  }

  return {
    refreshFiles,
    openFiles: (all) => void openAll(all),
    chooseFiles: () =>
      void platform.chooseFiles().then((chosen) => (chosen.length > 0 ? openAll(chosen) : undefined)),
    openSample: (id) => void data.sample(id).then((input) => openAll([input])),
    stopOpening: () => stop?.abort(),
    chooseFormat: (id) => {
      const last = inputs.at(-1);
      if (last !== undefined) void read([last], id);
    },
    moreFaults: () => {
      const key = store.getState().opening?.progress?.summary.key;
      if (key !== undefined) void loadFaults(key);
    },
    forgetFile: (file) => {
      void data.forget(file).then(async () => {
        store.setState(({ reader, traces }) => ({
          ...(reader?.open.file === file ? { reader: undefined, tree: undefined } : {}),
          ...(traces?.file === file ? { traces: undefined } : {}),
        }));
        await refreshFiles();
      });
    },
    goOn: (file) => {
      const left = selectFile(store.getState(), file)?.leftAt;
      parts.actions.navigate({ screen: 'read', file, row: left?.row ?? 0 });
    },
  };
}

// Only the types of data may be known here, so the class is told by its name.
function isCannotOpen(error: unknown): error is CannotOpen {
  return error instanceof Error && error.name === 'CannotOpen';
}

function wordsOfMerge({ added, already, differing }: MergeReport): string {
  const words = [`${added} changes were added, ${already} were here already.`];
  if (differing.length > 0)
    words.push(`${differing.length} steps have two different verdicts of one annotator.`);
  return words.join(' ');
}
