import type { LabelPack } from '../../model';
import { packIdentity } from '../packIdentity';
import { REASONING_STEPS } from '../reasoningSteps';
import { PRM800K_RATINGS } from './prm800k';
import { SAFETY } from './safety';
import { TOOL_USE } from './toolUse';

/** In use until another is chosen: the first. */
export const SHIPPED_PACKS: readonly LabelPack[] = [REASONING_STEPS, PRM800K_RATINGS, TOOL_USE, SAFETY];

export const isShippedPack = (pack: LabelPack): boolean =>
  SHIPPED_PACKS.some((one) => packIdentity(one) === packIdentity(pack));
