// What is loaded with the first trace: judging with its commands, history, trees and the splitting of steps.

import type { PassageId } from '../core/identity';
import {
  applyOwnCuts,
  findZones,
  findZonesIncrementally,
  readParams,
  splitIncrementally,
  stepRanges,
} from '../core/segment';
import type { Command } from './command';
import { createComparison, type ComparisonActions } from './comparison';
import { COMMANDS } from './commands';
import { createFinding, type FindingActions } from './finding';
import { createHindsight, type HindsightActions } from './hindsight';
import { createHistory, type History, type HistoryActions } from './history';
import { createJudging, type JudgingActions } from './judging';
import { createOtherPrompt, type OtherPromptActions } from './otherPrompt';
import { createPacks, type PacksActions } from './packsSlice';
import type { Parts } from './parts';
import type { ReaderOpener } from './readerSlice';
import { createRemapping, type RemappingActions } from './remapping';
import { createSplitting, type SplittingActions } from './splitting';
import { createTray, type TrayActions } from './tray';
import { createTextSelection, type TextSelectionActions } from './textSelection';
import { createTrees, type TreeActions } from './treeSlice';
import { createWriting, type WritingActions } from './writing';

export type ReadingActions = JudgingActions &
  SplittingActions &
  FindingActions &
  TrayActions &
  TreeActions &
  ComparisonActions &
  OtherPromptActions &
  HindsightActions &
  TextSelectionActions &
  WritingActions &
  PacksActions &
  RemappingActions &
  HistoryActions;
/** Of core/segment, what a trace needs to become steps. */
export interface Splitting {
  findZones: typeof findZones;
  findZonesIncrementally: typeof findZonesIncrementally;
  readParams: typeof readParams;
  splitIncrementally: typeof splitIncrementally;
  stepRanges: typeof stepRanges;
  applyOwnCuts: typeof applyOwnCuts;
}
export interface Reading {
  actions: ReadingActions;
  commands: readonly Command[];
  history: History;
  splitting: Splitting;
  showTree(passage: PassageId | undefined): Promise<void>;
  showPacks(): Promise<void>;
}

export function createReading(parts: Parts, opener: ReaderOpener): Reading {
  const trees = createTrees(parts, opener);
  const packs = createPacks(parts);
  const history = createHistory(parts, opener);
  return {
    actions: {
      ...trees,
      ...createComparison(parts),
      ...createJudging(parts, opener),
      ...createFinding(parts, opener),
      ...createSplitting(parts),
      ...createTray(parts, opener),
      ...createOtherPrompt(parts),
      ...createHindsight(parts, opener),
      ...createTextSelection(parts),
      ...createWriting(parts, opener),
      ...history.actions,
      ...packs.actions,
      ...createRemapping(parts, COMMANDS),
    },
    commands: COMMANDS,
    history,
    splitting: {
      applyOwnCuts,
      findZones,
      findZonesIncrementally,
      readParams,
      splitIncrementally,
      stepRanges,
    },
    showTree: (passage) => trees.show(passage),
    showPacks: () => packs.show(),
  };
}
