import type { Change } from '../../core/model';

/** Other tabs of the same browser. */
export interface Tabs {
  tell(changes: Change[]): void;
  onTold(listener: (changes: Change[]) => void): void;
}

/** BroadcastChannel does not speak to itself, so a tab hears only the others. */
export function broadcastTabs(channel: BroadcastChannel): Tabs {
  return {
    tell: (changes) => channel.postMessage(changes),
    onTold: (listener) =>
      channel.addEventListener('message', ({ data }: MessageEvent<Change[]>) => listener(data)),
  };
}

export const NO_TABS: Tabs = { tell: () => undefined, onTold: () => undefined };
