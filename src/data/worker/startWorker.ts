// oxlint-disable-next-line import/default -- Vite makes the default export of a ?worker&url import.
import entryUrl from './entry?worker&url';
import { startScript } from './startScript';

export const startWorker = (): Worker => startScript(new URL(entryUrl, document.baseURI).href);
