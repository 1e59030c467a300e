// The worker's side of the calls: message plumbing, nothing else.

import { CannotOpen } from '../api';
import type { CallKind, LibraryPort } from '../library';
import { isParcel, parcelBuffers } from '../treeParcel';
import type { FromWorker, ToWorker, WorkerFailure } from './messages';

/** Takes messages in, posts answers out. */
export function answerCalls(
  library: LibraryPort,
  post: (message: FromWorker, buffers: ArrayBuffer[]) => void,
) {
  const running = new Map<number, { aborted: boolean }>();

  const run = <K extends CallKind>(id: number, kind: K, request: Parameters<LibraryPort[K]>[0]) => {
    const signal = { aborted: false };
    running.set(id, signal);
    const call: LibraryPort[K] = library[kind];
    return call.call(library, request, {
      signal,
      onProgress: (progress) => post({ id, kind: 'progress', progress }, []),
    });
  };

  return async (message: ToWorker): Promise<void> => {
    const { id } = message;
    if (message.kind === 'stop') {
      const signal = running.get(id);
      if (signal !== undefined) signal.aborted = true;
      return;
    }
    try {
      const answer = await run(id, message.kind, message.request);
      post({ id, kind: 'answer', answer }, isParcel(answer) ? parcelBuffers(answer) : []);
    } catch (error) {
      post({ id, kind: 'failed', failure: describeFailure(error) }, []);
    } finally {
      running.delete(id);
    }
  };
}

function describeFailure(error: unknown): WorkerFailure {
  if (error instanceof CannotOpen) return { message: error.message, fault: error.fault };
  return { message: error instanceof Error ? error.message : String(error) };
}
