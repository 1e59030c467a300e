// The page's side of data/api.ts: questions go to the library, changes into the log, and each change is told to
// the library and the other tabs.

import { differingVerdicts, foldLog, packIdentity, protocolIdentity } from '../core/labels';
import type { AgreedInFile } from '../core/formats';
import type { Change, FileKey, LabelPack, ProblemKey, Protocol } from '../core/model';
import type { Agreed } from './agreed';
import type { DataEvent, FileSummary, MergeReport, StepmarkData } from './api';
import { liveFile } from './labelsFile';
import type { AskLibrary } from './library';
import { LabelCounter } from './log';
import type { ChangeLog, Tabs } from './log';
import { sampleInput } from './samples';
import type { Settings } from './settings';
import { unpackTree } from './treeParcel';

export interface DataParts {
  ask: AskLibrary;
  log: ChangeLog;
  settings: Settings;
  agreed: Agreed;
  tabs: Tabs;
  persistence: Persistence;
}
/** The browser's promise not to clear this page's storage by itself. */
export interface Persistence {
  /** undefined: not known. */
  isPersisted(): Promise<boolean | undefined>;
  ask(): Promise<boolean>;
}

export function joinData({ ask, log, settings, agreed, tabs, persistence }: DataParts): StepmarkData {
  const listeners = new Set<(event: DataEvent) => void>();
  const counter = new LabelCounter(log);
  let isPersistenceAsked = false;

  const emit = (event: DataEvent) => {
    for (const listener of listeners) listener(event);
  };

  const live = liveFile({ log, agreed, settings, onState: (state) => emit({ kind: 'liveFile', state }) });

  /** Tells everyone here but the screen that made the change: it knows. */
  async function spread(changes: Change[]): Promise<FileKey[]> {
    live.changed();
    await counter.add(changes);
    const files = await ask('changed', changes);
    for (const file of files) emit({ kind: 'rows', file });
    return files;
  }

  async function record(change: Change): Promise<void> {
    await log.add(change);
    tabs.tell([change]);
    void spread([change]).catch(() => undefined);
    if (isPersistenceAsked || !change.edits.some(({ on }) => on === 'passage')) return;
    isPersistenceAsked = true;
    void askPersistence();
  }

  async function askPersistence(): Promise<void> {
    if ((await settings.read('persisted')) === true) return;
    await settings.save('persisted', await persistence.ask());
  }

  async function mergeLabels(changes: Change[]): Promise<MergeReport> {
    const problems = [...new Set(changes.flatMap((change) => change.problems))];
    const before = await log.changesOf(problems);
    const added = await log.merge(changes);
    if (added.length > 0) {
      tabs.tell(added);
      await spread(added);
      emit({ kind: 'changes', changes: added });
    }
    const differing = differingVerdicts(before, changes).map(({ at, verdicts }) => ({ at, verdicts }));
    const scopes = new Map(changes.map(({ scope }) => [JSON.stringify(scope), scope]));
    return {
      scopes: [...scopes.values()],
      added: added.length,
      already: changes.length - added.length,
      differing,
    };
  }

  const keepPack = (pack: LabelPack) => agreed.save({ kind: 'pack', id: packIdentity(pack), value: pack });
  const keepProtocol = (protocol: Protocol) =>
    agreed.save({ kind: 'protocol', id: protocolIdentity(protocol), value: protocol });
  /** Of a labels file: without them its changes would speak of categories and rules that nobody here has. */
  async function keep({ packs, protocols }: AgreedInFile): Promise<void> {
    await Promise.all([...packs.map(keepPack), ...protocols.map(keepProtocol)]);
  }

  /** Nothing is learnt from a choice by which nothing could be read; choosing the best guess again ends the memory. */
  async function remember({ chosenBy, keySet, rows, format, mapping }: FileSummary): Promise<void> {
    if (chosenBy === 'memory' || keySet === undefined || rows === 0) return;
    const value = mapping === undefined ? { format } : { mapping };
    if (chosenBy === undefined) await agreed.forget('choice', keySet);
    else await agreed.save({ kind: 'choice', id: keySet, value });
  }

  tabs.onTold((changes) => {
    void spread(changes)
      .catch(() => undefined)
      .then(() => emit({ kind: 'changes', changes }));
  });

  return {
    writer: log.writer,
    lastN: () => log.lastN(),
    async open(inputs, onProgress, { signal, format, mapping } = {}) {
      const merges: Promise<MergeReport>[] = [];
      const kept: Promise<void>[] = [];
      const summary = await ask(
        'open',
        {
          inputs,
          // A file opens by the guess where they cannot be read.
          remembered: await agreed.choices().catch(() => ({})),
          mappings: await agreed.mappings().catch(() => []),
          ...(format === undefined ? {} : { format }),
          ...(mapping === undefined ? {} : { mapping }),
        },
        {
          signal,
          onProgress: (step) => {
            if (step.kind === 'changes') merges.push(mergeLabels(step.changes));
            else if (step.kind === 'agreed') kept.push(keep(step.agreed));
            else onProgress(step.progress);
          },
        },
      );
      const reports = await Promise.all(merges);
      await Promise.all(kept);
      const opened: FileSummary = reports.length === 0 ? summary : { ...summary, merged: sumOf(reports) };
      if (format !== undefined || mapping !== undefined) await remember(opened);
      emit({ kind: 'file', summary: opened });
      if (summary.kept === 'thisSessionOnly')
        void ask('keep', summary.key).then((kept) => emit({ kind: 'file', summary: kept }));
      return opened;
    },
    groupInputs: (inputs) => (inputs.length < 2 ? Promise.resolve(inputs) : ask('groupInputs', inputs)),
    draftMapping: (inputs) => ask('draftMapping', inputs),
    previewMapping: (mapping) => ask('previewMapping', mapping),
    checkMapping: (mapping) => ask('checkMapping', mapping),
    packs: () => agreed.packs(),
    savePack: keepPack,
    protocols: () => agreed.protocols(),
    saveProtocol: keepProtocol,
    mappings: () => agreed.mappings(),
    saveMapping: (mapping) => agreed.save({ kind: 'mapping', id: mapping.name, value: mapping }),
    forgetMapping: (name) => agreed.forget('mapping', name),
    forgetChoice: (keySet) => agreed.forget('choice', keySet),
    source: (file) => ask('source', file),
    sample: sampleInput,
    files: (scope) => ask('files', scope),
    forget: (file) => ask('forget', file),
    saveLeftAt: (file, left) => ask('saveLeftAt', { file, left }),
    faults: (file, from, count) => ask('faults', { file, from, count }),
    page: (query) => ask('page', query),
    neighbours: (query, row) => ask('neighbours', { query, row }),
    generators: (file) => ask('generators', file),
    previewRow: (file, row, scope) => ask('previewRow', { file, row, scope }),
    readTrace: (file, row, scope) => ask('readTrace', { file, row, scope }),
    async readTree(file, row, scope) {
      const parcel = await ask('readTree', { file, row, scope });
      return parcel === undefined ? undefined : unpackTree(parcel);
    },
    async annotations(problems, scope) {
      return foldLog(await log.changesOf([...problems, 'default']), scope);
    },
    async problemsOfText(bare) {
      const judged = (await log.changesOfText(bare)).filter(({ edits }) =>
        edits.some(({ on }) => on === 'passage'),
      );
      return [...new Set(judged.flatMap(({ problems }) => problems as ProblemKey[]))];
    },
    record,
    history: (limit) => log.history(limit),
    sayName: (name) => log.sayName(name),
    async allChanges() {
      const all: Change[] = [];
      for await (const batch of log.batches()) all.push(...batch);
      return all;
    },
    mergeLabels,
    startLiveFile: () => live.start(),
    keepLiveFile: (place) => live.keep(place),
    resumeLiveFile: () => live.resume(),
    stopLiveFile: () => live.stop(),
    annotators: (file) => ask('annotators', file),
    previewExport: (request) => ask('previewExport', request),
    export: async (request, onProgress, signal) => {
      const [packs, protocols] = await Promise.all([agreed.packs(), agreed.protocols()]);
      return ask(
        'export',
        { ...request, own: { packs, protocols } },
        { signal, onProgress: ({ done, of }) => onProgress(done, of) },
      );
    },
    setting: (key) => settings.read(key),
    saveSetting: (key, value) => settings.save(key, value),
    async storage() {
      const persisted = isPersistenceAsked
        ? await persistence.isPersisted()
        : await knownPersistence(settings, persistence);
      const sizes = await ask('sizes', undefined);
      return { ...sizes, ...(await counter.counts()), ...(persisted === undefined ? {} : { persisted }) };
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** The answer of an earlier session stands until it is asked again; never asked: undefined. */
async function knownPersistence(settings: Settings, persistence: Persistence): Promise<boolean | undefined> {
  const asked = await settings.read('persisted');
  return asked === undefined ? undefined : persistence.isPersisted();
}

function sumOf(reports: readonly MergeReport[]): MergeReport {
  const scopes = new Map(reports.flatMap((report) => report.scopes).map((one) => [JSON.stringify(one), one]));
  return {
    scopes: [...scopes.values()],
    added: reports.reduce((sum, { added }) => sum + added, 0),
    already: reports.reduce((sum, { already }) => sum + already, 0),
    differing: reports.flatMap(({ differing }) => differing),
  };
}
