import type { Edit, Judgement, LabelPack, Passage, Range, TextKey, Verdict, Preference } from '../model';
import { REASONING_STEPS } from './reasoningSteps';
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
  // A span says what is wrong.
  if (verdict !== 'erroneous') after.spans = [];
  if (afterReveal) after.afterReveal = true;
  return edit(at, before, after);
}

const fitting = (categories: readonly string[], verdict: Verdict, pack: LabelPack) =>
  categories.filter((id) => (pack.categories.find((one) => one.id === id)?.under ?? verdict) === verdict);

/** Erroneous, and which stretch of the text it is. Stretches that touch become one. */
export function judgeSpan(
  at: Passage,
  before: Before,
  span: Range,
  afterReveal = false,
  pack: LabelPack = REASONING_STEPS,
): PassageEdit | undefined {
  const judged = judge(at, before, 'erroneous', 'key', afterReveal, pack)?.after ?? before;
  return judged && edit(at, before, { ...judged, spans: united([...judged.spans, span]) });
}

function united(spans: readonly Range[]): Range[] {
  const all: Range[] = [];
  for (const span of spans.toSorted((a, b) => a.start - b.start)) {
    const last = all.at(-1);
    if (last !== undefined && span.start <= last.end) {
      all[all.length - 1] = { start: last.start, end: Math.max(last.end, span.end) };
    } else all.push(span);
  }
  return all;
}

/** Takes the verdict, its categories and spans away; comment, tags, flags stay. Nothing left: no entry. */
export function clearVerdict(at: Passage, before: Before): PassageEdit | undefined {
  if (before === undefined) return undefined;
  const { verdict: _verdict, review: _review, ...kept } = before;
  return edit(at, before, { ...kept, categories: [], spans: [] });
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

/** What the step should have said. The same as it says: none. */
export function setCorrection(
  at: Passage,
  before: Before,
  text: string,
  original: string,
): PassageEdit | undefined {
  const { correction: _correction, ...said } = before ?? NOTHING_SAID;
  return edit(at, before, text === original ? said : { ...said, correction: text });
}

export function toggleTag(at: Passage, before: Before, tag: string): PassageEdit | undefined {
  const said = before ?? NOTHING_SAID;
  const tags = said.tags.includes(tag) ? said.tags.filter((one) => one !== tag) : [...said.tags, tag];
  return edit(at, before, { ...said, tags });
}

/** A rating of the step that the pack defines; undefined takes it back. */
export function rateStep(
  at: Passage,
  before: Before,
  rating: string,
  value: number | undefined,
): PassageEdit | undefined {
  const said = before ?? NOTHING_SAID;
  const { [rating]: _is, ...rest } = said.ratings;
  return edit(at, before, { ...said, ratings: value === undefined ? rest : { ...rest, [rating]: value } });
}

/** Which of two siblings is better; `choice` undefined takes the preference back. A blank principle is none. */
export function setPreference(
  before: Preference | undefined,
  better: Passage,
  worse: Passage,
  choice: { principle?: string } | undefined,
): Edit | undefined {
  const principle = choice?.principle?.trim() ?? '';
  const after =
    choice === undefined ? undefined : { better, worse, ...(principle === '' ? {} : { principle }) };
  return sameValue(before, after) ? undefined : { on: 'preference', before, after };
}

export function reveal(at: TextKey): Edit {
  return { on: 'reveal', at };
}
