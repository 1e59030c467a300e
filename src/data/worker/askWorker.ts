// The page's side of the calls.

import { CannotOpen } from '../api';
import type { AnswerOf, AskLibrary, AskOptions, CallKind, ProgressOf, RequestOf } from '../library';
import type { FromWorker, ToWorker, WorkerFailure } from './messages';

/** What of a Worker is used: tests join the two sides without one. */
export interface WorkerPort {
  postMessage(message: ToWorker): void;
  addEventListener(kind: 'message', listener: (event: { data: FromWorker }) => void): void;
  addEventListener(kind: 'error', listener: (event: { message: string }) => void): void;
}
interface Waiting {
  resolve(answer: AnswerOf<CallKind>): void;
  reject(error: Error): void;
  onProgress(progress: ProgressOf<CallKind>): void;
}

/** Every call settles once: with its answer, its failure, or the worker's own end. */
export function askWorker(worker: WorkerPort): AskLibrary {
  const waiting = new Map<number, Waiting>();
  let next = 0;

  worker.addEventListener('message', ({ data }) => {
    const call = waiting.get(data.id);
    if (call === undefined) return;
    if (data.kind === 'progress') return call.onProgress(data.progress);
    waiting.delete(data.id);
    if (data.kind === 'answer') call.resolve(data.answer);
    else call.reject(failureOf(data.failure));
  });
  worker.addEventListener('error', (event) => {
    const error = new Error(
      `The worker that reads files stopped: ${event.message || 'no reason given'}. Reload the page.`,
    );
    for (const call of waiting.values()) call.reject(error);
    waiting.clear();
  });

  return <K extends CallKind>(kind: K, request: RequestOf<K>, options: AskOptions<K> = {}) => {
    const id = next++;
    const { signal } = options;
    const stop = () => worker.postMessage({ id, kind: 'stop' });
    return new Promise<AnswerOf<K>>((resolve, reject) => {
      // The id ties answer and progress to this call's kind; the compiler cannot see that.
      waiting.set(id, {
        resolve: resolve as Waiting['resolve'],
        reject,
        onProgress: (options.onProgress ?? (() => undefined)) as Waiting['onProgress'],
      });
      worker.postMessage({ id, kind, request } as ToWorker);
      if (signal?.aborted === true) stop();
      signal?.addEventListener('abort', stop, { once: true });
    }).finally(() => signal?.removeEventListener('abort', stop));
  };
}

function failureOf({ message, fault }: WorkerFailure): Error {
  return fault === undefined ? new Error(message) : new CannotOpen(fault);
}
