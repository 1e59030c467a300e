import type { Strategy } from '../model';
import { strategyOf } from './strategies';
import type { SplitInput } from './ruleSplit';

/** What `auto` decides on the first traces of a file or problem, and why. */
export function guessStrategy(sample: readonly SplitInput[]): { strategy: Strategy; because: string } {
  const given = sample.filter((trace) => trace.given && trace.given.length > 0).length;
  if (given > 0)
    return { strategy: strategyOf('given'), because: `The file gives the steps of ${given} traces.` };
  return { strategy: strategyOf('blank'), because: 'Paragraphs are the usual steps.' };
}
