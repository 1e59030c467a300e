import type { StoreApi } from 'zustand/vanilla';
import type { AppActions } from './actions';
import type { Command } from './command';
import type { AppState } from './state';

/** What ui is given: state to draw, actions and commands to send. */
export interface StepmarkApp {
  store: StoreApi<AppState>;
  actions: AppActions;
  commands: readonly Command[];
  /** Runs a command by id, if it is available. */
  run: (id: string) => void;
}
