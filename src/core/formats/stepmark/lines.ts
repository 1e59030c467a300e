// Stepmark's own files: JSON Lines, one of these a line.
//
//   {"stepmark":1,"kind":"head","offsets":"codepoint","packs":[…],"protocols":[…]}
//   {"kind":"trace","problem":{"prompt","options"?,"system"?,"tools"?,"answer"?,"solution"?,"fileId"?,"key"?,"assets"?},
//    "raw","projection","zones":[{"at":[s,e],"kind",…}],"given"?:[[s,e]…],"assets"?,"turns"?,
//    "strategy":{…},"ranges":[[s,e,"step"|"marker"|"gap"]…],
//    "row":{"generator"?,"outcome"?,"ownAnswer"?,"scores"?,"meta"?,"given"?},
//    "judgements":[{"annotator","step",…}]}
//   {"kind":"tree","problem":{…},"nodes":[{"parent","text","lead",…}],"values":[…],…}
//   {"kind":"change","change":{…}}
//
// Offsets in trace lines are code points, in changes UTF-16. `problem.key` is needed where there is no prompt: a
// file's id under another format cannot be keyed again from here. A line per row: equal texts may repeat.
// `judgements` are what the log says, resolved for other tools; reading takes the labels from the changes alone,
// so that nobody's word is counted twice. A labels file is a head and changes.

import * as v from 'valibot';
import type { ProblemKey, ZoneKind } from '../../model';
import { ChangeSchema, StrategySchema } from './changeSchema';

export const STEPMARK_VERSION = 1;

const Offset = v.pipe(v.number(), v.integer(), v.minValue(0));
const Span = v.tuple([Offset, Offset]);
const Text = v.exactOptional(v.string());
const ZONE_KINDS = [
  'thinking',
  'response',
  'call',
  'result',
  'perception',
  'answer',
  'user',
  'marker',
] as const satisfies ZoneKind[];

const AssetSchema = v.object({
  /** An offset in the text it belongs to. */
  at: v.exactOptional(Offset),
  hash: v.string(),
  mime: v.string(),
  dataUrl: Text,
  remoteUrl: Text,
});
const ProblemSchema = v.object({
  prompt: v.string(),
  options: v.exactOptional(v.array(v.string())),
  system: Text,
  tools: Text,
  answer: Text,
  solution: Text,
  fileId: Text,
  key: v.exactOptional(v.custom<ProblemKey>((key) => typeof key === 'string' && key !== '')),
  assets: v.exactOptional(v.array(AssetSchema)),
});
const ZoneSchema = v.object({
  at: Span,
  kind: v.picklist(ZONE_KINDS),
  turn: v.exactOptional(Offset),
  name: Text,
  callId: Text,
  parent: v.exactOptional(Offset),
  truncated: v.exactOptional(v.literal(true)),
});
const LabelSchema = v.object({
  source: v.string(),
  origin: v.picklist(['human', 'rule', 'model', 'unknown']),
  annotator: Text,
  verdict: v.exactOptional(v.picklist(['correct', 'redundant', 'erroneous'])),
  raw: v.nullable(v.union([v.string(), v.number(), v.boolean()])),
  unsure: v.exactOptional(v.literal(true)),
  categories: v.array(v.string()),
  comment: Text,
  correction: Text,
  spans: v.array(Span),
});
const ScoreSchema = v.object({
  source: v.string(),
  on: v.union([Span, v.literal('trace')]),
  value: v.number(),
  range: v.exactOptional(v.tuple([v.number(), v.number()])),
});

export const HeadLineSchema = v.looseObject({
  stepmark: v.number(),
  kind: v.literal('head'),
  offsets: v.literal('codepoint'),
  packs: v.array(v.unknown()),
  protocols: v.array(v.unknown()),
});
export const TraceLineSchema = v.object({
  kind: v.literal('trace'),
  problem: ProblemSchema,
  raw: v.string(),
  projection: v.string(),
  zones: v.array(ZoneSchema),
  given: v.exactOptional(v.array(Span)),
  assets: v.exactOptional(v.array(AssetSchema)),
  turns: v.exactOptional(Offset),
  strategy: StrategySchema,
  ranges: v.array(v.tuple([Offset, Offset, v.picklist(['step', 'marker', 'gap'])])),
  row: v.object({
    generator: Text,
    outcome: v.exactOptional(v.union([v.boolean(), v.number()])),
    ownAnswer: Text,
    scores: v.exactOptional(v.array(ScoreSchema)),
    meta: v.exactOptional(v.record(v.string(), v.unknown())),
    given: v.exactOptional(
      v.array(v.object({ ...LabelSchema.entries, on: v.union([Span, v.literal('text')]) })),
    ),
  }),
  /** For other tools; see above. */
  judgements: v.exactOptional(v.array(v.looseObject({ annotator: v.string(), step: Offset }))),
});
const MaybeNumber = v.nullable(v.number());
export const TreeLineSchema = v.object({
  kind: v.literal('tree'),
  problem: ProblemSchema,
  /** Node 0 is the problem. `text` holds its first `lead` units, the join before the node. */
  nodes: v.array(
    v.object({
      parent: v.pipe(v.number(), v.integer(), v.minValue(-1)),
      text: v.string(),
      lead: Offset,
      author: v.exactOptional(v.picklist(['model', 'human'])),
      chosenChild: v.exactOptional(Offset),
      terminal: v.exactOptional(v.literal(true)),
    }),
  ),
  extraParents: v.exactOptional(v.array(v.tuple([Offset, Offset]))),
  values: v.array(
    v.object({
      name: v.string(),
      policy: Text,
      on: v.picklist(['node', 'edge']),
      means: v.picklist(['mc', 'v', 'q', 'prior', 'visits', 'reward']),
      range: v.exactOptional(v.tuple([v.number(), v.number()])),
      /** null: not given. */
      data: v.array(MaybeNumber),
      c: v.exactOptional(v.array(MaybeNumber)),
      k: v.exactOptional(v.array(MaybeNumber)),
      computedBy: Text,
      placeholders: v.exactOptional(Offset),
    }),
  ),
  given: v.exactOptional(v.array(v.tuple([Offset, LabelSchema]))),
  order: v.exactOptional(v.array(v.number())),
});
export const ChangeLineSchema = v.object({ kind: v.literal('change'), change: ChangeSchema });

export type HeadLine = v.InferOutput<typeof HeadLineSchema>;
export type TraceLine = v.InferOutput<typeof TraceLineSchema>;
export type TreeLine = v.InferOutput<typeof TreeLineSchema>;
export type ChangeLine = v.InferOutput<typeof ChangeLineSchema>;
export type StepmarkLine = HeadLine | TraceLine | TreeLine | ChangeLine;
