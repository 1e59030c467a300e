import type { StoreApi } from 'zustand/vanilla';
import type { StepmarkData } from '../data/api';
import type { AppActions } from './actions';
import type { Platform } from './platform';
import type { Recorder } from './recorder';
import type { AppState } from './state';

/** What every slice is built from. `actions` is whole once all slices are joined. */
export interface Parts {
  store: StoreApi<AppState>;
  data: StepmarkData;
  platform: Platform;
  recorder: Recorder;
  actions: AppActions;
}

/** An expected refusal of the data room in words; anything else is a bug and goes on to the boundary. */
export function wordsOf(error: unknown): string {
  if (error instanceof Error) return error.message;
  throw error;
}
