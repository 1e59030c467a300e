import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  applyCuts,
  assertCovers,
  findZones,
  guessStrategy,
  splitIncrementally,
  splitSteps,
  stepRanges,
  strategyOf,
} from '../../../src/core/segment';
import type { Segmentation, Strategy } from '../../../src/core/model';
import { GAP } from '../../../src/core/model';
import {
  aBlock,
  aFork,
  aForkedConversation,
  anInlineRegion,
  aRuleStrategy,
  aText,
  aTrace,
} from './arbitraries';

/** `HUNT=3` looks for new counterexamples with another seed, twenty times as long. */
const HUNT = Number(process.env['HUNT'] ?? 0);
const runs = (numRuns: number) => ({ seed: 5 + HUNT, numRuns: HUNT > 0 ? numRuns * 20 : numRuns });
const RUNS = runs(1_500);
const PATIENT = HUNT > 0 ? 3_600_000 : 60_000;
const split = (raw: string, strategy: Strategy) => splitSteps({ raw, zones: [] }, strategy);
const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });
/** Where characters as a person sees them begin and end. */
const edgesOf = (raw: string) =>
  new Set([...graphemes.segment(raw)].map(({ index }) => index).concat(raw.length));

/** Starts of steps and markers before `limit`. */
function startsBefore({ bounds, kinds }: Segmentation, limit: number): number[] {
  return [...bounds.subarray(0, kinds.length)].filter((start, i) => kinds[i] !== GAP && start < limit);
}

/** Two texts that begin alike may still disagree about the last start before they part: a tag, a cue or a short
 *  piece may not be whole yet. All before it must be equal. */
function expectAgreementBut1(one: Segmentation, other: Segmentation, fork: number): void {
  const a = startsBefore(one, fork);
  const b = startsBefore(other, fork);
  let same = 0;
  while (same < a.length && a[same] === b[same]) same++;
  if (same < Math.max(a.length, b.length) - 1) throw new Error(`${a.join()} and ${b.join()}`);
}

test(
  'joining all ranges gives the text back, and no range is empty',
  () => {
    fc.assert(
      fc.property(aTrace, aRuleStrategy, (trace, strategy) => {
        const { bounds, kinds } = splitSteps(trace, strategy);
        const pieces = [...kinds].map((_, i) => trace.raw.slice(bounds[i], bounds[i + 1]));
        expect(pieces.join('')).toBe(trace.raw);
        expect(pieces).not.toContain('');
        assertCovers(trace.raw, splitSteps(trace, strategy));
      }),
      RUNS,
    );
  },
  PATIENT,
);

test(
  'no step is blank or begins or ends with white space that stands for itself',
  () => {
    fc.assert(
      fc.property(aTrace, aRuleStrategy, (trace, strategy) => {
        for (const { start, end } of stepRanges(splitSteps(trace, strategy))) {
          const step = trace.raw.slice(start, end);
          expect(step.trim()).not.toBe('');
          expect(/^[\n\r\t]|[\n\r\t]$/.test(step)).toBe(false);
        }
      }),
      RUNS,
    );
  },
  PATIENT,
);

test(
  'splitting twice gives the same, and so does splitting at what was found',
  () => {
    fc.assert(
      fc.property(aTrace, aRuleStrategy, (trace, strategy) => {
        const once = splitSteps(trace, strategy);
        expect(splitSteps(trace, strategy)).toEqual(once);
        const steps = stepRanges(once);
        const starts = steps.map(({ start }) => start);
        expect(applyCuts(trace.raw, once, [{ added: starts, removed: [] }])).toEqual(once);
        // A marker alone in its zone is no step, and a file that gives steps says nothing of markers.
        if (steps.length === 0 || strategy.strategy === 'marker') return;
        const given = strategyOf('given', strategy.params);
        expect(stepRanges(splitSteps({ ...trace, given: steps }, given))).toEqual(steps);
      }),
      runs(500),
    );
  },
  PATIENT,
);

test(
  'texts that begin alike have equal steps up to the last one before they part',
  () => {
    fc.assert(
      fc.property(aFork, aRuleStrategy, ({ one, other, fork }, strategy) =>
        expectAgreementBut1(split(one, strategy), split(other, strategy), fork),
      ),
      runs(40_000),
    );
  },
  120_000 + PATIENT,
);

