import type { Strategy } from '../../core/model';

const TITLES: Record<string, string> = {
  auto: 'Chosen from the text',
  given: 'As the file gives them',
  marker: 'At step markers',
  blank: 'At blank lines, inside zones',
  line: 'At every line, inside zones',
};
/** How a text is cut, for a person. */
export function strategyTitle({ strategy }: Strategy): string {
  return TITLES[strategy] ?? strategy;
}
