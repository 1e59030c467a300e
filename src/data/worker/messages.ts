import type { Fault } from '../../core/model';
import type { AnswerOf, CallKind, ProgressOf, RequestOf } from '../library';

/** From the page. `stop` ends the call of that id early; it still answers. */
export type ToWorker =
  | { [K in CallKind]: { id: number; kind: K; request: RequestOf<K> } }[CallKind]
  | { id: number; kind: 'stop' };

export interface WorkerFailure {
  message: string;
  /** Of a file that cannot be opened. */
  fault?: Fault;
}
/** To the page. Every call is answered once, by `answer` or `failed`. */
export type FromWorker =
  | { id: number; kind: 'progress'; progress: ProgressOf<CallKind> }
  | { id: number; kind: 'answer'; answer: AnswerOf<CallKind> }
  | { id: number; kind: 'failed'; failure: WorkerFailure };
