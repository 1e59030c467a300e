// The model. Three ideas: the text never changes; what is judged is a passage of it; a change is a value
// that can be reversed. Offsets are UTF-16 code units inside, Unicode code points in exports.

type Key<B extends string> = string & { readonly brand: B };
/** Hash of all bytes as dropped. */
export type FileKey = Key<'file'>;
/** Hash of prompt, options and images; no reference answer, no metadata. See identity/keys.ts. */
export type ProblemKey = Key<'problem'>;
/** Hash of the problem and raw[0, n): n is the length for a whole text, the end for a passage. */
export type TextKey = Key<'text'>;
/** This browser tab. */
export type Writer = Key<'writer'>;

/** Half-open, UTF-16 code units; exported as code points. */
export interface Range {
  start: number;
  end: number;
}

// ---- read from files: derived, may be thrown away -------------------------------------------------------

/** Where a record lies. Bytes are those of the (inflated) inner container; `path` is `[12]`, `samples[3]`,
 *  `event 17`, `$` or a zip entry, with an inner position behind it where there is one. */
export type RecordPlace =
  | { startByte: number; sizeBytes: number; line?: number; path?: string }
  | { group: number; row: number; index: number }
  | { files: string[] };
export type RecordAt = RecordPlace & { file: FileKey };

/** A record (or a whole file) that could not be read. `position` is what a person is shown, formats.md §2. */
export interface Fault {
  position: string;
  /** A short stable word: 'not-json', 'cut-off', 'label-count', 'no-format', … */
  kind: string;
  /** What happened, in a sentence with its numbers. */
  reason: string;
  /** What to do about it. */
  remedy: string;
  at?: RecordPlace;
}
/** Something odd in a record that was read all the same; counted by `kind`. */
export interface Warning {
  kind: string;
  reason: string;
}

export interface Problem {
  key: ProblemKey;
  prompt: string;
  options?: string[];
  system?: string;
  tools?: string;
  assets: Asset[];
  answer?: string;
  solution?: string;
  /** uuid, task id, dict key: groups and counts, never part of `key` unless there is no prompt. */
  fileId?: string;
}
export interface Asset {
  atUtf16?: number;
  /** Hash of the bytes, or of the address of a remote image. */
  hash: string;
  mime: string;
  /** data: URL of an image that is inside the file. */
  dataUrl?: string;
  remoteUrl?: string;
}
/** An occurrence of a text. Outcome, generator, scores belong here, never to the text. */
export interface Row {
  at: RecordAt;
  /** Which attempt of its record, from 0. */
  sample: number;
  problem: ProblemKey;
  text: TextKey;
  generator?: string;
  outcome?: boolean | number;
  /** The final answer the attempt itself gives. */
  ownAnswer?: string;
  scores: Score[];
  given: GivenLabel[];
  meta: Record<string, unknown>;
}
/** A text as it is read. Turns are joined by the projection ('messages@1'); an image is one U+FFFC in `raw`. */
export interface Trace {
  text: TextKey;
  problem: ProblemKey;
  raw: string;
  projection: string;
  /** Sorted, disjoint; what lies between is white space or belongs to no zone. Empty: find them in the text. */
  zones: Zone[];
  assets: Asset[];
  /** Steps the file itself delimits: sorted, disjoint, exempt from protection. */
  given?: Range[];
  /** Messages or events of a turn-based trace, the problem's own turn included. */
  turns?: number;
}
export type ZoneKind =
  'thinking' | 'response' | 'call' | 'result' | 'perception' | 'answer' | 'user' | 'marker';
export interface Zone extends Range {
  kind: ZoneKind;
  turn?: number;
  /** Who spoke, or which tool. */
  name?: string;
  callId?: string;
  parent?: number;
  truncated?: true;
}
export interface Strategy {
  strategy: string;
  params: Record<string, unknown>;
  version: number;
}
/** Values of `Segmentation.kinds`. */
export const STEP = 0;
export const MARKER = 1;
export const GAP = 2;
/** `bounds` has one entry more than `kinds`: range i is [bounds[i], bounds[i + 1]) of kind kinds[i]; it begins
 *  with 0 and ends with raw.length, so joining all ranges gives the text back. */
export interface Segmentation extends Strategy {
  bounds: Uint32Array;
  kinds: Uint8Array;
}

/** Columns. Node 0 is the problem and adds nothing; node i adds text[i] to its parent's prefix, the join
 *  before it (its first lead[i] units, a gap) included. Children of node 0 have lead 0. Parents come before
 *  children. Duplicates: several rows end at one node. */
