export { NO_ANNOTATIONS } from './annotations';
export type { Annotations } from './annotations';
export { applyChange, foldLog } from './applyChange';
export { ALL_ASKED, clearedSteps, stepsInScope } from './asked';
export type { Asked } from './asked';
export { carryAncestors, firstErrorHere, restCorrect } from './bulkEdits';
export { describeChange } from './describeChange';
export { differingVerdicts } from './differingVerdicts';
export {
  clearVerdict,
  judge,
  judgeSpan,
  rateStep,
  reveal,
  setPreference,
  setComment,
  setCorrection,
  toggleBadSplit,
  toggleCategory,
  toggleTag,
  toggleUnsure,
} from './edits';
export {
  finishText,
  rateTrace,
  toggleCorrectedAt,
  toggleLedNowhere,
  toggleStopAt,
  toggleTraceVerdict,
} from './hindsightEdits';
export { usedIn, writeChangeLine, writeLabelsFile, writeLabelsHead } from './export/labelsFile';
export { annotationsOfGiven } from './givenAnnotations';
export { historyLines, redoable, undoable } from './history';
export type { HistoryLine } from './history';
export { changeId, mergeLogs, orderLog, scopeMatches } from './log';
export { matchJudgements, prefixKeys } from './matchJudgements';
export { labelsUnderOtherPrompt } from './otherPrompt';
export { ownCuts } from './ownCuts';
export { categoriesFor } from './categories';
export { DEFAULT_PACK, packIdentity } from './packIdentity';
export { REASONING_STEPS } from './reasoningSteps';
export { firstErrorIndex, progressOf, stripOf, verdictProgress, verdictsOf, verdictStrip } from './progress';
export type { Progress, VerdictMark } from './progress';
export {
  FIRST_ERROR,
  isShippedProtocol,
  OWN_MERIT,
  protocolById,
  protocolIdentity,
  stopsAtFirstError,
} from './protocols';
export { isPropagated, judgePropagated, packUnder, PROPAGATED, propagatedSteps } from './propagated';
export { quotesFor } from './quotes';
export { planUndo, reverse } from './reverse';
export { stepOfTime, timeBySteps } from './stepTime';
export { mergeJudgements, splitJudgement } from './splitAndMerge';
