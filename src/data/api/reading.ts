// A trace or a tree as it is opened, with what stands around it.

import type { NodePassages } from '../../core/tree';
import type { FileKey, Problem, RolloutTree, Row, Strategy, TextKey, Trace } from '../../core/model';
import type { StripMark } from './table';

/** A rollout of the same problem, for the list beside the reader. */
export interface SiblingRow {
  row: number;
  attempt: number;
  generator?: string;
  outcome?: boolean | number;
  text: TextKey;
  strip: StripMark[];
}

export interface OpenTrace {
  file: FileKey;
  row: number;
  position: string;
  problem: Problem;
  problemName: string;
  trace: Trace;
  /** The row's outcome, generator, scores, given labels, metadata. */
  of: Row;
  strategy: Strategy;
  strategyBecause: string;
  attempt: number;
  attempts: number;
  sameText: number;
  /** At most 200; `attempts` says how many there are. */
  siblings: SiblingRow[];
  /** The record, or the problem's rollouts, form a tree with more than one path. */
  hasTree: boolean;
}

export interface OpenTree {
  file: FileKey;
  problem: Problem;
  problemName: string;
  tree: RolloutTree;
  /** From the file, or merged from the problem's rollouts. */
  source: 'given' | 'merged';
  /** Per node: the steps inside it as passages under the strategy (node 0: none). Usually one. */
  passages: NodePassages;
  /** Per node: how many of the problem's rollouts go through it. */
  through: Int32Array;
  /** Rows (numbers in the file) that end at each node. */
  rowsAt: number[][];
  /** Per node: the final answer of the rollouts that end there, where they agree. */
  answers?: (string | undefined)[];
  /** Per node: how many equal siblings of the file it stands for; absent: one each. */
  counts?: Int32Array;
  /** Layout: depth runs along x. Units: one level, one leaf. */
  x: Float32Array;
  y: Float32Array;
}
