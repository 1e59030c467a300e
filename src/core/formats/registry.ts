// Every format Stepmark opens. A new one is a file in this folder and a line here; where signs are equally
// strong the earlier line wins.

import type { Sample, TraceFormat } from './format';
import { rankFormats } from './rankFormats';
import type { RankedGuess } from './rankFormats';
import { messages } from './messages';
import { prm800k } from './prm800k';
import { processbench } from './processbench';
import { text } from './text';

export const FORMATS: readonly TraceFormat[] = [prm800k, processbench, messages, text];

export const formatById = (id: string): TraceFormat | undefined => FORMATS.find((format) => format.id === id);

export const guessFormat = (sample: Sample): RankedGuess[] => rankFormats(sample, FORMATS);
