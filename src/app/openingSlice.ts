import type { FileKey, Mapping } from '../core/model';
import type { CannotOpen, FileSummary, OpenInput, OpenProgress } from '../data/api';
import type { AppActions } from './actions';
import { createFaultList } from './faultsSlice';
import { mappingIn } from './mappingFile';
import { wordsOf, type Parts } from './parts';
import { scopeOf } from './recorder';
import { writeRoute } from './routing';
import { selectFile } from './selectFile';
import { selectOpenedFile } from './selectOpened';
import type { OpeningSlice } from './state';
import { takeUpLabels } from './takeUpLabels';

type OpeningActions = Pick<
  AppActions,
  | 'openFiles'
  | 'openSample'
  | 'stopOpening'
  | 'chooseFormat'
  | 'mapFields'
  | 'forgetChoice'
  | 'moreFaults'
  | 'saveFaults'
  | 'forgetFile'
  | 'goOn'
  | 'chooseFiles'
  | 'chooseFolder'
>;
/** In place of the guess. */
type How = { format?: string; mapping?: Mapping };

export interface Opening extends OpeningActions {
  /** Reads the list of files and the storage figures again. */
  refreshFiles(): Promise<void>;
  /** The open screen of a file of the library. */
  showOpened(): Promise<void>;
  read(input: OpenInput, how: How): Promise<void>;
}

/** `startMapping` opens the form of fields for a file, filled in by an imported mapping where there is one;
 *  `onEnd` is told when a file is read to its end. */
