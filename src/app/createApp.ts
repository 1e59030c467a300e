import { NO_ANNOTATIONS } from '../core/labels';
import type { FileKey } from '../core/model';
import type { StepmarkData } from '../data/api';
import type { AppActions, MappingActions } from './actions';
import type { StepmarkApp } from './app';
import type { Command } from './command';
import { createStateStore } from './createStateStore';
import { createExporting } from './exportSlice';
import type { History } from './history';
import { createLabelsFile } from './labelsFileSlice';
import { keyedCommands } from './keymap';
import { matchCommand, type KeyPress } from './keys';
import { createOpening } from './openingSlice';
import { PAGE_COMMANDS } from './pageCommands';
import type { Parts } from './parts';
import type { Platform } from './platform';
import type { ReadingActions } from './reading';
import { createReaderActions } from './readerActions';
import { createReaderOpener } from './readerSlice';
import { isInTree } from './selectJudging';
import { Recorder, scopeOf } from './recorder';
import { readRoute, writeRoute } from './routing';
import { selectFile } from './selectFile';
import type { AppState, Route, SettingsSlice } from './state';
import { followCursor } from './rowPreview';
import { TABLE_COMMANDS } from './tableCommands';
import { createTraces } from './tracesSlice';

/** Before anything is read. */
export const INITIAL: AppState = {
  route: { screen: 'library' },
  files: undefined,
  storage: undefined,
  liveFile: undefined,
  canKeepLiveFile: false,
  savedFile: undefined,
  opening: undefined,
  faults: undefined,
  mapping: undefined,
  traces: undefined,
  reader: undefined,
  annotation: { loaded: new Set(), annotations: NO_ANNOTATIONS, unsaved: new Map() },
  saving: { pending: 0, lastSavedAt: undefined, pendingSince: undefined, failed: undefined },
  history: { undo: undefined, redo: undefined },
  tree: undefined,
  exporting: undefined,
  settings: { theme: 'system', annotator: 'me', protocol: 'own-merit' },
  commandsOpen: false,
  announcement: '',
  message: undefined,
};

type EarlyActions = Omit<AppActions, keyof ReadingActions | keyof MappingActions>;

function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined;
  return () => (made ??= make());
}

export interface RunningApp extends StepmarkApp {
  /** Reads settings and files, then goes where the address says. */
  start(): Promise<void>;
  /** true when the press was a command's and must not reach the browser. */
  handleKey(press: KeyPress): boolean;
  /** The address changed by hand or by the browser's back button. */
  followHash(): void;
}

