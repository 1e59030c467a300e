// What `auto` decides: one strategy for a whole file or problem, from its first traces, so that rollouts which
// share a prefix share its steps.

import type { Strategy } from '../model';
import { RuleSplit } from './ruleSplit';
import type { SplitInput } from './ruleSplit';
import { stepRanges } from './segmentation';
import { MARKERS, strategyOf } from './strategies';
import type { StrategyId } from './strategies';

const MOST_TRACES = 50;
/** The beginning of a trace says enough. */
const MOST_UNITS = 100_000;
const STEP_LINE = /^[#*_ \t]*(?:step|步骤|第)[ \t]?[\d一二三四五六七八九十]/i;
const SHARE_OF_FORMULAS = 0.1;

export interface GuessedStrategy {
  strategy: Strategy;
  /** A sentence with its numbers, shown to the person. */
  because: string;
}

export function guessStrategy(sample: readonly SplitInput[]): GuessedStrategy {
  const traces = sample.slice(0, MOST_TRACES);
  const given = traces.filter((trace) => trace.given?.length).length;
  if (given > 0)
    return guessed('given', `the file itself gives the steps of ${given} of ${traces.length} traces`);
  const texts = traces.map(({ raw, zones }) => shortened(raw, zones)).filter(({ raw }) => raw.trim() !== '');
  const of = texts.length;
  const marked = texts.filter(({ raw }) => markersIn(raw) >= 2).length;
  if (marked * 2 > of) return guessed('marker', `${marked} of ${of} traces have markers between their steps`);
  const numbered = texts.filter(hasNumberedSteps).length;
  if (numbered * 3 > of * 2)
    return guessed('numbered', `${numbered} of ${of} traces count "Step 1", "Step 2"…`);
  const paragraphs = countsOf(texts, strategyOf('blank'));
  if (median(paragraphs) >= 3) return inParagraphs(texts, paragraphs);
  const lines = median(countsOf(texts, strategyOf('line')));
  if (lines >= 3)
    return guessed('line', `traces have few paragraphs, and half of them ${lines} lines or more`);
  const sentences = median(countsOf(texts, strategyOf('sentence')));
  if (sentences >= 3)
    return guessed('sentence', `traces have few lines, and half of them ${sentences} sentences or more`);
  return guessed('blank', of === 0 ? 'there is no text to go by' : 'traces are too short for anything finer');
}

const guessed = (id: StrategyId, because: string, params: Record<string, unknown> = {}): GuessedStrategy => ({
  strategy: strategyOf(id, params),
  because: `${because[0]!.toUpperCase()}${because.slice(1)}.`,
});

/** A formula in a paragraph of its own says nothing alone: where there are many, they stay with what leads up to
 *  them, and headings with what follows. */
function inParagraphs(texts: readonly SplitInput[], paragraphs: readonly number[]): GuessedStrategy {
  const because = `half of the traces have ${median(paragraphs)} paragraphs or more`;
  const params = { joinFormulas: true, joinHeadings: true };
  const joined = sum(countsOf(texts, strategyOf('blank', params)));
  const all = sum(paragraphs);
  if (all - joined < all * SHARE_OF_FORMULAS) return guessed('blank', because);
  const share = `${all - joined} of ${all} paragraphs are only a formula, code or a heading and join their neighbour`;
  return guessed('blank', `${because}; ${share}`, params);
}

function shortened(raw: string, zones: SplitInput['zones']): SplitInput {
  if (raw.length <= MOST_UNITS) return { raw, zones };
  const inside = zones.filter(({ start }) => start < MOST_UNITS);
  return {
    raw: raw.slice(0, MOST_UNITS),
    zones: inside.map((zone) => ({ ...zone, end: Math.min(zone.end, MOST_UNITS) })),
  };
}

function markersIn(raw: string): number {
  return Math.max(...MARKERS.map((marker) => (raw.includes(marker) ? raw.split(marker).length - 1 : 0)));
}

function hasNumberedSteps(trace: SplitInput): boolean {
  const steps = stepsOf(trace, strategyOf('numbered'));
  const named = steps.filter(({ start, end }) =>
    STEP_LINE.test(trace.raw.slice(start, Math.min(end, start + 40))),
  );
  return named.length >= 2;
}

function stepsOf(trace: SplitInput, strategy: Strategy) {
  const { scan, writer } = new RuleSplit(trace, strategy);
  scan.advance(Infinity);
  return stepRanges(writer.ranges.toSegmentation(strategy, trace.raw.length));
}

const countsOf = (texts: readonly SplitInput[], strategy: Strategy) =>
  texts.map((text) => stepsOf(text, strategy).length);
const sum = (counts: readonly number[]) => counts.reduce((total, count) => total + count, 0);
const median = (counts: readonly number[]) =>
  counts.toSorted((a, b) => a - b)[Math.floor(counts.length / 2)] ?? 0;
