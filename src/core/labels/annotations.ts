import type { PassageId } from '../identity';
import type {
  Cuts,
  Hindsight,
  Judgement,
  Passage,
  Preference,
  SplitTarget,
  Strategy,
  TextKey,
} from '../model';

/** All that one scope (annotator, protocol, pack, round) said: the fold of its changes. Never mutated. */
export interface Annotations {
  passages: ReadonlyMap<PassageId, { at: Passage; judgement: Judgement }>;
  texts: ReadonlyMap<TextKey, Hindsight>;
  cuts: ReadonlyMap<PassageId, { at: Passage; cuts: Cuts }>;
  splits: ReadonlyMap<SplitTarget, Strategy>;
  preferences: readonly Preference[];
}

export const NO_ANNOTATIONS: Annotations = {
  passages: new Map(),
  texts: new Map(),
  cuts: new Map(),
  splits: new Map(),
  preferences: [],
};
