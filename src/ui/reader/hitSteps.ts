import { lastAtOrBefore } from '../../app/finding';
import type { Hit } from '../../app/findText';
import type { AppState, FindSlice, StepView } from '../../app/state';
import type { ListItem } from './listItems';

const NONE: readonly number[] = [];
let known: { hits: FindSlice['hits']; steps: readonly StepView[]; found: readonly number[] } | undefined;

/** The steps that something is found in, in their order; text between two steps counts for the one before. */
export function selectHitSteps({ reader }: AppState): readonly number[] {
  if (reader?.find === undefined || reader.find.hits.length === 0) return NONE;
  const { hits } = reader.find;
  const { steps } = reader;
  if (known?.hits !== hits || known.steps !== steps) {
    const found: number[] = [];
    let step = 0;
    for (const { start } of hits) {
      while (step + 1 < steps.length && steps[step + 1]!.start <= start) step++;
      if (found.at(-1) !== step) found.push(step);
    }
    known = { hits, steps, found };
  }
  return known.found;
}

const startOf = (item: ListItem): number =>
  item.kind === 'step' ? item.step.start : item.kind === 'passive' ? item.start : -1;

/** Index of the row that draws a hit. Headers and the end draw no text of the trace. */
export function itemOfHit(items: readonly ListItem[], { start }: Hit): number {
  const texts = textItems(items);
  return texts[lastAtOrBefore(texts.length, (i) => startOf(items[texts[i]!]!) <= start)] ?? -1;
}

const rows = new WeakMap<readonly ListItem[], number[]>();
function textItems(items: readonly ListItem[]): number[] {
  let found = rows.get(items);
  if (found === undefined) {
    found = items.flatMap((item, i) => (startOf(item) < 0 ? [] : [i]));
    rows.set(items, found);
  }
  return found;
}

/** Which hit of its row it is, from 0. */
export function placeInItem(hits: readonly Hit[], at: number, item: ListItem): number {
  const from = startOf(item);
  return at - 1 - lastAtOrBefore(hits.length, (i) => hits[i]!.start < from);
}
