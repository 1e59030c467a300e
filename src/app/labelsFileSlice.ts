// The labels outside the browser: one file now, or a file on disk that is kept up to date.

import type { AppActions } from './actions';
import { wordsOf, type Parts } from './parts';
import type { SavedFile } from './state';

type LabelsFileActions = Pick<
  AppActions,
  'saveLabelsFile' | 'keepLiveFile' | 'resumeLiveFile' | 'stopLiveFile'
>;
export interface LabelsFile extends LabelsFileActions {
  /** Goes on with the file of an earlier visit. */
  start(): Promise<void>;
}

const NAME = 'stepmark-labels.jsonl';
const SAVED_FILE = 'saved labels file';

export function createLabelsFile({ store, data, platform }: Parts): LabelsFile {
  const attempt = (work: Promise<void>) =>
    void work.catch((error: unknown) => store.setState({ message: wordsOf(error) }));

  async function save(): Promise<void> {
    const [changes, packs, protocols, { writeLabelsFile }] = await Promise.all([
      data.allChanges(),
      data.packs(),
      data.protocols(),
      import('./labelsFile'),
    ]);
    platform.download(
      NAME,
      new Blob([writeLabelsFile(changes, { packs, protocols })], { type: 'application/jsonl' }),
    );
    const savedFile: SavedFile = { at: platform.now(), verdicts: (await data.storage()).verdicts };
    store.setState({ savedFile });
    await data.saveSetting(SAVED_FILE, savedFile);
  }

  async function keep(): Promise<void> {
    const place = await platform.chooseSavePlace?.(NAME);
    if (place !== undefined) await data.keepLiveFile(place);
  }

  return {
    saveLabelsFile: () => attempt(save()),
    keepLiveFile: () => attempt(keep()),
    resumeLiveFile: () => attempt(data.resumeLiveFile()),
    stopLiveFile: () => attempt(data.stopLiveFile()),
    async start() {
      const savedFile = (await data.setting(SAVED_FILE)) as SavedFile | undefined;
      store.setState({ savedFile });
      await data.startLiveFile();
    },
  };
}