export interface RolloutTree {
  problem: ProblemKey;
  parent: Int32Array;
  extraParents: [child: number, parent: number][];
  text: string[];
  lead: Uint8Array;
  author: ('model' | 'human' | undefined)[];
  /** Per node: which attempts (index within the record, or row numbers once merged) end here. */
  rowsEndingAt: number[][];
  /** Per node: the child the solution went on with, or -1. */
  chosenChild: Int32Array;
  terminal: Uint8Array;
  given: [node: number, label: GivenLabel][];
  values: ValueSet[];
  /** Per node: the place in the file's own order of visits, where it has one. */
  order?: Int32Array;
}
export interface ValueSet {
  name: string;
  policy?: string;
  on: 'node' | 'edge';
  means: 'mc' | 'v' | 'q' | 'prior' | 'visits' | 'reward';
  range?: [number, number];
  /** NaN: not given. */
  data: Float64Array;
  c?: Float64Array;
  k?: Float64Array;
  computedBy?: string;
  /** How many numbers of the file stand for "not evaluated" and are NaN in `data`. */
  placeholders?: number;
}
/** A number from a machine. Never a label, never merged into one. */
export interface Score {
  source: string;
  on: Range | 'trace';
  value: number;
  range?: [number, number];
}
export type Origin = 'human' | 'rule' | 'model' | 'unknown';
/** A label found in a file: read only, lives in the library, never in the log. */
export interface GivenLabel {
  source: string;
  origin: Origin;
  /** Whom the file names; else "file: " and the file's name, filled in by the library. */
  annotator?: string;
  on: Passage | 'text';
  verdict?: Verdict;
  raw: string | number | boolean | null;
  unsure?: true;
  categories: string[];
  comment?: string;
  correction?: string;
  spans: Range[];
}

// ---- what a person said: precious -----------------------------------------------------------------------

/** The judged thing: `upTo` is the hash of problem + raw[0, end). Equal prefixes in 64 rollouts are one
 *  passage. There are no step ids. */
export interface Passage {
  upTo: TextKey;
  start: number;
  end: number;
}
export type Verdict = 'correct' | 'redundant' | 'erroneous';
export interface Judgement {
  verdict?: Verdict;
  by: 'key' | 'bulk' | 'adjudication';
  unsure?: true;
  badSplit?: true;
  review?: true;
  afterReveal?: true;
  categories: string[];
  tags: string[];
  ratings: Record<string, number>;
  spans: Range[];
  comment?: string;
  correction?: string;
  refs: Range[];
}
/** Depends on what follows: belongs to one whole text, never shared through a prefix. */
export interface Hindsight {
  ledNowhere: Passage[];
  correctedAt: [wrong: Passage, fix: Passage][];
  stopAt?: Passage;
  verdict?: 'correct' | 'erroneous';
  quality: Record<string, number>;
  finish?: 'done' | 'partial' | 'bad_problem' | 'give_up';
  comment?: string;
}
export interface Preference {
  better: Passage;
  worse: Passage;
  principle?: string;
}
/** A person's own cuts on top of the base segmentation, kept at the passage they cut or join. */
export interface Cuts {
  added: number[];
  removed: number[];
}
/** `protocol` and `pack` are `id@hash`. A silent repeat is a new round. */
export interface Scope {
  annotator: string;
  protocol: string;
  pack: string;
  round: number;
}
export type SplitTarget = ProblemKey | FileKey | 'default';
export type Edit =
  | { on: 'passage'; at: Passage; before: Judgement | undefined; after: Judgement | undefined }
  | { on: 'text'; at: TextKey; before: Hindsight | undefined; after: Hindsight | undefined }
  | { on: 'split'; of: SplitTarget; before: Strategy | undefined; after: Strategy | undefined }
  | { on: 'cuts'; at: Passage; before: Cuts; after: Cuts }
  | { on: 'preference'; before: Preference | undefined; after: Preference | undefined }
  /** Has no reverse: it is only logged. */
  | { on: 'reveal'; at: TextKey };
/** One key press = one Change = one log record = one undo. The reverse swaps before and after. */
export interface Change {
  writer: Writer;
  /** Counts up per writer, from 1. */
  n: number;
  /** ms since 1970. */
  at: number;
  activeMs: number;
  /** The command's id, for the history list. */
  command: string;
  scope: Scope;
  problems: SplitTarget[];
  edits: Edit[];
  undoes?: [Writer, number];
  /** Hashes of the raw text without the problem: finds labels again under an edited prompt. */
  bare: TextKey[];
  /** By `upTo` of each new passage: the first and last 32 units of its text, so a hash collision is seen. */
  quotes: Record<string, string>;
}

// ---- agreed before work begins --------------------------------------------------------------------------

export interface Category {
  id: string;
  title: string;
  under: Verdict;
  key?: '4' | '5' | '6' | '7' | '8';
  needsHindsight?: true;
}
export interface LabelPack {
  id: string;
  /** Markdown. */
  guideline: string;
  tags: string[];
  ratings: { id: string; on: 'step' | 'trace'; min: number; max: number }[];
  categories: Category[];
}
export interface Protocol {
  id: string;
  afterFirstError: 'stop' | 'judge';
  correctionClears: boolean;
  flagPropagated: boolean;
  hints: 'shown' | 'afterVerdict' | 'never';
  scope: 'all' | 'upToFirstError' | 'thinking';
  bulk: boolean;
  carryAncestors: boolean;
}
/** The language of formats.md §4.1; checked by its schema in core/formats/mapping. */
export interface Mapping {
  stepmarkMapping: 1;
  name: string;
  rows: string;
  [role: string]: unknown;
}

/** Untrusted in, result out: an expected fault is a value, a throw is a bug. */
export type Result<T, F> = { ok: true; value: T } | { ok: false; fault: F };
