// The library's side of the threads that read records: each part goes to the one with the least to do.

import type { PartReaders, ReaderRules } from '../library';
import type { FromReader, ReaderCall, ReaderCalls, ToReader } from './readerMessages';

/** What of a Worker is used: tests join the two sides without one. */
export interface ReaderPort {
  postMessage(message: ToReader, buffers: ArrayBuffer[]): void;
  addEventListener(kind: 'message', listener: (event: { data: FromReader }) => void): void;
  addEventListener(kind: 'error', listener: (event: { message: string }) => void): void;
  terminate(): void;
}
interface Waiting {
  resolve(answer: ReaderCalls[ReaderCall]['answer']): void;
  reject(error: Error): void;
}
interface Reader {
  port: ReaderPort;
  waiting: Map<number, Waiting>;
}

/** Enough that none waits for its next part. */
const PARTS_EACH = 2;

export function askReaders(ports: readonly ReaderPort[], rules: ReaderRules): PartReaders {
  const readers = ports.map((port) => readerOf(port, rules));
  let next = 0;

  function ask<K extends ReaderCall>(kind: K, part: ReaderCalls[K]['part'], buffers: ArrayBuffer[]) {
    const { port, waiting } = readers.reduce((a, b) => (b.waiting.size < a.waiting.size ? b : a));
    const id = next++;
    return new Promise<ReaderCalls[K]['answer']>((resolve, reject) => {
      // The id ties the answer to this call's kind; the compiler cannot see that.
      waiting.set(id, { resolve: resolve as Waiting['resolve'], reject });
      port.postMessage({ kind, id, part } as ToReader, buffers);
    });
  }

  return {
    width: readers.length * PARTS_EACH,
    read: (packed) =>
      ask('records', packed, [packed.bytes.buffer, packed.ends.buffer, packed.startBytes.buffer]),
    readLines: (piece) => ask('lines', piece, [piece.bytes.buffer]),
    readRows: (window) => ask('rows', window, []),
    close() {
      for (const { port } of readers) port.terminate();
    },
  };
}

function readerOf(port: ReaderPort, rules: ReaderRules): Reader {
  const waiting: Reader['waiting'] = new Map();
  port.addEventListener('message', ({ data }) => {
    const call = waiting.get(data.id);
    waiting.delete(data.id);
    if (data.kind === 'answer') call?.resolve(data.answer);
    else call?.reject(new Error(data.message));
  });
  port.addEventListener('error', ({ message }) => {
    const error = new Error(
      `A thread that reads records stopped: ${message || 'no reason given'}. Open the file again.`,
    );
    for (const call of waiting.values()) call.reject(error);
    waiting.clear();
  });
  port.postMessage({ kind: 'rules', rules }, []);
  return { port, waiting };
}
