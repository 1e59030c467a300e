// Stepmark's own JSON Lines: a `head`, then `trace` and `tree` lines, then `change` lines (the log). Offsets
// are Unicode code points but for those inside changes, which stay UTF-16 code units; the head says both.
// Reading needs problem, attempts, tree and changes; `ranges` and `judgements` are the resolved state for
// people who read the file with something else, the changes are what counts.

import type {
  Asset,
  Change,
  GivenLabel,
  Hindsight,
  Judgement,
  LabelPack,
  Origin,
  Problem,
  Protocol,
  Strategy,
  ValueSet,
  Verdict,
  Zone,
} from '../../model';

export interface HeadLine {
  stepmark: 1;
  kind: 'head';
  offsets: 'codepoint';
  changeOffsets: 'utf16';
  packs: readonly LabelPack[];
  protocols: readonly Protocol[];
}
export type SpanInFile = [start: number, end: number];
export type ZoneInFile = Omit<Zone, 'start' | 'end'> & { at: SpanInFile };
/** `atUtf16` is `at` in a file: within the prompt for a problem's, within raw for a trace's. */
export type AssetInFile = Omit<Asset, 'atUtf16'> & { at?: number };
/** `key` is needed where there is no prompt, and checked where there is one. */
export type ProblemInFile = Omit<Problem, 'assets'> & { assets?: AssetInFile[] };
export interface GivenInFile extends Omit<GivenLabel, 'on' | 'spans'> {
  origin: Origin;
  on: SpanInFile | 'text';
  spans?: SpanInFile[];
}
export interface ScoreInFile {
  source: string;
  on: SpanInFile | 'trace';
  value: number | null;
  range?: [number, number];
}
export interface JudgementInFile extends Omit<Partial<Judgement>, 'spans' | 'refs' | 'verdict'> {
  annotator: string;
  /** From 0, among the ranges of kind `step`. */
  step: number;
  verdict?: Verdict;
  spans?: SpanInFile[];
  refs?: SpanInFile[];
}
export interface AttemptInFile {
  raw: string;
  projection: string;
  zones: ZoneInFile[];
  assets?: AssetInFile[];
  given?: SpanInFile[];
  turns?: number;
  strategy: Strategy;
  ranges: [start: number, end: number, kind: 'step' | 'marker' | 'gap'][];
  row: {
    generator?: string;
    outcome?: boolean | number;
    ownAnswer?: string;
    scores?: ScoreInFile[];
    meta?: Record<string, unknown>;
    given?: GivenInFile[];
  };
  judgements: JudgementInFile[];
  /** Of the text as a whole; passages in it as spans are in the changes. */
  finish?: NonNullable<Hindsight['finish']>;
  verdict?: NonNullable<Hindsight['verdict']>;
}
export interface TraceLine extends AttemptInFile {
  kind: 'trace';
  problem: ProblemInFile;
}
/** A tree that the source file gave, with the rows of its record. Columns as in RolloutTree. */
export interface TreeLine {
  kind: 'tree';
  problem: ProblemInFile;
  attempts: AttemptInFile[];
  tree: TreeInFile;
}
export interface TreeInFile {
  parent: number[];
  extraParents: [child: number, parent: number][];
  text: string[];
  lead: number[];
  author: ('model' | 'human' | null)[];
  /** Indices into `attempts`. */
  rowsEndingAt: number[][];
  chosenChild: number[];
  terminal: number[];
  /** A label of node `node` speaks of what the node adds; its spans are offsets in the text up to its end. */
  given: { node: number; label: Omit<GivenInFile, 'on'> }[];
  values: (Omit<ValueSet, 'data' | 'c' | 'k'> & {
    /** null: not given. */
    data: (number | null)[];
    c?: (number | null)[];
    k?: (number | null)[];
  })[];
  order?: number[];
}
export interface ChangeLine {
  kind: 'change';
  change: Change;
}
export type StepmarkLine = HeadLine | TraceLine | TreeLine | ChangeLine;
