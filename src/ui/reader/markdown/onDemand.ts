import { useEffect, useSyncExternalStore } from 'react';

/** A chunk that is loaded when something on the screen first needs it. */
export interface OnDemand<T> {
  /** undefined until it is here; a chunk that cannot be loaded leaves the plain text standing. */
  use(): T | undefined;
  load(): Promise<T | undefined>;
  /** As `use`, outside of a component: nothing is loaded for it. */
  peek(): T | undefined;
}

export function onDemand<T>(fetchChunk: () => Promise<T>): OnDemand<T> {
  let value: T | undefined;
  let started: Promise<T | undefined> | undefined;
  const listeners = new Set<() => void>();
  const load = () =>
    (started ??= fetchChunk().then(
      (chunk) => {
        value = chunk;
        for (const listener of listeners) listener();
        return chunk;
      },
      () => {
        // Offline, or a newer version was put up: asked again when the next step needs it.
        started = undefined;
        return undefined;
      },
    ));
  const subscribe = (listener: () => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  };
  return {
    load,
    peek: () => value,
    use() {
      const current = useSyncExternalStore(subscribe, () => value);
      useEffect(() => {
        void load();
      }, []);
      return current;
    },
  };
}
