import type { Command } from './command';
import { needsReader, needsTrace, steps } from './commandRules';
import {
  FONT_PX,
  MEASURE_PX,
  selectReading,
  stepped,
  withReading,
  type ReadingSettings,
} from './readingSettings';
import { selectOutline } from './outline';
import type { AppState } from './state';

const change = (
  id: string,
  title: string,
  to: (now: ReadingSettings) => Partial<ReadingSettings>,
  keys: string[] = [],
): Command => ({
  id,
  title,
  group: 'Page',
  keys: steps(...keys),
  availability: needsTrace,
  run: (actions, state) => actions.changeSettings(withReading(state, to(selectReading(state)))),
});

const needsParts = (state: AppState) =>
  selectOutline(state).length > 1 ? needsReader(state) : 'This trace has a single part.';

const goToPart = (id: string, title: string, keys: string[], by: 1 | -1): Command => ({
  id,
  title,
  group: 'Move',
  keys: steps(...keys),
  repeats: true,
  availability: needsParts,
  run: (actions, state) => {
    const active = state.reader?.active ?? 0;
    const starts = selectOutline(state).map(({ from }) => from);
    const to = by > 0 ? starts.find((start) => start > active) : starts.findLast((start) => start < active);
    if (to !== undefined) actions.activate(to);
  },
});

export const READING_COMMANDS: readonly Command[] = [
  goToPart('move.nextPart', 'Next part of the outline', [']', 'mod+arrowdown'], 1),
  goToPart('move.previousPart', 'Previous part of the outline', ['[', 'mod+arrowup'], -1),
  change('read.focus', 'Focus: the steps alone, and back', ({ focus }) => ({ focus: !focus }), ['shift+h']),
  change('read.larger', 'Larger text', ({ fontPx }) => ({ fontPx: stepped(fontPx, 1, FONT_PX) })),
  change('read.smaller', 'Smaller text', ({ fontPx }) => ({ fontPx: stepped(fontPx, -1, FONT_PX) })),
  change('read.wider', 'Longer lines', ({ measurePx }) => ({
    measurePx: stepped(measurePx, 1, MEASURE_PX),
  })),
  change('read.narrower', 'Shorter lines', ({ measurePx }) => ({
    measurePx: stepped(measurePx, -1, MEASURE_PX),
  })),
  change('read.wrap', 'Wrap code and raw text, or not', ({ wrap }) => ({ wrap: !wrap })),
  change('read.thinkingMarkdown', 'Markdown in thinking, or as it stands', ({ thinkingMarkdown }) => ({
    thinkingMarkdown: !thinkingMarkdown,
  })),
  {
    id: 'step.copy',
    title: 'Copy the step as it stands in the file',
    group: 'Step',
    keys: steps('y'),
    availability: needsReader,
    run: (actions) => actions.copyStep(),
  },
];
