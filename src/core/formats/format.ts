// What a format is. It says what it saw and reads one record at a time; keys, faults with positions and
// everything shared is added by `keyReading.ts`, so a new format is one file.

import type {
  Asset,
  Change,
  Fault,
  GivenLabel,
  LabelPack,
  ProblemKey,
  Protocol,
  Range,
  Result,
  RolloutTree,
  Score,
  Warning,
  Zone,
} from '../model';

/** First records of a container, and what it is. Never the file's name: content decides. */
export interface Sample {
  container: string;
  records: readonly unknown[];
}
export interface Guess {
  /** 0–1: the share of sampled records that have this format's shape. */
  score: number;
  /** What makes it certain (formats.md §3) was seen. */
  certain: boolean;
  /** One sentence with its numbers, shown to the person. */
  because: string;
  /** How many fields the format's signs ask for: of two certain ones the wider key set wins over its subset. */
  keys: number;
}
export interface ProblemDraft {
  prompt: string;
  options?: string[];
  system?: string;
  tools?: string;
  assets?: Asset[];
  answer?: string;
  solution?: string;
  fileId?: string;
  /** The id of a row or response. It names no problem, but labels hang on it where there is no prompt. */
  recordId?: string;
  /** Stepmark's own files carry the key, which a problem without a prompt needs to be found again. */
  key?: ProblemKey;
}
/** A given label whose passage is still a range of the raw text. */
export type LabelDraft = Omit<GivenLabel, 'on'> & { on: Range | 'text' };
export type TreeDraft = Omit<RolloutTree, 'problem' | 'given'> & {
  given: [node: number, label: Omit<GivenLabel, 'on'>][];
};
/** One attempt: what a row and its trace are made of. */
export interface AttemptDraft {
  raw: string;
  /** 'plain@1' (a string as it stands), 'steps@1' (a list joined) or 'messages@1'. */
  projection: string;
  zones?: Zone[];
  assets?: Asset[];
  given?: Range[];
  turns?: number;
  generator?: string;
  outcome?: boolean | number;
  ownAnswer?: string;
  scores?: Score[];
  labels?: LabelDraft[];
  meta?: Record<string, unknown>;
}
/** What one record holds. `attempts` may be empty (a problem without a trace). */
export interface Reading {
  problem: ProblemDraft;
  attempts: AttemptDraft[];
  /** Its `rowsEndingAt` are indices into `attempts`. */
  tree?: TreeDraft;
  warnings?: Warning[];
  /** Stepmark's own files carry the log itself. */
  changes?: Change[];
  /** And the packs and protocols they were made under. */
  agreed?: AgreedInFile;
}
export interface AgreedInFile {
  packs: LabelPack[];
  protocols: Protocol[];
}
/** A fault whose place the caller knows. */
export type RecordFault = Omit<Fault, 'position' | 'at'>;
export type ReadResult = Result<Reading[], RecordFault>;

/** What surrounds a record in its container. */
export interface Surroundings {
  /** json-dict: the key the record stands under. */
  key?: string;
  /** json-object-rows, Inspect zip: the object without its records. */
  header?: unknown;
}
export interface TraceFormat {
  /** The id of formats.md §3. */
  id: string;
  title: string;
  guess(sample: Sample): Guess;
  /** One record. A shape that does not fit is a fault with its numbers; never throws. */
  read(record: unknown, around?: Surroundings): ReadResult;
  /** For formats whose records together are one trace (sessions, event streams): all of them at once. Where
   *  it is given, `read` is not called. */
  readAll?(records: readonly unknown[], around?: Surroundings): ReadResult;
  /** For formats of several files: given the first records of each, whether they are one group. Where they are,
   *  `readAll` gets the records of all files, one file after another. */
  guessGroup?(files: readonly Sample[]): Guess;
}
