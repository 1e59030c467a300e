// A change as it stands in a labels file: JSON leaves out what is undefined. Its offsets are UTF-16.

import * as v from 'valibot';
import type { Change, Edit, SplitTarget, TextKey, Writer } from '../../model';

const Count = v.pipe(v.number(), v.integer(), v.minValue(0));
const TextKeySchema = v.custom<TextKey>((key) => typeof key === 'string' && key !== '');
const WriterSchema = v.custom<Writer>((writer) => typeof writer === 'string' && writer !== '');
const SplitTargetSchema = v.custom<SplitTarget>((of) => typeof of === 'string' && of !== '');
const RangeSchema = v.object({ start: Count, end: Count });
const PassageSchema = v.object({ upTo: TextKeySchema, start: Count, end: Count });
const Yes = v.exactOptional(v.literal(true));
const VerdictSchema = v.picklist(['correct', 'redundant', 'erroneous']);
const Numbers = v.record(v.string(), v.number());
const Words = v.array(v.string());

const JudgementSchema = v.object({
  verdict: v.exactOptional(VerdictSchema),
  by: v.picklist(['key', 'bulk', 'adjudication']),
  unsure: Yes,
  badSplit: Yes,
  review: Yes,
  afterReveal: Yes,
  categories: Words,
  tags: Words,
  ratings: Numbers,
  spans: v.array(RangeSchema),
  comment: v.exactOptional(v.string()),
  correction: v.exactOptional(v.string()),
  refs: v.array(RangeSchema),
});
const HindsightSchema = v.object({
  ledNowhere: v.array(PassageSchema),
  correctedAt: v.array(v.tuple([PassageSchema, PassageSchema])),
  stopAt: v.exactOptional(PassageSchema),
  verdict: v.exactOptional(v.picklist(['correct', 'erroneous'])),
  quality: Numbers,
  finish: v.exactOptional(v.picklist(['done', 'partial', 'bad_problem', 'give_up'])),
  comment: v.exactOptional(v.string()),
});
export const StrategySchema = v.object({
  strategy: v.string(),
  params: v.record(v.string(), v.unknown()),
  version: v.number(),
});
const PreferenceSchema = v.object({
  better: PassageSchema,
  worse: PassageSchema,
  principle: v.exactOptional(v.string()),
});
const CutsSchema = v.object({ added: v.array(Count), removed: v.array(Count) });

const EditSchema = v.variant('on', [
  v.object({
    on: v.literal('passage'),
    at: PassageSchema,
    before: v.optional(JudgementSchema),
    after: v.optional(JudgementSchema),
  }),
  v.object({
    on: v.literal('text'),
    at: TextKeySchema,
    before: v.optional(HindsightSchema),
    after: v.optional(HindsightSchema),
  }),
  v.object({
    on: v.literal('split'),
    of: SplitTargetSchema,
    before: v.optional(StrategySchema),
    after: v.optional(StrategySchema),
  }),
  v.object({ on: v.literal('cuts'), at: PassageSchema, before: CutsSchema, after: CutsSchema }),
  v.object({
    on: v.literal('preference'),
    before: v.optional(PreferenceSchema),
    after: v.optional(PreferenceSchema),
  }),
  v.object({ on: v.literal('reveal'), at: TextKeySchema }),
]);

/** In an edit an absent side is `undefined`, not missing. */
function withBothSides(edit: v.InferOutput<typeof EditSchema>): Edit {
  switch (edit.on) {
    case 'passage':
      return { ...edit, before: edit.before, after: edit.after };
    case 'text':
      return { ...edit, before: edit.before, after: edit.after };
    case 'split':
      return { ...edit, before: edit.before, after: edit.after };
    case 'preference':
      return { ...edit, before: edit.before, after: edit.after };
    case 'cuts':
    case 'reveal':
      return edit;
  }
}

export const ChangeSchema: v.GenericSchema<unknown, Change> = v.object({
  writer: WriterSchema,
  n: v.pipe(v.number(), v.integer(), v.minValue(1)),
  at: v.number(),
  activeMs: v.number(),
  command: v.string(),
  scope: v.object({ annotator: v.string(), protocol: v.string(), pack: v.string(), round: v.number() }),
  problems: v.array(SplitTargetSchema),
  edits: v.array(v.pipe(EditSchema, v.transform(withBothSides))),
  undoes: v.exactOptional(v.tuple([WriterSchema, v.number()])),
  bare: v.array(TextKeySchema),
  quotes: v.record(v.string(), v.string()),
});
