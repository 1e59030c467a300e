// What a protocol asks of one text: which steps must be judged, and which of its errors count as one.

import type { PassageId } from '../identity';
import { passageId } from '../identity';
import type { Hindsight, Protocol, Range, Zone } from '../model';

export interface Asked {
  /** By step: 1 where a verdict is asked for; undefined: everywhere. */
  inScope: Uint8Array | undefined;
  /** Erroneous steps that a later one corrects, where that clears them: none of them is the first error. */
  cleared: ReadonlySet<number>;
}

const NONE: ReadonlySet<number> = new Set();
/** Every step, every error. */
export const ALL_ASKED: Asked = { inScope: undefined, cleared: NONE };

/** Scope *thinking*: the steps that begin inside a stretch of thinking. A text without any has no part that could
 *  be left out, so all its steps are asked for: else it would be finished before it is read. Both lists sorted. */
export function stepsInScope(
  { scope }: Protocol,
  steps: readonly Range[],
  zones: readonly Zone[],
): Uint8Array | undefined {
  if (scope !== 'thinking') return undefined;
  const inScope = new Uint8Array(steps.length);
  let z = 0;
  for (const [i, { start }] of steps.entries()) {
    while (z < zones.length && zones[z]!.end <= start) z++;
    const zone = zones[z];
    if (zone?.kind === 'thinking' && zone.start <= start) inScope[i] = 1;
  }
  return inScope.includes(1) ? inScope : undefined;
}

/** `indexOf`: the step that shows what was said of a passage, -1 where none does. */
export function clearedSteps(
  { correctionClears }: Protocol,
  hindsight: Hindsight | undefined,
  indexOf: (id: PassageId) => number,
): ReadonlySet<number> {
  if (!correctionClears || hindsight === undefined || hindsight.correctedAt.length === 0) return NONE;
  return new Set(
    hindsight.correctedAt.map(([wrong]) => indexOf(passageId(wrong))).filter((index) => index >= 0),
  );
}
