import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  assertCovers,
  findZones,
  splitIncrementally,
  splitSteps,
  stepRanges,
} from '../../../src/core/segment';
import type { Segmentation, Strategy } from '../../../src/core/model';
import { GAP } from '../../../src/core/model';
import { aBlock, aFork, aRuleStrategy, aText } from './arbitraries';

const RUNS = { seed: 5, numRuns: 1_500 };
const split = (raw: string, strategy: Strategy) => splitSteps({ raw, zones: [] }, strategy);

/** Starts of steps and markers before `limit`. */
function startsBefore({ bounds, kinds }: Segmentation, limit: number): number[] {
  return [...bounds.subarray(0, kinds.length)].filter((start, i) => kinds[i] !== GAP && start < limit);
}

/** Two texts that begin alike may still disagree about the last start before they part: a tag, a cue or a short
 *  piece may not be whole yet. All before it must be equal. */
function agreeBut1(a: number[], b: number[]): boolean {
  let same = 0;
  while (same < a.length && a[same] === b[same]) same++;
  return same >= Math.max(a.length, b.length) - 1;
}

test('joining all ranges gives the text back, and no range is empty', () => {
  fc.assert(
    fc.property(aText, aRuleStrategy, (raw, strategy) => assertCovers(raw, split(raw, strategy))),
    RUNS,
  );
});

test('no step is blank or begins or ends with white space that stands for itself', () => {
  fc.assert(
    fc.property(aText, aRuleStrategy, (raw, strategy) => {
      for (const { start, end } of stepRanges(split(raw, strategy))) {
        const step = raw.slice(start, end);
        expect(step.trim()).not.toBe('');
        expect(/^[\n\r\t]|[\n\r\t]$/.test(step)).toBe(false);
      }
    }),
    RUNS,
  );
});

test('splitting twice gives the same', () => {
  fc.assert(
    fc.property(aText, aRuleStrategy, (raw, strategy) => {
      expect(split(raw, strategy)).toEqual(split(raw, strategy));
    }),
    { ...RUNS, numRuns: 300 },
  );
});

test('texts that begin alike have equal steps up to the last one before they part', () => {
  fc.assert(
    fc.property(aFork, aRuleStrategy, ({ one, other, fork }, strategy) => {
      const a = startsBefore(split(one, strategy), fork);
      const b = startsBefore(split(other, strategy), fork);
      if (!agreeBut1(a, b)) throw new Error(`${a.join()} and ${b.join()}`);
    }),
    { ...RUNS, numRuns: 60_000 },
  );
}, 120_000);

test('no cut falls inside a grapheme or a CRLF', () => {
  const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });
  fc.assert(
    fc.property(aText, aRuleStrategy, (raw, strategy) => {
      const edges = new Set([...graphemes.segment(raw)].map(({ index }) => index).concat(raw.length));
      for (const bound of split(raw, strategy).bounds) expect(edges.has(bound), `cut at ${bound}`).toBe(true);
    }),
    RUNS,
  );
});

test('in pieces the split is the same as whole, and what is given once stays', () => {
  fc.assert(
    fc.property(aText, aRuleStrategy, fc.integer({ min: 1, max: 30 }), (raw, strategy, chunkUnits) => {
      const whole = split(raw, strategy);
      let last: Segmentation | undefined;
      for (const { segmentation, upTo } of splitIncrementally({ raw, zones: [] }, strategy, chunkUnits)) {
        expect([...segmentation.bounds]).toEqual([...whole.bounds.subarray(0, segmentation.bounds.length)]);
        expect([...segmentation.kinds]).toEqual([...whole.kinds.subarray(0, segmentation.kinds.length)]);
        expect(segmentation.bounds.at(-1)).toBe(upTo);
        last = segmentation;
      }
      expect(last).toEqual(whole);
    }),
    RUNS,
  );
});

test('zones are sorted, disjoint, inside the text, and their edges cut', () => {
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
      const steps = stepRanges(split(raw, { strategy: 'none', params: {}, version: 1 }));
      for (const step of steps)
        expect(zones.some((zone) => zone.start <= step.start && step.end <= zone.end)).toBe(true);
    }),
    RUNS,
  );
});

test('no cut falls inside code, display maths, environments, comments, tables, quotations, JSON', () => {
  fc.assert(
    fc.property(aBlock, aRuleStrategy, (block, strategy) => {
      const raw = `Some words.\n\n${block}\n\nMore words.`;
      const start = raw.indexOf(block);
      const tag = block.startsWith('<tool_call>') ? '<tool_call>'.length : 0;
      const from = start + tag;
      const to = start + block.length - (tag && tag + 1);
      const inside = trimmedRange(raw, from, to);
      for (const bound of split(raw, strategy).bounds)
        if (bound > inside.start && bound < inside.end)
          throw new Error(`cut at ${bound} in ${JSON.stringify(raw)}`);
    }),
    RUNS,
  );
});

function trimmedRange(raw: string, from: number, to: number) {
  const text = raw.slice(from, to);
  const start = from + text.length - text.trimStart().length;
  return { start, end: start + text.trim().length };
}
