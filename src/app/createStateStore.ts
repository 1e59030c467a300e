import { createStore, type StoreApi } from 'zustand/vanilla';
import type { AppState } from './state';

export interface StateStore extends StoreApi<AppState> {
  /** What `work` changes is told to the listeners at once, when it ends: a key press writes the state in
   *  several places, and every selector of the screen is asked each time it is told. */
  together(work: () => void): void;
}

export function createStateStore(initial: AppState): StateStore {
  const store = createStore<AppState>()(() => initial);
  const listeners = new Set<(state: AppState, before: AppState) => void>();
  let depth = 0;
  let untold: AppState | undefined;
  const tell = (before: AppState) => {
    for (const listener of listeners) listener(store.getState(), before);
  };
  store.subscribe((_, before) => {
    if (depth === 0) tell(before);
    else untold ??= before;
  });
  return {
    ...store,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    together(work) {
      depth++;
      try {
        work();
      } finally {
        depth--;
        if (depth === 0 && untold !== undefined) {
          const before = untold;
          untold = undefined;
          tell(before);
        }
      }
    },
  };
}
