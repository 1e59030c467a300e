/** px: above the first step; the whole width. Mock: zone 0–3, marks 8–34, lines and scores 24–58, hits 60–68. */
export const MAP_TOP = 8;
export const MAP_WIDTH = 72;

/** px of a machine's number between 0 and 1. */
export const SCORE_PX = 34;

export const VERDICTS = {
  c: 'correct',
  r: 'redundant',
  e: 'erroneous',
  u: 'unjudged',
  a: 'after',
} as const;
export const ZONES = { thinking: 'zt', tool: 'zo', answer: 'za' } as const;
