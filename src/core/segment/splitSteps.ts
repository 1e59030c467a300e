import type { Range, Segmentation, Strategy } from '../model';
import { givenSegmentation } from './givenRanges';
import { placeTexts } from './placeTexts';
import { RuleSplit } from './ruleSplit';
import type { SplitInput } from './ruleSplit';
import { readParams } from './strategies';

export interface SplitProgress {
  /** Covers raw[0, upTo) and does not change any more; a copy that is made when it is asked for, before the next
   *  piece. */
  readonly segmentation: Segmentation;
  upTo: number;
  done: boolean;
}

/** Ranges are sorted, disjoint and cover `raw`; joining their slices gives `raw` back. Works for every input:
 *  `given` without given steps, and pasted steps that are not in the text, fall back to paragraphs. */
export function splitSteps(trace: SplitInput, strategy: Strategy): Segmentation {
  const fixed = fixedRanges(trace, strategy);
  if (fixed) return givenSegmentation(trace, fixed, strategy);
  const split = new RuleSplit(trace, strategy);
  split.scan.advance(Infinity);
  return split.writer.ranges.toSegmentation(strategy, trace.raw.length);
}

/** The same in pieces of about `chunkUnits`, so that the first screen of a long trace need not wait. */
export function* splitIncrementally(
  trace: SplitInput,
  strategy: Strategy,
  chunkUnits: number,
): Generator<SplitProgress, void, void> {
  const length = trace.raw.length;
  if (!fixedRanges(trace, strategy)) {
    const { scan, writer } = new RuleSplit(trace, strategy);
    for (let limit = chunkUnits; !scan.advance(limit); limit += chunkUnits) {
      const upTo = writer.ranges.end;
      yield {
        get segmentation() {
          return writer.ranges.toSegmentation(strategy, upTo);
        },
        upTo,
        done: false,
      };
    }
    const segmentation = writer.ranges.toSegmentation(strategy, length);
    yield { segmentation, upTo: length, done: true };
  } else yield { segmentation: splitSteps(trace, strategy), upTo: length, done: true };
}

/** Ranges that are not found in the text by a rule: they are exempt from protection. */
function fixedRanges(trace: SplitInput, strategy: Strategy): readonly Range[] | undefined {
  if (strategy.strategy === 'given') return trace.given?.length ? trace.given : undefined;
  if (strategy.strategy !== 'pasted') return undefined;
  const placed = placeTexts(trace.raw, readParams(strategy).steps);
  return placed.ok ? placed.value : undefined;
}