export function createOpening(
  parts: Parts,
  startMapping: (input: OpenInput, imported?: Mapping) => Promise<void>,
  onEnd: (file: FileKey) => void,
): Opening {
  const { store, data, platform } = parts;
  let stop: AbortController | undefined;
  let inputs: OpenInput[] = [];
  const faultList = createFaultList(parts);

  const patch = (change: Partial<OpeningSlice>) =>
    store.setState(({ opening }) => (opening === undefined ? {} : { opening: { ...opening, ...change } }));

  async function refreshFiles(): Promise<void> {
    const [files, storage] = await Promise.all([data.files(scopeOf(store.getState())), data.storage()]);
    store.setState({ files, storage });
  }

  function onProgress(progress: OpenProgress): void {
    patch({ progress });
    if (progress.summary.faultCount > 0) void faultList.show(progress.summary.key);
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
    onEnd(summary.key);
    if (summary.merged !== undefined) void takeUpLabels(parts, summary.merged);
    if (route.screen !== 'open') return;
    if (summary.rows === 0 && summary.merged !== undefined) parts.actions.navigate({ screen: 'library' });
    else {
      const to = { screen: 'open', file: summary.key } as const;
      store.setState({ route: to });
      platform.writeHash(writeRoute(to, summary.name), 'replace');
    }
  }

  /** A long file has a key of its own only when its last byte is read. */
  function rename(from: FileKey, to: FileKey): void {
    store.setState(({ route, reader, traces, tree, faults, mapping }) => ({
      ...(faults?.file === from ? { faults: { ...faults, file: to } } : {}),
      ...(mapping?.file === from ? { mapping: { ...mapping, file: to } } : {}),
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

  async function read(
    input: OpenInput,
    how: How,
    place?: OpeningSlice['place'],
  ): Promise<OpeningSlice['fault']> {
    stop?.abort();
    const mine = (stop = new AbortController());
    const { name } = input;
    store.setState({
      opening: { name, state: 'reading', startedAt: platform.now(), ...(place && { place }) },
      faults: undefined,
      mapping: undefined,
      message: undefined,
    });
    parts.actions.navigate({ screen: 'open' });
    try {
      const options = { signal: mine.signal, ...how };
      const summary = await data.open([input], (progress) => stop === mine && onProgress(progress), options);
      if (stop !== mine) return undefined;
      settle(summary);
      await refreshFiles();
      if (summary.faultCount > 0) await faultList.show(summary.key);
      return undefined;
    } catch (error) {
      if (stop !== mine) return undefined;
      const fault = isCannotOpen(error)
        ? error.fault
        : { position: '$', kind: 'unexpected', reason: wordsOf(error), remedy: 'Drop the file again.' };
      patch({ state: 'failed', fault });
      return fault;
    }
  }

  async function openAll(all: OpenInput[]): Promise<void> {
    inputs = all;
    // Files that one format reads together are one; a labels file or mapping among them is none of them.
    const together = await data.groupInputs(all).catch(() => all);
    if (inputs !== all) return;
    const read = await Promise.all(
      together.map(async (input) => ({ input, mapping: await mappingIn(input) })),
    );
    if (inputs !== all) return;
    const mapping = read.find((one) => one.mapping !== undefined)?.mapping;
    const files = read.filter((one) => one.mapping === undefined).map(({ input }) => input);
    if (mapping === undefined) return openEach(files, {});
    // Dropped with files it says how they are read; alone it is for the file at hand, or for later.
    if (files.length > 0) return openEach(files, { mapping });
    if (store.getState().route.screen === 'open') return mapFields(mapping);
    await keepMapping(mapping);
  }

  /** Files dropped together are opened one after the other; the last one stays on the screen. A later drop ends the
   *  row of an earlier one. */
  async function openEach(files: OpenInput[], how: How): Promise<void> {
    inputs = files;
    const failed: string[] = [];
    for (const [i, input] of files.entries()) {
      if (inputs !== files) return;
      const fault = await read(
        input,
        how,
        files.length > 1 ? { number: i + 1, of: files.length } : undefined,
      );
      if (fault !== undefined) failed.push(`${input.name}: ${fault.reason}`);
    }
    if (failed.length === 0 || files.length === 1) return;
    store.setState({
      message: `${failed.length} of ${files.length} files could not be opened. ${failed.join(' ')}`,
    });
  }

  async function keepMapping(mapping: Mapping): Promise<void> {
    const wrong = await data.checkMapping(mapping);
    if (wrong === undefined) await data.saveMapping(mapping);
    store.setState({
      message:
        wrong === undefined
          ? `The mapping “${mapping.name}” is saved: files that it fits can be opened with it.`
          : `This is no mapping that can be used. ${wrong}`,
    });
  }

  /** What the open screen is about: the file that was dropped last, or the library's copy. */
  async function shownInput(): Promise<OpenInput | undefined> {
    const { route, opening } = store.getState();
    if (route.screen !== 'open') return undefined;
    const isDropped = route.file === undefined || opening?.progress?.summary.key === route.file;
    const last = inputs.at(-1);
    if (isDropped && last !== undefined) return last;
    return route.file === undefined ? undefined : data.source(route.file);
  }

  async function withShown(act: (input: OpenInput) => Promise<unknown>): Promise<void> {
    try {
      const input = await shownInput();
      if (input !== undefined) await act(input);
    } catch (error) {
      store.setState({ message: wordsOf(error) });
    }
  }

  const mapFields = (imported?: Mapping) => withShown((input) => startMapping(input, imported));

  /** What was open of the file was cut by another format. */
  function closeShown(): void {
    const { route } = store.getState();
    if (route.screen !== 'open' || route.file === undefined) return;
    closeFile(route.file);
  }
  function closeFile(file: FileKey): void {
    store.setState(({ reader, traces }) => ({
      ...(reader?.open.file === file ? { reader: undefined, tree: undefined } : {}),
      ...(traces?.file === file ? { traces: undefined } : {}),
    }));
  }

  async function readAgain(input: OpenInput, how: How): Promise<void> {
    closeShown();
    inputs = [input];
    await read(input, how);
  }

  const openChosen = (chosen: OpenInput[]) => (chosen.length > 0 ? openAll(chosen) : undefined);

  return {
    refreshFiles,
    openFiles: (all) => void openAll(all),
    chooseFiles: () => void platform.chooseFiles().then(openChosen),
    chooseFolder: () => void platform.chooseFolder().then(openChosen),
    openSample: (id) => void data.sample(id).then((input) => openAll([input])),
    stopOpening: () => stop?.abort(),
    read: readAgain,
    async showOpened() {
      const file = selectOpenedFile(store.getState());
      if (file !== undefined && file.faultCount > 0) await faultList.show(file.key);
    },
    chooseFormat: (format) => void withShown((input) => readAgain(input, { format })),
    mapFields: () => void mapFields(),
    forgetChoice: (keySet) =>
      void data
        .forgetChoice(keySet)
        .then(() =>
          store.setState({ message: 'Forgotten: the guess decides for the next file with these fields.' }),
        ),
    moreFaults: faultList.moreFaults,
    saveFaults: faultList.saveFaults,
    forgetFile: (file) => {
      void data.forget(file).then(async () => {
        closeFile(file);
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
