import type { Agreed } from '../agreed';
import type { LiveFileState, SavePlace } from '../api';
import type { ChangeReader } from '../log';
import type { Settings } from '../settings';

/** Where the chosen file is remembered, and the name of the lock that one tab at a time holds. */
const NAME = 'live labels file';

interface Parts {
  log: ChangeReader;
  agreed: Agreed;
  settings: Settings;
  onState: (state: LiveFileState | undefined) => void;
}

/** The labels file on disk, loaded once a person has chosen one. */
export function liveFile({ log, agreed, settings, onState }: Parts) {
  let loaded: ReturnType<typeof load> | undefined;

  async function load() {
    const [{ LiveLabels }, { fileOnDisk }] = await Promise.all([
      import('./liveLabels'),
      import('./fileOnDisk'),
    ]);
    const live = new LiveLabels({
      log,
      agreed,
      nowMs: () => Date.now(),
      later: (delayMs, run) => void setTimeout(run, delayMs),
      alone: (work) => navigator.locks.request(NAME, work),
      remembered: {
        async read() {
          const place = (await settings.read(NAME)) as SavePlace | undefined;
          return place && fileOnDisk(place);
        },
        save: (file) => settings.save(NAME, file?.handle),
      },
      onState,
    });
    return { live, fileOnDisk };
  }
  const ready = () => (loaded ??= load());

  return {
    async start(): Promise<void> {
      if ((await settings.read(NAME)) !== undefined) await (await ready()).live.start();
    },
    async keep(place: SavePlace): Promise<void> {
      const { live, fileOnDisk } = await ready();
      await live.choose(fileOnDisk(place));
    },
    resume: async (): Promise<void> => (await ready()).live.resume(),
    stop: async (): Promise<void> => (await ready()).live.stop(),
    /** The log grew. */
    changed: (): void => void loaded?.then(({ live }) => live.changed()),
  };
}
