// From a sample of records nobody has a reader for to a mapping that reads them (formats.md §4.2). It gives its
// reasons and decides nothing: a person sees all of it and can change all of it.

import type { Sample } from '../../format';
import { mappedFormat } from '../mapped';
import { readMapping } from '../mappingSchema';
import type { CheckedMapping } from '../mappingSchema';
import type { Draft } from './draft';
import { bodyDraft, stepRowsDraft } from './draftTraces';
import { nodeRows, treeDraft } from './draftTrees';
import { findRows } from './findRows';
import { guessBody, levelOf } from './guessBody';
import type { Level } from './guessBody';
import { guessStepRows } from './guessGroups';
import { findMessages } from './guessTurns';
import { areNodes, guessTree } from './guessTree';
import { labelValues } from '../labelValues';
import type { LabelValue } from '../labelValues';
import type { FieldReason } from './reasons';

export interface MappingGuess {
  /** Complete and valid; its labels are of unknown origin until a person says whose they are. */
  mapping: CheckedMapping;
  /** 0–1: the share of sampled records that the mapping reads a trace or tree from. */
  score: number;
  /** One sentence with its numbers. */
  because: string;
  /** Why each field, in the order of the mapping; `ask`: the sample does not settle it. */
  reasons: FieldReason[];
  /** Fields of the rows that the mapping leaves alone; they stay in the raw record. */
  unmapped: string[];
  /** Label values that the mapping's table does not know, most frequent first. */
  missing: LabelValue[];
}
const MAX_RECORDS = 200;
const GUESSED_NAME = 'guessed';

/** undefined: nothing in the records looks like a trace. */
export function guessMapping({ container, records }: Sample): MappingGuess | undefined {
  const sample = records.slice(0, MAX_RECORDS);
  const rows = findRows(sample);
  const draft = draftOf(levelOf(rows.rows), container, rows.path);
  if (!draft) return undefined;
  const checked = readMapping({ stepmarkMapping: 1, name: GUESSED_NAME, ...draft.mapping });
  if (!checked.ok) return undefined;
  const mapping = checked.value;
  const { score, because } = mappedFormat(mapping).guess({ container, records: sample });
  if (score === 0) return undefined;
  return {
    mapping,
    score,
    because: `${because}: ${draft.reasons
      .slice(0, 2)
      .map((reason) => reason.because)
      .join('; ')}`,
    reasons: draft.reasons,
    unmapped: draft.unmapped,
    missing: labelValues(mapping, sample).filter(({ verdict }) => verdict === undefined),
  };
}

function draftOf(level: Level, container: string, rows: string): Draft | undefined {
  const nodes = areNodes(level);
  if (nodes) return nodeRows(level, nodes);
  const tree = guessTree(level);
  // Events with ids beside a conversation are no search tree.
  const isTree = tree && (tree.rootText !== undefined || !findMessages(level));
  if (isTree) return treeDraft(level, tree, container, rows);
  const stepRows = guessStepRows(level);
  if (stepRows) return stepRowsDraft(level, stepRows, rows);
  const body = guessBody(level);
  return body && bodyDraft(level, body, container, rows);
}
