import { createContext, useContext } from 'react';
import { useStore } from 'zustand';
import type { AppActions } from '../../app/actions';
import type { StepmarkApp } from '../../app/app';
import type { AppState } from '../../app/state';

const AppContext = createContext<StepmarkApp | undefined>(undefined);
export const AppProvider = AppContext.Provider;

export function useStepmark(): StepmarkApp {
  const app = useContext(AppContext);
  if (app === undefined) throw new Error('AppProvider is missing around this component');
  return app;
}
/** Draws again only when what the selector gives has changed (by identity). */
export function useApp<T>(selector: (state: AppState) => T): T {
  return useStore(useStepmark().store, selector);
}
export function useActions(): AppActions {
  return useStepmark().actions;
}
