// What is loaded with the first trace: judging, trees and the splitting of steps.

import type { PassageId } from '../core/identity';
import { findZones, splitSteps, stepRanges } from '../core/segment';
import { createJudging, type JudgingActions } from './judging';
import type { Parts } from './parts';
import type { ReaderOpener } from './readerSlice';
import { createTrees, type TreeActions } from './treeSlice';

export type ReadingActions = JudgingActions & TreeActions;
/** Of core/segment, what a trace needs to become steps. */
export interface Splitting {
  findZones: typeof findZones;
  splitSteps: typeof splitSteps;
  stepRanges: typeof stepRanges;
}
export interface Reading {
  actions: ReadingActions;
  splitting: Splitting;
  showTree(passage: PassageId | undefined): Promise<void>;
}

export function createReading(parts: Parts, opener: ReaderOpener): Reading {
  const trees = createTrees(parts, opener);
  return {
    actions: { ...trees, ...createJudging(parts, opener) },
    splitting: { findZones, splitSteps, stepRanges },
    showTree: (passage) => trees.show(passage),
  };
}
