import type { Edit, Hindsight, Judgement, LabelPack, Passage, TextKey, Verdict } from '../model';
import { REASONING_STEPS } from './packs';
import { sameValue } from './sameValue';

export type PassageEdit = Extract<Edit, { on: 'passage' }>;
export type TextEdit = Extract<Edit, { on: 'text' }>;
type Before = Judgement | undefined;

const NOTHING_SAID: Judgement = {
  by: 'key',
  categories: [],
  tags: [],
  ratings: {},
  spans: [],
  refs: [],
};

// `by` and `afterReveal` tell how something was said; alone they say nothing.
function saysNothing(judgement: Judgement): boolean {
  if (judgement.verdict !== undefined) return false;
  const { by: _by, afterReveal: _afterReveal, ...said } = judgement;
  return Object.values(said).every(
    (value) => value === undefined || (typeof value === 'object' && Object.keys(value).length === 0),
  );
}

// A key that leaves everything as it is makes no change.
function edit(at: Passage, before: Before, said: Judgement): PassageEdit | undefined {
  const after = saysNothing(said) ? undefined : said;
  return sameValue(before, after) ? undefined : { on: 'passage', at, before, after };
}

// Every builder gives undefined where nothing would change.

/** A verdict on a passage. It answers a review mark. Another verdict than before drops the categories that
 *  belong to the old one: "calculation" on a redundant step would mean nothing and 4–8 could not remove it. */
export function judge(
  at: Passage,
  before: Before,
  verdict: Verdict,
  by: Judgement['by'],
  afterReveal = false,
  pack: LabelPack = REASONING_STEPS,
): PassageEdit | undefined {
  const { review: _review, ...kept } = before ?? NOTHING_SAID;
  const after: Judgement = { ...kept, verdict, by };
  if (before?.verdict !== verdict) after.categories = fitting(kept.categories, verdict, pack);
  if (afterReveal) after.afterReveal = true;
  return edit(at, before, after);
}

const fitting = (categories: readonly string[], verdict: Verdict, pack: LabelPack) =>
  categories.filter((id) => (pack.categories.find((one) => one.id === id)?.under ?? verdict) === verdict);

/** Takes the verdict and its categories away; comment, tags, flags stay. Nothing left: no entry. */
export function clearVerdict(at: Passage, before: Before): PassageEdit | undefined {
  if (before === undefined) return undefined;
  const { verdict: _verdict, review: _review, ...kept } = before;
  return edit(at, before, { ...kept, categories: [] });
}

export function toggleCategory(at: Passage, before: Before, category: string): PassageEdit | undefined {
  const said = before ?? NOTHING_SAID;
  const categories = said.categories.includes(category)
    ? said.categories.filter((id) => id !== category)
    : [...said.categories, category];
  return edit(at, before, { ...said, categories });
}

export function toggleUnsure(at: Passage, before: Before): PassageEdit | undefined {
  const { unsure, ...said } = before ?? NOTHING_SAID;
  return edit(at, before, unsure ? said : { ...said, unsure: true });
}

export function toggleBadSplit(at: Passage, before: Before): PassageEdit | undefined {
  const { badSplit, ...said } = before ?? NOTHING_SAID;
  return edit(at, before, badSplit ? said : { ...said, badSplit: true });
}

/** The text is kept as it was typed; a blank one is none. */
export function setComment(at: Passage, before: Before, text: string | undefined): PassageEdit | undefined {
  const { comment: _comment, ...said } = before ?? NOTHING_SAID;
  return edit(at, before, text === undefined || text.trim() === '' ? said : { ...said, comment: text });
}

/** Ends the work on a text; `comment` is the reason for a bad problem or giving up. */
export function finishText(
  at: TextKey,
  before: Hindsight | undefined,
  finish: NonNullable<Hindsight['finish']>,
  comment?: string,
): TextEdit | undefined {
  const said = before ?? { ledNowhere: [], correctedAt: [], quality: {} };
  const after: Hindsight = { ...said, finish };
  if (comment !== undefined && comment.trim() !== '') after.comment = comment;
  return sameValue(before, after) ? undefined : { on: 'text', at, before, after };
}

export function reveal(at: TextKey): Edit {
  return { on: 'reveal', at };
}
