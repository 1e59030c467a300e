// The parts of a long trace: its zones, and within a long zone the headings, else the turns of thought.

import type { ZoneKind } from '../core/model';
import type { AppState, StepView } from './state';

export interface OutlinePart {
  /** First step, and the one behind the last. */
  from: number;
  to: number;
  /** A zone by its kind, a part by its first words. */
  zone: ZoneKind | undefined;
  title: string | undefined;
}

/** Shorter traces are seen whole on the map. */
const LONG_TRACE = 30;
/** A zone of fewer steps is one part. */
const LONG_ZONE = 24;
const MOST_PARTS = 12;
const TITLE_UNITS = 60;

const HEADING = /^(?:#{1,6} +\S|\*\*[^*\n]{2,80}\*\*:? *(?:\n|$))/;
const TURN =
  /^(?:but |so |and |hmm[,.]* |no[,.] |oh[,.]* |ok(?:ay)?[,.]* )?(?:wait|alternatively|hold on|hmm|actually|okay|let me (?:try|check|think|verify|re)|let's (?:try|check|verify)|another (?:way|approach|idea)|on second thought|maybe i|等等|等一下|不对|让我|换一种|或者|重新)/i;

const outlines = new WeakMap<readonly StepView[], readonly OutlinePart[]>();
const NONE: readonly OutlinePart[] = [];

export function selectOutline({ reader }: AppState): readonly OutlinePart[] {
  if (reader === undefined || reader.steps.length < LONG_TRACE) return NONE;
  let outline = outlines.get(reader.steps);
  if (outline === undefined) {
    outlines.set(reader.steps, (outline = buildOutline(reader.steps, reader.open.trace.raw)));
  }
  return outline;
}

export function buildOutline(steps: readonly StepView[], raw: string): OutlinePart[] {
  const parts: OutlinePart[] = [];
  for (let from = 0; from < steps.length;) {
    let to = from + 1;
    while (to < steps.length && sameZone(steps[to]!, steps[from]!)) to++;
    parts.push({ from, to, zone: steps[from]!.zone?.kind ?? 'response', title: undefined });
    if (to - from >= LONG_ZONE) parts.push(...partsWithin(steps, raw, from, to));
    from = to;
  }
  return parts;
}

const sameZone = (a: StepView, b: StepView) => a.zone?.kind === b.zone?.kind && a.zone?.name === b.zone?.name;

/** Headings where the text has some, else turns of thought, so far apart that MOST_PARTS are not exceeded. */
function partsWithin(steps: readonly StepView[], raw: string, from: number, to: number): OutlinePart[] {
  const starting = (sign: RegExp) =>
    Array.from({ length: to - from }, (_, i) => from + i).filter((i) => sign.test(beginning(steps[i]!, raw)));
  const headings = starting(HEADING);
  const signs = headings.length >= 2 ? headings : starting(TURN);
  const apart = (to - from) / MOST_PARTS;
  const starts: number[] = [from];
  for (const sign of signs) if (sign - starts.at(-1)! >= apart) starts.push(sign);
  if (starts.length < 2) return [];
  return starts.map((start, i) => ({
    from: start,
    to: starts[i + 1] ?? to,
    zone: undefined,
    title: titleOf(beginning(steps[start]!, raw)),
  }));
}

const beginning = ({ start, end }: StepView, raw: string) =>
  raw.slice(start, Math.min(end, start + 2 * TITLE_UNITS)).trimStart();

function titleOf(text: string): string {
  const line = text
    .split('\n', 1)[0]!
    .replace(/^#+ +|\*\*|`/g, '')
    .trim();
  return line.length > TITLE_UNITS ? `${line.slice(0, TITLE_UNITS)}…` : line;
}

/** A stretch of `period` steps that stands `times` times in a row, word for word. */
export interface Loop {
  from: number;
  period: number;
  times: number;
}
const LONGEST_PERIOD = 8;
/** "Yes." twice is no loop. */
const LEAST_TIMES = 3;

const NO_LOOPS: readonly Loop[] = [];
const loopsOf = new WeakMap<readonly StepView[], readonly Loop[]>();
export function selectLoops({ reader }: AppState): readonly Loop[] {
  if (reader === undefined) return NO_LOOPS;
  let loops = loopsOf.get(reader.steps);
  if (loops === undefined)
    loopsOf.set(reader.steps, (loops = findLoops(reader.steps, reader.open.trace.raw)));
  return loops;
}

/** Stretches that repeat at once, the shortest period first; none lies within another. */
export function findLoops(steps: readonly Pick<StepView, 'start' | 'end'>[], raw: string): Loop[] {
  const texts = steps.map(({ start, end }) => raw.slice(start, end));
  const loops: Loop[] = [];
  for (let from = 0; from < texts.length;) {
    const loop = loopAt(texts, from);
    if (loop === undefined) from++;
    else {
      loops.push(loop);
      from += loop.period * loop.times;
    }
  }
  return loops;
}

function loopAt(texts: readonly string[], from: number): Loop | undefined {
  for (let period = 1; period <= LONGEST_PERIOD; period++) {
    let end = from + period;
    while (end < texts.length && texts[end] === texts[end - period]) end++;
    const times = Math.floor((end - from) / period);
    if (times >= LEAST_TIMES) return { from, period, times };
  }
  return undefined;
}
