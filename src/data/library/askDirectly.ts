import type { AnswerOf, CallKind, LibraryPort, ProgressOf, RequestOf } from './calls';

export interface AskOptions<K extends CallKind> {
  onProgress?: (progress: ProgressOf<K>) => void;
  signal?: AbortSignal | undefined;
}
/** How the page asks, whatever is between it and the library. */
export type AskLibrary = <K extends CallKind>(
  kind: K,
  request: RequestOf<K>,
  options?: AskOptions<K>,
) => Promise<AnswerOf<K>>;

/** Without a worker in between. */
export function askDirectly(library: LibraryPort): AskLibrary {
  return <K extends CallKind>(kind: K, request: RequestOf<K>, options: AskOptions<K> = {}) => {
    const call: LibraryPort[K] = library[kind];
    const { signal = { aborted: false }, onProgress = () => undefined } = options;
    return call.call(library, request, { signal, onProgress });
  };
}
