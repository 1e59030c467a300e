import type { Platform } from './platform';

/** Work between two frames. */
const SLICE_MS = 6;

/** Runs the pieces of some work a few ms at a time, so that the page draws and answers keys between them.
 *  `name`: later work of the same name takes its place. */
export function splitInSlices<T>(
  platform: Platform,
  name: string,
  pieces: Generator<unknown, T>,
  { isWanted, done }: { isWanted: () => boolean; done: (made: T) => void },
): void {
  const work = () => {
    if (!isWanted()) return;
    const until = platform.now() + SLICE_MS;
    let next = pieces.next();
    while (next.done !== true && platform.now() < until) next = pieces.next();
    if (next.done === true) done(next.value);
    else platform.later(name, 0, work);
  };
  platform.later(name, 0, work);
}
