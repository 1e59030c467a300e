// A tab of the browser without a browser: the page's side of data/ joined to a library, over databases that a
// second tab (or the same one after a reload) opens by the same name.

import 'fake-indexeddb/auto';
import { storedAgreed } from '../../src/data/agreed';
import type { StepmarkData, OpenInput } from '../../src/data/api';
import { AnnotationDatabase, LibraryDatabase } from '../../src/data/databases';
import { joinData } from '../../src/data/joinData';
import { Library, PLATFORM, StoredLibrary } from '../../src/data/library';
import { broadcastTabs, StoredChangeLog, StoredChangeReader } from '../../src/data/log';
import { storedSettings } from '../../src/data/settings';
import { answerCalls } from '../../src/data/worker/answerCalls';
import { askWorker } from '../../src/data/worker/askWorker';
import type { WorkerPort } from '../../src/data/worker/askWorker';
import type { FromWorker } from '../../src/data/worker/messages';
import { judge, OWN_MERIT, packIdentity, protocolIdentity, REASONING_STEPS } from '../../src/core/labels';
import type { Change, Edit, FileKey, Passage, ProblemKey, Scope, Verdict } from '../../src/core/model';
import { passagesOf } from '../../src/core/identity';
import { splitSteps, stepRanges } from '../../src/core/segment';

export const SCOPE: Scope = {
  annotator: 'me',
  protocol: protocolIdentity(OWN_MERIT),
  pack: packIdentity(REASONING_STEPS),
  round: 1,
};

/** Both ends of the message plumbing, with a structured clone in between as a real worker has. */
function workerOf(library: Library): WorkerPort {
  const listeners: ((event: { data: FromWorker }) => void)[] = [];
  const answer = answerCalls(library, (message, buffers) => {
    const copy = structuredClone(message, { transfer: buffers });
    queueMicrotask(() => listeners.forEach((listener) => listener({ data: copy })));
  });
  return {
    postMessage: (message) => void answer(structuredClone(message)),
    addEventListener: (kind, listener) => {
      if (kind === 'message') listeners.push(listener as (event: { data: FromWorker }) => void);
    },
  };
}

export interface Tab {
  data: StepmarkData;
  database: AnnotationDatabase;
  close(): void;
}

let names = 0;
export const newBrowser = () => `browser ${++names}`;

export function openTab(browser: string): Tab {
  const name = `${browser} annotations`;
  const database = new AnnotationDatabase(name);
  const libraryDatabase = new LibraryDatabase(`${browser} library`);
  const channel = new BroadcastChannel(browser);
  const agreed = storedAgreed(database);
  const library = new Library({
    store: new StoredLibrary(libraryDatabase),
    log: new StoredChangeReader(database),
    protocols: () => agreed.protocols(),
    platform: PLATFORM,
    nowMs: () => Date.now(),
  });
  const data = joinData({
    ask: askWorker(workerOf(library)),
    log: new StoredChangeLog(database),
    settings: storedSettings(database, name),
    agreed,
    tabs: broadcastTabs(channel),
    persistence: { isPersisted: () => Promise.resolve(true), ask: () => Promise.resolve(true) },
  });
  const close = () => {
    channel.close();
    database.close();
    libraryDatabase.close();
  };
  return { data, database, close };
}

export const inputOf = (name: string, content: string | readonly object[]): OpenInput => ({
  name,
  blob: new Blob([
    typeof content === 'string' ? content : content.map((one) => `${JSON.stringify(one)}\n`).join(''),
  ]),
});

/** A conversation with one answer, its paragraphs being the steps. */
export const conversation = (problem: string, paragraphs: readonly string[], more: object = {}) => ({
  messages: [
    { role: 'user', content: problem },
    { role: 'assistant', content: paragraphs.join('\n\n') },
  ],
  ...more,
});

export async function openContent(
  { data }: Pick<Tab, 'data'>,
  name: string,
  content: string | readonly object[],
  options?: Parameters<StepmarkData['open']>[2],
) {
  return data.open([inputOf(name, content)], () => undefined, options);
}

/** The steps of a row as passages, as the reader shows them. */
export async function passagesOfRow(
  data: StepmarkData,
  file: FileKey,
  row: number,
): Promise<{ problem: ProblemKey; steps: Passage[] }> {
  const { trace, strategy } = await data.readTrace(file, row, SCOPE);
  return {
    problem: trace.problem,
    steps: passagesOf(trace.problem, trace.raw, stepRanges(splitSteps(trace, strategy))),
  };
}

let clock = 1_000;
export function changeOf(
  writer: Change['writer'],
  n: number,
  problem: ProblemKey,
  edits: Edit[],
  scope = SCOPE,
): Change {
  return {
    writer,
    n,
    at: ++clock,
    activeMs: 10,
    command: 'judge',
    scope,
    problems: [problem],
    edits,
    bare: [],
    quotes: {},
  };
}

/** One key press: a verdict on one step of one row. */
export async function press(
  tab: Tab,
  file: FileKey,
  row: number,
  step: number,
  verdict: Verdict,
  scope = SCOPE,
): Promise<Change> {
  const { problem, steps } = await passagesOfRow(tab.data, file, row);
  const at = steps[step];
  const edit = at === undefined ? undefined : judge(at, undefined, verdict, 'key');
  if (edit === undefined) throw new Error(`row ${row} has no step ${step}`);
  const n = (await tab.data.lastN()) + 1;
  const change = changeOf(tab.data.writer, n, problem, [edit], scope);
  await tab.data.record(change);
  return change;
}

export async function strips(data: StepmarkData, file: FileKey, scope = SCOPE): Promise<string[]> {
  const window = await data.page({
    file,
    from: 0,
    count: 1_000,
    sort: 'file',
    descending: false,
    filter: {},
    scope,
  });
  return window.rows.map(({ strip }) => strip.join(''));
}
