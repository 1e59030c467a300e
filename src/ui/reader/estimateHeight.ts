import type { ListItem } from './listItems';
import { countLines, isLong } from './longText';

const ZONE = 30;
const FOOT = 30;
const TOP = 8;
const LINE = 26;
const UNITS_PER_LINE = 76;
const CLAMPED = 416;
const END = 120;

/** px, before an item is measured; near enough that the scroll bar does not jump. */
function estimateHeight(item: ListItem, raw: string): number {
  if (item.kind === 'zone') return ZONE;
  if (item.kind === 'end') return END;
  const { start, end } = item.kind === 'step' ? item.step : item;
  const text = raw.slice(start, end);
  if (isLong(text)) return TOP + CLAMPED + FOOT;
  const lines = Math.max(countLines(text), Math.ceil(text.length / UNITS_PER_LINE));
  return TOP + lines * LINE + FOOT;
}

/** By index, each reckoned once: the list asks for all that follow a row whenever that row is measured. */
export function heightEstimates(items: readonly ListItem[], raw: string): (index: number) => number {
  const known = new Int32Array(items.length);
  return (index) => (known[index] ||= estimateHeight(items[index]!, raw));
}