/** Joins data, platform and slices to what ui is given. */
export function createApp(data: StepmarkData, platform: Platform): RunningApp {
  const store = createStateStore({
    ...INITIAL,
    canKeepLiveFile: platform.chooseSavePlace !== undefined,
  });
  const recorder = new Recorder(store, data, platform);
  // Filled below. Judging and trees come with the first trace: until then no screen and no command has a use
  // for them, and the library is there sooner.
  const actions = {} as AppActions;
  let commands: readonly Command[] = [...TABLE_COMMANDS, ...PAGE_COMMANDS];
  let history: History | undefined;
  const parts: Parts = { store, data, platform, recorder, actions };
  const loadMapping = once(async () => {
    const { createMappingEditor } = await import('./mapping');
    const editor = createMappingEditor(parts, (input, how) => opening.read(input, how));
    Object.assign(actions, editor.actions);
    return editor;
  });
  const opening = createOpening(
    parts,
    async (...file) => (await loadMapping()).start(...file),
    (file) => void readToEnd(file),
  );
  const traces = createTraces(parts);
  followCursor(parts);
  const loadReading = once(async () => {
    const { createReading } = await import('./reading');
    const reading = createReading(parts, opener);
    Object.assign(actions, reading.actions);
    ({ commands, history } = reading);
    return reading;
  });
  const opener = createReaderOpener(parts, loadReading);
  const exporting = createExporting(parts);
  const labelsFile = createLabelsFile(parts);
  recorder.onRecorded = () => {
    opener.resplit();
    history?.refresh();
  };

  /** A trace may be read before the records are that hold its other rollouts and its tree. */
  async function readToEnd(file: FileKey): Promise<void> {
    if (store.getState().reader?.open.file !== file || !(await opener.refreshProblem())) return;
    store.setState({ tree: undefined });
    const { route } = store.getState();
    if (route.screen === 'tree') await (await loadReading()).showTree(route.passage);
  }

  async function enter(route: Route): Promise<void> {
    store.setState({ route });
    switch (route.screen) {
      case 'library':
        return opening.refreshFiles();
      case 'traces':
        return traces.show(route.file);
      case 'read':
        await opener.open(route.file, route.row, route.passage);
        return;
      case 'tree':
        await opener.open(route.file, route.row, route.passage);
        return (await loadReading()).showTree(route.passage);
      case 'compare':
        await opener.open(route.file, route.row);
        return (await loadReading()).showTree(undefined);
      case 'packs':
        return (await loadReading()).showPacks();
      case 'export':
        return exporting.show(route.file);
      case 'open':
        return opening.showOpened();
      case 'missing':
        return;
    }
  }

  function navigate(route: Route): void {
    const file = 'file' in route && route.file !== undefined ? route.file : undefined;
    const name = file === undefined ? '' : (selectFile(store.getState(), file)?.name ?? '');
    platform.writeHash(writeRoute(route, name), 'push');
    void enter(route);
  }

  function followHash(): void {
    const { route, fileName } = readRoute(platform.readHash());
    const file = 'file' in route ? route.file : undefined;
    const isHere = file === undefined || selectFile(store.getState(), file) !== undefined;
    void enter(isHere ? route : { screen: 'missing', file, name: fileName });
  }

  /** While a name is being said: what the settings will be. What is changed meanwhile is taken up with it. */
  let asked: SettingsSlice | undefined;
  function changeSettings(change: Partial<SettingsSlice>): void {
    const before = asked ?? store.getState().settings;
    const settings = { ...before, ...change };
    void data.saveSetting('settings', settings);
    platform.applyTheme(settings.theme);
    if (asked !== undefined) asked = settings;
    else if (
      settings.annotator === before.annotator &&
      settings.protocol === before.protocol &&
      settings.pack === before.pack
    ) {
      store.setState({ settings });
    } else {
      void takeUpScope(settings, before.annotator === 'me');
    }
  }

  /** Another name or protocol is another annotation: what is shown belongs to the new one. What was judged
   *  before a name was said goes with the name, and only then does the name count. */
  async function takeUpScope(next: SettingsSlice, wasNameless: boolean): Promise<void> {
    asked = next;
    if (wasNameless && next.annotator !== 'me') {
      await data.sayName(next.annotator);
      await recorder.start();
    }
    const settings = asked;
    asked = undefined;
    store.setState(({ exporting }) => ({
      settings,
      ...(exporting?.annotator === 'me'
        ? { exporting: { ...exporting, annotator: settings.annotator } }
        : {}),
    }));
    await Promise.all([opener.reload(), opening.refreshFiles()]);
    history?.refresh();
    const { route } = store.getState();
    if (route.screen === 'export') await exporting.refreshAnnotators(route.file);
    if (route.screen === 'traces') traces.refresh();
  }

  /** The sheet lists every command: those of the reader are there first. */
  async function showCommands(commandsOpen: boolean): Promise<void> {
    if (commandsOpen) await loadReading();
    store.setState({ commandsOpen });
  }

  const early: EarlyActions = {
    ...opening,
    ...traces,
    ...exporting,
    ...labelsFile,
    ...createReaderActions(parts, opener),
    navigate,
    changeSettings,
    showCommands: (commandsOpen) => void showCommands(commandsOpen),
    dismissMessage: () => store.setState({ message: undefined }),
    say: (message) => store.setState({ message, announcement: message }),
  };
  Object.assign(actions, early);
  function runIfAvailable(id: string): void {
    const command = keyedCommands(commands, store.getState()).find((candidate) => candidate.id === id);
    const availability = command?.availability(store.getState());
    if (command !== undefined && availability === true) {
      store.together(() => command.run(actions, store.getState()));
    } else if (typeof availability === 'string') store.setState({ announcement: availability });
  }

  /** Keys typed ahead while a trace is on its way act on it, in the order they were pressed. */
  function runWhenThere(command: Command): void {
    const waits = command.group !== 'Page' && command.group !== 'File';
    if (waits && opener.underway !== undefined) void opener.underway.then(() => runWhenThere(command));
    else runIfAvailable(command.id);
  }

  function subscribe(): void {
    platform.onActivity?.(() => recorder.time.noteActivity());
    store.subscribe(({ reader, route }) => {
      const isReading = route.screen === 'read' || isInTree({ route });
      recorder.time.attend(isReading ? reader?.steps[reader.active]?.id : undefined);
    });
    data.subscribe((event) => {
      if (event.kind === 'changes') {
        void opener.reload();
        if (store.getState().route.screen === 'traces') traces.refresh();
      } else if (event.kind === 'rows') {
        opener.refreshSiblings();
        // A table that is not in sight asks again when it is shown.
        const { route } = store.getState();
        if (route.screen === 'traces' && route.file === event.file) traces.refresh();
      } else if (event.kind === 'liveFile') {
        store.setState({ liveFile: event.state });
      } else {
        store.setState(({ files }) => ({
          files: files?.map((file) => (file.key === event.summary.key ? event.summary : file)),
        }));
      }
    });
  }

  return {
    store,
    actions,
    get commands() {
      return keyedCommands(commands, store.getState());
    },
    run: runIfAvailable,
    followHash,
    handleKey(press) {
      recorder.time.noteActivity();
      const command = matchCommand(press, keyedCommands(commands, store.getState()));
      if (command === undefined) return false;
      runWhenThere(command);
      return true;
    },
    async start() {
      const saved = (await data.setting('settings')) as Partial<SettingsSlice> | undefined;
      store.setState({ settings: { ...INITIAL.settings, ...saved } });
      platform.applyTheme(store.getState().settings.theme);
      subscribe();
      await Promise.all([
        recorder.start(),
        labelsFile.start(),
        data.files(scopeOf(store.getState())).then((files) => store.setState({ files })),
      ]);
      // What an earlier visit did can be undone from the table, too.
      if (recorder.changes.length > 0) void loadReading().then(() => history?.refresh());
      followHash();
    },
  };
}
