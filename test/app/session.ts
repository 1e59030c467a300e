// A person at the keyboard without a page: keys go in as words (`3`, `shift+j`, `enter`), what is shown comes
// out as one short line. The clock and what is to run later move only by hand.

import { createApp, type RunningApp } from '../../src/app/createApp';
import type { KeyPress } from '../../src/app/keys';
import type { Platform } from '../../src/app/platform';
import { scopeOf } from '../../src/app/recorder';
// Loaded on demand by the app; here they are there from the start, so that waiting means waiting for data alone.
import '../../src/app/labelsFile';
import '../../src/app/reading';
import '../../src/app/selectExport';
import type { StepView } from '../../src/app/state';
import { foldLog, type Annotations } from '../../src/core/labels';
import type { Change, FileKey, Judgement, Scope } from '../../src/core/model';
import type { OpenInput, StepmarkData } from '../../src/data/api';
import { inMemoryData } from '../../src/data/inMemory';

export interface HandPlatform extends Platform {
  hash: string;
  /** Every address that was written, with `+` where it made a new entry. */
  addresses: string[];
  downloads: { name: string; blob: Blob }[];
  copied: string[];
  /** Moves the clock and runs what is due. */
  advance(ms: number): void;
}

export function handPlatform(startMs = 1_000_000): HandPlatform {
  let nowMs = startMs;
  const waiting = new Map<string, { dueMs: number; run: () => void }>();
  const platform: HandPlatform = {
    hash: '',
    addresses: [],
    downloads: [],
    copied: [],
    isMac: false,
    now: () => nowMs,
    later: (name, delayMs, run) => void waiting.set(name, { dueMs: nowMs + delayMs, run }),
    readHash: () => platform.hash,
    writeHash: (hash, how) => {
      platform.hash = hash;
      platform.addresses.push(`${how === 'push' ? '+' : ''}${hash}`);
    },
    chooseFiles: () => Promise.resolve([]),
    chooseFolder: () => Promise.resolve([]),
    copyText: (text) => Promise.resolve(platform.copied.push(text) > 0),
    download: (name, blob) => void platform.downloads.push({ name, blob }),
    applyTheme: () => undefined,
    advance(ms) {
      nowMs += ms;
      for (const [name, { dueMs, run }] of waiting) {
        if (dueMs > nowMs) continue;
        waiting.delete(name);
        run();
      }
    },
  };
  return platform;
}

/** The data room with its open questions counted, so that a test can wait until all are answered. */
export interface WatchedData extends StepmarkData {
  isBusy(): boolean;
}

export function watched(data: StepmarkData): WatchedData {
  let open = 0;
  const count =
    (ask: (...args: unknown[]) => unknown) =>
    (...args: unknown[]) => {
      const answer = ask(...args);
      if (!(answer instanceof Promise)) return answer;
      open++;
      answer.then(
        () => open--,
        () => open--,
      );
      return answer as Promise<unknown>;
    };
  const methods = Object.entries(data).map(([name, value]) => [
    name,
    typeof value === 'function' ? count(value as (...args: unknown[]) => unknown) : (value as unknown),
  ]);
  return { ...(Object.fromEntries(methods) as StepmarkData), isBusy: () => open > 0 };
}

/** Answers of one method wait until the given function is called. */
export function hold(
  data: StepmarkData,
  method: 'neighbours' | 'readTrace' | 'annotations',
): () => Promise<void> {
  let release = () => {};
  const released = new Promise<void>((resolve) => (release = resolve));
  const ask = data[method] as (...args: unknown[]) => Promise<unknown>;
  Object.assign(data, { [method]: (...args: unknown[]) => released.then(() => ask(...args)) });
  return () => {
    release();
    return released;
  };
}

const turn = () => new Promise((resume) => setImmediate(resume));

export interface Session {
  app: RunningApp;
  data: WatchedData;
  platform: HandPlatform;
  /** Keys with a blank between them, each answered before the next. */
  press(keys: string, place?: KeyPress['place']): Promise<void>;
  /** One key, not waited for; true when a command took it. */
  tap(key: string, more?: Partial<KeyPress>): boolean;
  /** Until no question to the data room is open. */
  settled(): Promise<void>;
  open(name: string, content: string | readonly object[]): Promise<FileKey>;
  go(file: FileKey, row: number): Promise<void>;
  /** The log as it is kept, oldest first. */
  log(): Promise<Change[]>;
  /** `c >e[logic]* u`: a letter a step, `>` before the active one, `*` behind what is not on disk. */
  shown(): string;
  /** Row, from 0, and active step, from 1: `row 2 step 4`. */
  place(): string;
  /** The same databases in a new page. */
  reload(): Promise<Session>;
}

