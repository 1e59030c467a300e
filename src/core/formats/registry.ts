// Every format Stepmark opens. A new one is a file in this folder and a line here; where signs are equally
// strong the earlier line wins.

import type { Sample, TraceFormat } from './format';
import { rankFormats, rankGroups } from './rankFormats';
import type { RankedGuess } from './rankFormats';
import { alpaca } from './alpaca';
import { atif } from './atif';
import { autorace } from './autorace';
import { bigbenchMistake } from './bigbenchMistake';
import { chatMarkupText } from './chatMarkupText';
import { claudeCodeSession } from './claudeCodeSession';
import { gsm8kSocratic } from './gsm8kSocratic';
import { gsm8kSolutions } from './gsm8kSolutions';
import { helm } from './helm';
import { inspectEval, inspectJson } from './inspectLogs';
import { latsHumaneval } from './latsHumaneval';
import { lmEvalSamples } from './lmEvalSamples';
import { ovmTokenValues, prmbenchScores, reasonevalScores } from './machineScores';
import { mathShepherd } from './mathShepherd';
import { mctsJson } from './mctsJson';
import { messages } from './messages';
import { messagesLabel } from './messagesLabel';
import { mmPrm } from './mmPrm';
import { mrBen } from './mrBen';
import { mrGsm8k, reasonevalFirstError } from './mrGsm8k';
import { omegaprmFlat } from './omegaprmFlat';
import { omegaprmTree } from './omegaprmTree';
import { openhands } from './openhands';
import { openrlhfPrm } from './openrlhfPrm';
import { ovmBeam } from './ovmBeam';
import { judgePairs, sharegptPreference, stepDpo, trlDpo, trlKto } from './preferences';
import { prm800k } from './prm800k';
import { prmbench } from './prmbench';
import { processbench } from './processbench';
import { questionSolution } from './questionSolution';
import {
  anthropicMessages,
  bedrockConverse,
  cohereChat,
  googleGemini,
  openaiChat,
  openaiResponses,
} from './providers';
import { qwenMathEval } from './qwenMathEval';
import { reasonevalPerturbation } from './reasonevalPerturbation';
import { reasonevalRatings } from './reasonevalRatings';
import { rlhflow } from './rlhflow';
import { rolloutStepsLabels } from './rolloutStepsLabels';
import { sharegpt } from './sharegpt';
import { stepmark } from './stepmark';
import { sweAgent } from './sweAgent';
import { tauBench } from './tauBench';
import { text } from './text';
import { thoughtAnchors } from './thoughtAnchors';
import { totBfs } from './totBfs';
import { totDfs } from './totDfs';
import { totSamples } from './totSamples';
import { trlStepwise } from './trlStepwise';
import { verlPrompts } from './verlPrompts';
import { versaprm } from './versaprm';

export const FORMATS: readonly TraceFormat[] = [
  stepmark,
  prm800k,
  processbench,
  bigbenchMistake,
  mrBen,
  mrGsm8k,
  reasonevalFirstError,
  reasonevalRatings,
  reasonevalPerturbation,
  prmbench,
  versaprm,
  mathShepherd,
  openrlhfPrm,
  mmPrm,
  rlhflow,
  autorace,
  trlStepwise,
  trlKto,
  gsm8kSolutions,
  lmEvalSamples,
  qwenMathEval,
  rolloutStepsLabels,
  totBfs,
  totSamples,
  latsHumaneval,
  verlPrompts,
  sharegptPreference,
  trlDpo,
  stepDpo,
  judgePairs,
  omegaprmTree,
  omegaprmFlat,
  mctsJson,
  totDfs,
  ovmBeam,
  openaiChat,
  openaiResponses,
  anthropicMessages,
  googleGemini,
  bedrockConverse,
  cohereChat,
  sweAgent,
  atif,
  openhands,
  helm,
  inspectEval,
  inspectJson,
  tauBench,
  claudeCodeSession,
  thoughtAnchors,
  sharegpt,
  gsm8kSocratic,
  questionSolution,
  reasonevalScores,
  prmbenchScores,
  ovmTokenValues,
  alpaca,
  messagesLabel,
  messages,
  chatMarkupText,
  text,
];

export const formatById = (id: string): TraceFormat | undefined => FORMATS.find((format) => format.id === id);

export const guessFormat = (sample: Sample): RankedGuess[] => rankFormats(sample, FORMATS);

/** For files dropped together: which formats claim them as one group. */
export const guessGroup = (files: readonly Sample[]): RankedGuess[] => rankGroups(files, FORMATS);
