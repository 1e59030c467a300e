// One script for both kinds of worker: the library's, and those it starts to read records beside it.

import { storedAgreed } from '../agreed';
import { AnnotationDatabase, LibraryDatabase } from '../databases';
import { Library, PLATFORM, StoredLibrary } from '../library';
import type { StartReaders } from '../library';
import { StoredChangeReader } from '../log';
import { answerCalls } from './answerCalls';
import { answerParts } from './answerParts';
import { askReaders } from './askReaders';
import type { ToWorker } from './messages';
import type { ToReader } from './readerMessages';
import { startScript } from './startScript';

const READER = 'reader';
const MAX_READERS = 4;

/** The library's own thread finds the records and mostly waits: on two cores two others read them. */
const startReaders: StartReaders = (rules) => {
  const count = Math.min(MAX_READERS, Math.ceil(navigator.hardwareConcurrency * 0.75));
  const ports = Array.from({ length: count }, () => startScript(import.meta.url, READER));
  return askReaders(ports, rules);
};

function startLibrary(): void {
  const annotations = new AnnotationDatabase();
  const agreed = storedAgreed(annotations);
  const library = new Library({
    store: new StoredLibrary(new LibraryDatabase()),
    log: new StoredChangeReader(annotations),
    protocols: () => agreed.protocols(),
    platform: PLATFORM,
    nowMs: () => Date.now(),
    startReaders,
  });
  const answer = answerCalls(library, (message, buffers) => postMessage(message, { transfer: buffers }));
  addEventListener('message', ({ data }: MessageEvent<ToWorker>) => void answer(data));
}

function startReader(): void {
  const answer = answerParts((message, buffers) => postMessage(message, { transfer: buffers }));
  addEventListener('message', ({ data }: MessageEvent<ToReader>) => void answer(data));
}

if (self.name === READER) startReader();
else startLibrary();
