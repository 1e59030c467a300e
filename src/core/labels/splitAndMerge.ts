import type { Judgement, Range, Verdict } from '../model';
import { sameValue } from './sameValue';

const clip = (spans: readonly Range[], { start, end }: Range): Range[] =>
  spans
    .map((span) => ({ start: Math.max(span.start, start), end: Math.min(span.end, end) }))
    .filter((span) => span.start < span.end);

const sizeOf = (spans: readonly Range[]) => spans.reduce((size, { start, end }) => size + end - start, 0);

/** What a judgement becomes when its passage is cut: correct and redundant stand on both halves, erroneous on
 *  the half with (most of) the error span, else on the first; the other half is unjudged. Both are marked
 *  *review*. A rewrite stays with the first half, or the erroneous one. */
export function splitJudgement(
  judgement: Judgement,
  first: Range,
  second: Range,
): [first: Judgement, second: Judgement] {
  const spans = [clip(judgement.spans, first), clip(judgement.spans, second)] as const;
  const { correction, ...rest } = judgement;
  const whole = correction === undefined ? rest : { ...rest, correction };
  const reviewed = (half: Judgement, i: 0 | 1): Judgement => ({ ...half, spans: spans[i], review: true });
  if (judgement.verdict !== 'erroneous') return [reviewed(whole, 0), reviewed(rest, 1)];
  const bare: Judgement = { by: judgement.by, categories: [], tags: [], ratings: {}, spans: [], refs: [] };
  const holdsFirst = sizeOf(spans[0]) >= sizeOf(spans[1]);
  return holdsFirst ? [reviewed(whole, 0), reviewed(bare, 1)] : [reviewed(bare, 0), reviewed(whole, 1)];
}

const WORST: readonly (Verdict | undefined)[] = ['erroneous', 'redundant', 'correct'];
const union = <T>(a: readonly T[], b: readonly T[]) => [...new Set([...a, ...b])];

interface Half {
  at: Range;
  judgement: Judgement | undefined;
}

/** Spans of both halves, in order; one that a cut parted is whole again. */
function mergeSpans(first: Half, second: Half): Range[] {
  const spans = [...(first.judgement?.spans ?? [])];
  for (const span of second.judgement?.spans ?? []) {
    const parted = spans.findIndex(({ end }) => end === first.at.end && span.start === second.at.start);
    if (parted < 0) spans.push(span);
    else spans[parted] = { start: spans[parted]!.start, end: span.end };
  }
  return spans;
}

/** What two judgements become when their passages are joined: the worst verdict (erroneous, redundant,
 *  correct); the rest united, a rewrite completed with the other half's own text. Where only one half was
 *  judged its verdict counts for both, marked *review*. */
export function mergeJudgements(raw: string, first: Half, second: Half): Judgement | undefined {
  const [a, b] = [first.judgement, second.judgement];
  if (a === undefined && b === undefined) return undefined;
  const both = [a, b].filter((one) => one !== undefined);
  const has = (flag: 'unsure' | 'badSplit' | 'review' | 'afterReveal') => both.some((one) => one[flag]);
  const verdict = WORST.find((one) => both.some((half) => half.verdict === one));
  const comments = union(
    [],
    both.map((one) => one.comment).filter((one) => one !== undefined),
  );
  const merged: Judgement = {
    by: both.some((one) => one.by === 'bulk') ? 'bulk' : (both[0]?.by ?? 'key'),
    categories: both.reduce<string[]>((all, one) => union(all, one.categories), []),
    tags: both.reduce<string[]>((all, one) => union(all, one.tags), []),
    ratings: { ...b?.ratings, ...a?.ratings },
    spans: mergeSpans(first, second),
    // Halves of one step hold the same ones.
    refs: both
      .flatMap((one) => one.refs)
      .filter((ref, i, all) => all.findIndex((other) => sameValue(other, ref)) === i),
  };
  if (verdict !== undefined) merged.verdict = verdict;
  for (const flag of ['unsure', 'badSplit', 'afterReveal'] as const) if (has(flag)) merged[flag] = true;
  if (has('review') || (a?.verdict === undefined) !== (b?.verdict === undefined)) {
    merged.review = true;
  }
  if (comments.length > 0) merged.comment = comments.join('\n\n');
  if (a?.correction !== undefined || b?.correction !== undefined) {
    const own = ({ at, judgement }: Half) => judgement?.correction ?? raw.slice(at.start, at.end);
    merged.correction = own(first) + raw.slice(first.at.end, second.at.start) + own(second);
  }
  return merged;
}
