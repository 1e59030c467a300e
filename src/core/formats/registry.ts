// Every format Stepmark opens. A new one is a file in this folder and a line here; where signs are equally
// strong the earlier line wins.

import type { Sample, TraceFormat } from './format';
import { rankFormats } from './rankFormats';
import type { RankedGuess } from './rankFormats';
import { gsm8kSolutions } from './gsm8kSolutions';
import { mathShepherd } from './mathShepherd';
import { messages } from './messages';
import { omegaprmTree } from './omegaprmTree';
import { prm800k } from './prm800k';
import { processbench } from './processbench';
import { stepmark } from './stepmark';
import { text } from './text';
import { totSamples } from './totSamples';
import { trlStepwise } from './trlStepwise';

export const FORMATS: readonly TraceFormat[] = [
  stepmark,
  prm800k,
  processbench,
  mathShepherd,
  trlStepwise,
  gsm8kSolutions,
  totSamples,
  omegaprmTree,
  messages,
  text,
];

export const formatById = (id: string): TraceFormat | undefined => FORMATS.find((format) => format.id === id);

export const guessFormat = (sample: Sample): RankedGuess[] => rankFormats(sample, FORMATS);
