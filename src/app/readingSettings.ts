// How a trace is read: kept in the browser with the other settings, of all files.

import type { AppState, SettingsSlice } from './state';

export interface ReadingSettings {
  /** Of the text of steps. */
  fontPx: number;
  /** px of a line of text at most. */
  measurePx: number;
  /** Long lines of code and raw text break instead of running out of sight. */
  wrap: boolean;
  /** Markdown in thinking; off shows thinking as it stands, formulas too. */
  thinkingMarkdown: boolean;
  /** The steps alone: no problem, no map. */
  focus: boolean;
  /** Widths a person gave the panes; undefined: as the screen has them. */
  problemPx: number | undefined;
  drawerPx: number | undefined;
}

export const FONT_PX = { least: 14, most: 20, step: 1 };
export const MEASURE_PX = { least: 480, most: 960, step: 80 };
export const PANE_PX = { least: 220, most: 640, step: 16 };

const DEFAULTS: ReadingSettings = {
  fontPx: 16,
  measurePx: 640,
  wrap: true,
  thinkingMarkdown: true,
  focus: false,
  problemPx: undefined,
  drawerPx: undefined,
};

const known = new WeakMap<object, ReadingSettings>();
/** What an older version did not know is as it comes. */
export function selectReading({ settings }: Pick<AppState, 'settings'>): ReadingSettings {
  const { reading } = settings;
  if (reading === undefined) return DEFAULTS;
  let whole = known.get(reading);
  if (whole === undefined) known.set(reading, (whole = { ...DEFAULTS, ...reading }));
  return whole;
}

export function withReading(
  state: Pick<AppState, 'settings'>,
  change: Partial<ReadingSettings>,
): Partial<SettingsSlice> {
  return { reading: { ...selectReading(state), ...change } };
}

/** One step up or down, within the limits. */
export function stepped(value: number, by: 1 | -1, { least, most, step }: typeof FONT_PX): number {
  return Math.min(most, Math.max(least, value + by * step));
}
