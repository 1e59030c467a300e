// Where a person may cut a step by hand.

import type { Range } from '../model';
import { RuleSplit } from './ruleSplit';
import { stepRanges } from './segmentation';
import { strategyOf } from './strategies';
import { isLegalCut, trimmed } from './whiteSpace';

export type CutUnit = 'word' | 'sentence' | 'line';

/** Ascending offsets inside `range` where a new step may begin. Sentences and lines keep formulas and code whole;
 *  words do not: what is protected may have been taken wrongly, and then only a person can cut it. */
export function legalCuts(raw: string, range: Range, by: CutUnit): number[] {
  const whole = trimmed(raw, range.start, range.end);
  if (!whole) return [];
  const starts = by === 'word' ? wordStarts(raw, whole) : ruleStarts(raw, whole, by);
  return starts.filter((at) => at > whole.start && at < whole.end);
}

function ruleStarts(raw: string, range: Range, by: 'sentence' | 'line'): number[] {
  // A perception zone is cut like a response, but no tags or answers are looked for in it.
  const zones = [{ kind: 'perception' as const, ...range }];
  const strategy = strategyOf(by);
  const { scan, writer } = new RuleSplit({ raw, zones }, strategy);
  scan.advance(Infinity);
  return stepRanges(writer.ranges.toSegmentation(strategy, raw.length)).map(({ start }) => start);
}

/** A person cuts one step at a time, so the slow and exact segmenter will do. */
function wordStarts(raw: string, { start, end }: Range): number[] {
  const words = new Intl.Segmenter(undefined, { granularity: 'word' });
  const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });
  const text = raw.slice(start, end);
  const whole = new Set<number>();
  for (const { index } of graphemes.segment(text)) whole.add(index);
  const starts: number[] = [];
  for (const { index, segment } of words.segment(text)) {
    const at = start + index;
    if (segment.trim() !== '' && whole.has(index) && isLegalCut(raw, at)) starts.push(at);
  }
  return starts;
}