test(
  'so have conversations that part inside one of their turns',
  () => {
    fc.assert(
      fc.property(aForkedConversation, aRuleStrategy, ({ one, other, fork }, strategy) =>
        expectAgreementBut1(splitSteps(one, strategy), splitSteps(other, strategy), fork),
      ),
      runs(4_000),
    );
  },
  PATIENT,
);

test(
  'so have the texts of one file under what `auto` picks for it',
  () => {
    fc.assert(
      fc.property(aFork, ({ one, other, fork }) => {
        const texts = [one, other].map((raw) => ({ raw, zones: [] }));
        const { strategy } = guessStrategy(texts);
        expectAgreementBut1(split(one, strategy), split(other, strategy), fork);
      }),
      runs(2_000),
    );
  },
  PATIENT,
);

test(
  'no cut falls inside a grapheme or a CRLF',
  () => {
    fc.assert(
      fc.property(aTrace, aRuleStrategy, ({ raw, zones }, strategy) => {
        const edges = edgesOf(raw);
        for (const bound of splitSteps({ raw, zones }, strategy).bounds)
          expect(edges.has(bound), `cut at ${bound}`).toBe(true);
      }),
      RUNS,
    );
  },
  PATIENT,
);

test(
  'in pieces the split is the same as whole, and what is given once stays',
  () => {
    fc.assert(
      fc.property(aTrace, aRuleStrategy, fc.integer({ min: 1, max: 30 }), (trace, strategy, chunkUnits) => {
        const whole = splitSteps(trace, strategy);
        let last: Segmentation | undefined;
        for (const { segmentation, upTo } of splitIncrementally(trace, strategy, chunkUnits)) {
          expect([...segmentation.bounds]).toEqual([...whole.bounds.subarray(0, segmentation.bounds.length)]);
          expect([...segmentation.kinds]).toEqual([...whole.kinds.subarray(0, segmentation.kinds.length)]);
          expect(segmentation.bounds.at(-1)).toBe(upTo);
          last = segmentation;
        }
        expect(last).toEqual(whole);
      }),
      RUNS,
    );
  },
  PATIENT,
);

test(
  'zones are sorted, disjoint, inside the text, and their edges cut',
  () => {
    fc.assert(
      fc.property(aText, (raw) => {
        const zones = findZones({ raw, zones: [] });
        let end = 0;
        for (const zone of zones) {
          expect(zone.start).toBeGreaterThanOrEqual(end);
          expect(zone.end).toBeGreaterThan(zone.start);
          end = zone.end;
        }
        expect(end).toBeLessThanOrEqual(raw.length);
        const steps = stepRanges(split(raw, strategyOf('none')));
        for (const step of steps)
          expect(zones.some((zone) => zone.start <= step.start && step.end <= zone.end)).toBe(true);
      }),
      RUNS,
    );
  },
  PATIENT,
);

function expectNoCutIn(raw: string, from: number, to: number, strategy: Strategy): void {
  const text = raw.slice(from, to);
  const start = from + text.length - text.trimStart().length;
  const end = start + text.trim().length;
  for (const bound of split(raw, strategy).bounds)
    if (bound > start && bound < end) throw new Error(`cut at ${bound} in ${JSON.stringify(raw)}`);
}

test(
  'no cut falls inside code, display maths, environments, comments, tables, quotations, JSON',
  () => {
    fc.assert(
      fc.property(aBlock, aRuleStrategy, (block, strategy) => {
        const raw = `Some words.\n\n${block}\n\nMore words.`;
        const start = raw.indexOf(block);
        const tag = block.startsWith('<tool_call>') ? '<tool_call>'.length : 0;
        expectNoCutIn(raw, start + tag, start + block.length - (tag && tag + 1), strategy);
      }),
      RUNS,
    );
  },
  PATIENT,
);

test(
  'sentences keep inline code, formulas, addresses and citations whole',
  () => {
    const aStrategy = fc.constantFrom(
      strategyOf('sentence'),
      strategyOf('cue'),
      strategyOf('sentence', { lists: 'one' }),
    );
    fc.assert(
      fc.property(anInlineRegion, aStrategy, (region, strategy) => {
        const raw = `It is here. Some words ${region} more words. The end.`;
        const start = raw.indexOf(region);
        expectNoCutIn(raw, start, start + region.length, strategy);
      }),
      RUNS,
    );
  },
  PATIENT,
);
