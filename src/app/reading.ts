// What is loaded with the first trace: judging, trees and the splitting of steps.

import type { PassageId } from '../core/identity';
import { applyOwnCuts, findZones, splitSteps, stepRanges } from '../core/segment';
import { createJudging, type JudgingActions } from './judging';
import { createOtherPrompt, type OtherPromptActions } from './otherPrompt';
import type { Parts } from './parts';
import type { ReaderOpener } from './readerSlice';
import { createSplitting, type SplittingActions } from './splitting';
import { createTrees, type TreeActions } from './treeSlice';

export type ReadingActions = JudgingActions & SplittingActions & TreeActions & OtherPromptActions;
/** Of core/segment, what a trace needs to become steps. */
export interface Splitting {
  findZones: typeof findZones;
  splitSteps: typeof splitSteps;
  stepRanges: typeof stepRanges;
  applyOwnCuts: typeof applyOwnCuts;
}
export interface Reading {
  actions: ReadingActions;
  splitting: Splitting;
  showTree(passage: PassageId | undefined): Promise<void>;
}

export function createReading(parts: Parts, opener: ReaderOpener): Reading {
  const trees = createTrees(parts, opener);
  return {
    actions: {
      ...trees,
      ...createJudging(parts, opener),
      ...createSplitting(parts, opener),
      ...createOtherPrompt(parts),
    },
    splitting: { findZones, splitSteps, stepRanges, applyOwnCuts },
    showTree: (passage) => trees.show(passage),
  };
}
