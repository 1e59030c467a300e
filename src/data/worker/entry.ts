import { AnnotationDatabase, LibraryDatabase } from '../databases';
import { Library, PLATFORM, StoredLibrary } from '../library';
import { StoredChangeReader } from '../log';
import { answerCalls } from './answerCalls';
import type { ToWorker } from './messages';

const library = new Library({
  store: new StoredLibrary(new LibraryDatabase()),
  log: new StoredChangeReader(new AnnotationDatabase()),
  platform: PLATFORM,
  nowMs: () => Date.now(),
});
const answer = answerCalls(library, (message) => postMessage(message));

addEventListener('message', ({ data }: MessageEvent<ToWorker>) => void answer(data));