export async function startSession(
  data: StepmarkData = inMemoryData(),
  platform: HandPlatform = handPlatform(),
): Promise<Session> {
  const seen = watched(data);
  const app = createApp(seen, platform);
  const { store, actions } = app;

  async function settled(): Promise<void> {
    // What an answer sets off may ask again: two quiet turns of the event loop in a row are the end.
    for (let quiet = 0; quiet < 2; quiet = seen.isBusy() ? 0 : quiet + 1) await turn();
  }
  const session: Session = {
    app,
    data: seen,
    platform,
    settled,
    tap: (key, more = {}) => app.handleKey(keyPress(key, more)),
    async press(keys, place = 'steps') {
      for (const key of keys.split(' ')) {
        platform.advance(1000);
        app.handleKey(keyPress(key, { place }));
        await settled();
      }
    },
    async open(name, content) {
      actions.openFiles([inputOf(name, content)]);
      await settled();
      const key = store.getState().opening?.progress?.summary.key;
      if (key === undefined) throw new Error(`${name} was not opened`);
      return key;
    },
    async go(file, row) {
      actions.navigate({ screen: 'read', file, row });
      await settled();
    },
    log: async () => (await data.allChanges()).toSorted((a, b) => a.at - b.at || a.n - b.n),
    shown: () => {
      const { reader, annotation } = store.getState();
      return (reader?.steps ?? [])
        .map((step) => `${step.index === reader?.active ? '>' : ''}${markOf(annotation, step)}`)
        .join(' ');
    },
    place: () => {
      const { reader } = store.getState();
      return reader === undefined ? 'nowhere' : `row ${reader.open.row} step ${reader.active + 1}`;
    },
    reload: () => startSession(data, platform),
  };
  await app.start();
  await settled();
  return session;
}

const LETTERS = { correct: 'c', redundant: 'r', erroneous: 'e' };

function markOf(
  { annotations, unsaved }: ReturnType<RunningApp['store']['getState']>['annotation'],
  { id }: StepView,
): string {
  const judgement = annotations.passages.get(id)?.judgement;
  return `${judgement === undefined ? 'u' : judgementMark(judgement)}${unsaved.has(id) ? '*' : ''}`;
}

/** `e[logic]`, `c~` in bulk, `u?` unsure, `!` badly split, the comment in quotes, `^` after a reveal. */
function judgementMark(judgement: Judgement): string {
  const { verdict, by, categories, unsure, badSplit, comment, afterReveal } = judgement;
  return [
    verdict === undefined ? 'u' : LETTERS[verdict],
    by === 'bulk' ? '~' : '',
    categories.length > 0 ? `[${categories.join()}]` : '',
    unsure ? '?' : '',
    badSplit ? '!' : '',
    comment === undefined ? '' : `"${comment}"`,
    afterReveal ? '^' : '',
  ].join('');
}

const CODES: Record<string, string> = { space: ' ', '?': '?' };

/** `shift+j` as the browser tells it. */
export function keyPress(spelled: string, more: Partial<KeyPress> = {}): KeyPress {
  const parts = spelled.split('+').filter((part) => part !== '');
  const name = parts.at(-1)!;
  const shift = parts.includes('shift');
  const code = /^\d$/.test(name) ? `Digit${name}` : /^[a-z]$/.test(name) ? `Key${name.toUpperCase()}` : '';
  const key = CODES[name] ?? (shift ? name.toUpperCase() : name);
  const ctrl = parts.includes('mod');
  const bare = { alt: false, meta: false, repeat: false, composing: false, place: 'steps' as const };
  return { key, code, shift, ctrl, ...bare, ...more };
}

export const inputOf = (name: string, content: string | readonly object[]): OpenInput => ({
  name,
  blob: new Blob([
    typeof content === 'string' ? content : content.map((one) => `${JSON.stringify(one)}\n`).join(''),
  ]),
});

/** One attempt at a problem, its paragraphs being the steps. */
export const attempt = (problem: string, steps: readonly string[], more: object = {}) => ({
  messages: [
    { role: 'user', content: problem },
    { role: 'assistant', content: steps.join('\n\n') },
  ],
  ...more,
});

export const stepTexts = (count: number, name = 'step') =>
  Array.from({ length: count }, (_, i) => `This is ${name} ${i + 1} of it.`);

/** A session on one trace of so many steps. */
export async function onTrace(steps: number, data?: StepmarkData): Promise<Session> {
  const session = await startSession(data);
  await session.go(await session.open('one.jsonl', [attempt('Why?', stepTexts(steps))]), 0);
  return session;
}

export async function judgeUnder(session: Session, protocol: 'own-merit' | 'first-error'): Promise<void> {
  session.app.actions.changeSettings({ protocol });
  await session.settled();
}

/** What the log says now about what is open, under the scope at hand. */
export async function foldOf(session: Session): Promise<Annotations> {
  const state = session.app.store.getState();
  const { reader } = state;
  if (reader === undefined) throw new Error('no trace is open');
  const about = [reader.open.problem.key, reader.open.file, 'default'];
  const changes = (await session.log()).filter(({ problems }) => problems.some((key) => about.includes(key)));
  return foldLog(changes, scopeOf(state) satisfies Scope);
}
