// The ways to cut a text into steps, their parameters and the switches all of them share.

import * as v from 'valibot';
import type { Strategy } from '../model';

export type StrategyId =
  | 'auto'
  | 'given'
  | 'marker'
  | 'numbered'
  | 'blank'
  | 'line'
  | 'sentence'
  | 'cue'
  | 'turns'
  | 'pasted'
  | 'none';

export interface StrategyInfo {
  id: StrategyId;
  title: string;
  /** Where it cuts, in a sentence. */
  because: string;
}

export const STRATEGIES: readonly StrategyInfo[] = [
  { id: 'auto', title: 'Automatic', because: 'Picks one for the whole file from its first 50 traces.' },
  { id: 'given', title: 'As the file says', because: 'The steps that the file itself delimits.' },
  { id: 'blank', title: 'Blank lines', because: 'Cuts at blank lines, as ProcessBench and R1 tools do.' },
  { id: 'line', title: 'Lines', because: 'Every line is a step, as in PRM800K.' },
  { id: 'sentence', title: 'Sentences', because: 'Cuts after each sentence.' },
  {
    id: 'numbered',
    title: 'Numbered steps',
    because: 'Cuts before "Step 1", "Step 2" or 1. 2. 3. in order.',
  },
  { id: 'marker', title: 'Step markers', because: 'Cuts at a marker such as ки or <extra_0>.' },
  {
    id: 'cue',
    title: 'Turns of thought',
    because: 'Cuts before Wait, Hmm, Alternatively, But, 等等 and kin.',
  },
  { id: 'turns', title: 'Turns', because: 'A turn, or a Thought / Action line, is a step.' },
  { id: 'pasted', title: 'Pasted', because: 'Boundaries that were pasted in; their text must match.' },
  { id: 'none', title: 'Whole text', because: 'Cuts only where a zone ends.' },
];

/** A strategy's name for a person. */
export function strategyTitle({ strategy }: Strategy): string {
  return STRATEGIES.find(({ id }) => id === strategy)?.title ?? strategy;
}

const VERSION = 1;

export function strategyOf(id: StrategyId, params: Record<string, unknown> = {}): Strategy {
  return { strategy: id, params, version: VERSION };
}

export const MARKERS: readonly string[] = ['ки', '<extra_0>', '<prm>'];

const nonEmpty = v.pipe(v.string(), v.minLength(1));
const fallback = <const T extends v.GenericSchema>(schema: T, value: v.InferOutput<T>) =>
  v.optional(v.fallback(schema, value), value as never);

export const TAG_KINDS = ['thinking', 'response', 'answer', 'call', 'result', 'perception'] as const;

const ParamsSchema = v.object({
  /** marker: the strings between steps. */
  markers: fallback(v.array(nonEmpty), [...MARKERS]),
  /** cue: words that open a step, in place of the built-in ones. */
  cues: v.optional(v.fallback(v.array(nonEmpty), [])),
  /** pasted: the text of each step, in order. */
  steps: fallback(v.array(v.string()), []),
  /** Tags of the person's own. */
  tags: fallback(
    v.array(
      v.object({
        open: nonEmpty,
        close: nonEmpty,
        kind: v.picklist(TAG_KINDS),
      }),
    ),
    [],
  ),
  /** A paragraph of nothing but formula or code joins the one before. */
  joinFormulas: fallback(v.boolean(), false),
  /** A heading joins what follows. */
  joinHeadings: fallback(v.boolean(), false),
  /** A step shorter than this many units joins the one before, the first of a zone the next; 0: none does. */
  joinShorter: fallback(v.pipe(v.number(), v.minValue(0)), 0),
  /** A list is one step, one step per item, or whatever the strategy makes of it. */
  lists: fallback(v.picklist(['asIs', 'one', 'items']), 'asIs'),
});
export type SplitParams = v.InferOutput<typeof ParamsSchema>;

/** Parameters may come from a file or a link: what does not fit falls back to its default. */
export function readParams(strategy: Strategy): SplitParams {
  return v.parse(ParamsSchema, strategy.params);
}
