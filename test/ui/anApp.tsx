import { render } from '@testing-library/react';
import type { ReactNode } from 'react';
import { createStore } from 'zustand/vanilla';
import type { AppActions } from '../../src/app/actions';
import type { StepmarkApp } from '../../src/app/app';
import { COMMANDS } from '../../src/app/commands';
import { INITIAL } from '../../src/app/createApp';
import type { AppState, FileSummary, RowView } from '../../src/app/state';
import type { FileKey, ProblemKey, TextKey } from '../../src/core/model';
import { AppProvider } from '../../src/ui/parts';

export const FILE = 'a3f19c00' as FileKey;

export function aFile(change: Partial<FileSummary> = {}): FileSummary {
  return {
    key: FILE,
    name: 'rollouts.jsonl',
    sizeBytes: 412_000_000,
    container: 'jsonl',
    format: 'processbench',
    formatTitle: 'ProcessBench',
    guesses: [],
    records: 1578,
    recordsRead: 1575,
    faultCount: 3,
    warnings: [],
    problems: 400,
    rows: 4000,
    texts: 4000,
    finishedTexts: 1204,
    startedTexts: 1210,
    strategy: { strategy: 'blank', params: {}, version: 1 },
    strategyBecause: 'Most texts have blank lines.',
    humanLabels: 0,
    otherLabels: 0,
    kept: 'copy',
    complete: true,
    openedAt: 0,
    ...change,
  };
}

export function aRow(row: number, change: Partial<RowView> = {}): RowView {
  return {
    row,
    position: `line ${row + 1}`,
    problem: 'problem' as ProblemKey,
    problemName: '#1',
    problemPreview: 'For how many integers n is n² + n divisible by 30?',
    attempt: row,
    attempts: 8,
    text: `text ${row}` as TextKey,
    sameText: 1,
    lengthUtf16: 3104,
    steps: 4,
    strip: ['c', 'r', 'e', 'u'],
    judged: 3,
    ...change,
  };
}

export function aState(change: Partial<AppState> = {}): AppState {
  return { ...INITIAL, files: [], ...change };
}

/** What was asked for, as `name(arguments)`: one line an action. */
export interface AskedApp extends StepmarkApp {
  asked: string[];
}

/** React hands a click to an action that takes nothing. */
const isEvent = (arg: unknown) => typeof arg === 'object' && arg !== null && 'nativeEvent' in arg;

/** A hand-built store; actions and commands are written down and change nothing. */
export function anApp(change: Partial<AppState> = {}): AskedApp {
  const asked: string[] = [];
  const actions = new Proxy({} as AppActions, {
    get(made, name: string) {
      const known = Reflect.get(made, name) as unknown;
      const ask = (...args: unknown[]) => {
        asked.push(
          `${name}(${args
            .filter((arg) => !isEvent(arg))
            .map((arg) => JSON.stringify(arg))
            .join(', ')})`,
        );
      };
      if (known === undefined) Reflect.set(made, name, ask);
      return known ?? ask;
    },
  });
  return {
    store: createStore<AppState>()(() => aState(change)),
    actions,
    commands: COMMANDS,
    run: (id) => asked.push(`run ${id}`),
    asked,
  };
}

export function draw(children: ReactNode, change: Partial<AppState> = {}): AskedApp {
  const app = anApp(change);
  render(<AppProvider value={app}>{children}</AppProvider>);
  return app;
}
