// What depends on what follows belongs to one whole text, never to a passage that others share.

import { passageId } from '../identity';
import type { Hindsight, Passage, TextKey } from '../model';
import type { TextEdit } from './edits';
import { sameValue } from './sameValue';

type Before = Hindsight | undefined;
const NOTHING_SAID: Hindsight = { ledNowhere: [], correctedAt: [], quality: {} };

// Every builder gives undefined where nothing would change.
function edit(at: TextKey, before: Before, said: Hindsight): TextEdit | undefined {
  const after = sameValue(said, NOTHING_SAID) ? undefined : said;
  return sameValue(before, after) ? undefined : { on: 'text', at, before, after };
}

const isSame = (a: Passage, b: Passage) => passageId(a) === passageId(b);

/** The step that puts an erroneous one right; said again it is taken back, another step takes its place. */
export function toggleCorrectedAt(
  at: TextKey,
  before: Before,
  wrong: Passage,
  fix: Passage,
): TextEdit | undefined {
  const said = before ?? NOTHING_SAID;
  const others = said.correctedAt.filter(([one]) => !isSame(one, wrong));
  const isThere = said.correctedAt.some(([one, by]) => isSame(one, wrong) && isSame(by, fix));
  return edit(at, before, { ...said, correctedAt: isThere ? others : [...others, [wrong, fix]] });
}

/** The first step behind which nothing more was needed; said again it is taken back. */
export function toggleStopAt(at: TextKey, before: Before, step: Passage): TextEdit | undefined {
  const { stopAt, ...said } = before ?? NOTHING_SAID;
  return edit(at, before, stopAt !== undefined && isSame(stopAt, step) ? said : { ...said, stopAt: step });
}

export function toggleLedNowhere(at: TextKey, before: Before, step: Passage): TextEdit | undefined {
  const said = before ?? NOTHING_SAID;
  const others = said.ledNowhere.filter((one) => !isSame(one, step));
  const isThere = others.length < said.ledNowhere.length;
  return edit(at, before, { ...said, ledNowhere: isThere ? others : [...others, step] });
}

/** A verdict on the trace as a whole; the same one again takes it back. */
export function toggleTraceVerdict(
  at: TextKey,
  before: Before,
  verdict: NonNullable<Hindsight['verdict']>,
): TextEdit | undefined {
  const { verdict: is, ...said } = before ?? NOTHING_SAID;
  return edit(at, before, is === verdict ? said : { ...said, verdict });
}

/** A rating of the whole trace that the pack defines; undefined takes it back. */
export function rateTrace(
  at: TextKey,
  before: Before,
  rating: string,
  value: number | undefined,
): TextEdit | undefined {
  const said = before ?? NOTHING_SAID;
  const { [rating]: _is, ...rest } = said.quality;
  return edit(at, before, { ...said, quality: value === undefined ? rest : { ...rest, [rating]: value } });
}

/** Ends the work on a text; `comment` is the reason for a bad problem or giving up. */
export function finishText(
  at: TextKey,
  before: Before,
  finish: NonNullable<Hindsight['finish']>,
  comment?: string,
): TextEdit | undefined {
  const said: Hindsight = { ...(before ?? NOTHING_SAID), finish };
  if (comment !== undefined && comment.trim() !== '') said.comment = comment;
  return edit(at, before, said);
}
